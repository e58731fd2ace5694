/** The languages that the assistant's own sentences exist in. */
import { en } from "./en/en.ts";
import { ur } from "./ur/ur.ts";
import type { Words } from "./words.ts";

const languages = { en, ur } satisfies Record<string, Words>;

export type Language = keyof typeof languages;

export const wordsOf = (language: Language): Words => languages[language];
