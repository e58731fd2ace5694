/** The languages that people are spoken to in: the profile, the web app and the server's words follow the one list. */
import { languages } from "./language-tags.ts";

export { languages };

export type Language = (typeof languages)[number];

/** Scripts from right to left that are in everyday use: Unicode, ISO 15924. */
const RIGHT_TO_LEFT = /Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa/;

/** By the script that the language is mostly written in, unless the tag names another. Throws a RangeError for what is no BCP 47 tag. */
export const directionOf = (language: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.test(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";

export const isLanguage = (name: unknown): name is Language => languages.some((one) => one === name);
