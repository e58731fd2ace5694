/** The languages of the web app. For the server: a browser is sent the sentences of the one in use, and no other. */
import { en } from "./en/en.ts";
import type { Language, Messages } from "./messages.ts";
import { ur } from "./ur/ur.ts";

const languages: Record<Language, Messages> = { en, ur };

export const messagesOf = (language: Language): Messages => languages[language];

export const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name);

/** For people to choose from, each called as its speakers call it. */
export const languageNames = Object.keys(languages)
  .filter(isLanguage)
  .map((value) => ({ value, label: languages[value].name }));
