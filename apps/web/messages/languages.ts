/** The languages of the web app. For the server: a browser is sent the sentences of the one in use, and no other. */
import { type Language, languages } from "@todo/contract/languages";
import { en } from "./en/en.ts";
import type { LanguageFile, Messages } from "./messages.ts";
import { translations } from "./translations.ts";

const spoken: Record<Language, LanguageFile> = { en, ...translations };

export function messagesOf(language: Language): Messages {
  const { workspace, notices, account } = spoken[language];
  return { workspace: { ...workspace, ...notices }, account };
}

/** For people to choose from, each called as its speakers call it. */
export const languageNames = languages.map((value) => ({ value, label: spoken[value].name }));
