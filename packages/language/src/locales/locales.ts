/** The languages that sentences may be in. A new one is a folder beside the others and a line here. */
import { type Token, tokenize } from "../text/tokens.ts";
import { english } from "./en/english.ts";
import type { Locale } from "./locale.ts";
import { signsOfUrdu } from "./ur/prepare.ts";
import { urdu } from "./ur/urdu.ts";

const locales = { en: english, ur: urdu } satisfies Record<string, Locale>;
export type LanguageName = keyof typeof locales;

/** How many words of a text are this language's and no other's. */
const signs: [LanguageName, (tokens: Token[]) => number][] = [["ur", signsOfUrdu]];

/** From a BCP 47 tag; English for a language that we don't speak. */
const nameFrom = (tag: string): LanguageName => {
  const name = tag.split("-")[0]!.toLowerCase();
  return Object.hasOwn(locales, name) ? (name as LanguageName) : "en";
};

export const localeNamed = (tag = "en"): Locale => locales[nameFrom(tag)];
export const localeOf = (tokens: Token[], tag?: string): Locale => locales[nameOf(tokens, tag)];

/**
 * The language of a text: each sentence may be in another, whatever the
 * person's own, which needs fewer signs.
 */
export const languageOf = (text: string, tag?: string): LanguageName => nameOf(tokenize(text), tag);

function nameOf(tokens: Token[], tag = "en"): LanguageName {
  for (const [name, signsOf] of signs) {
    const found = signsOf(tokens);
    const share = found / tokens.length;
    const enough =
      nameFrom(tag) === name ? found >= 1 || share >= 0.25 : found >= 2 || (found >= 1 && share >= 0.25);
    if (enough) return name;
  }
  return "en";
}
