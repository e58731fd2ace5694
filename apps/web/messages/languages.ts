/** The languages of the web app. For the server: a browser is sent the sentences of the one in use, and no other. */
import { type Language, languages } from "@todo/contract/languages";
import { en } from "./en/en.ts";
import type { Messages } from "./messages.ts";
import { ur } from "./ur/ur.ts";

const spoken: Record<Language, Messages> = { en, ur };

export const messagesOf = (language: Language): Messages => spoken[language];

/** For people to choose from, each called as its speakers call it. */
export const languageNames = languages.map((value) => ({ value, label: spoken[value].name }));
