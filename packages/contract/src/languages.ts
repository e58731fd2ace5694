/** The one list of the languages that people are spoken to in: the profile, the web app and the server's words follow it. */
export const languages = ["en", "ur"] as const;

export type Language = (typeof languages)[number];

/** Languages written from right to left, by CLDR. */
const rightToLeft = new Set<string>(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** `language` is a name of the list, or any BCP 47 language without its region. */
export const directionOf = (language: string): "ltr" | "rtl" => (rightToLeft.has(language) ? "rtl" : "ltr");

export const isLanguage = (name: unknown): name is Language => languages.some((one) => one === name);
