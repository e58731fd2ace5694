/** Makes Urdu, in whichever letters, one language to the grammar: each token's `word` becomes the lexicon's. */
import type { Token } from "../../text/tokens.ts";
import { lexicon } from "./lexicon.ts";

const hidden = /[\u064B-\u0652\u0670\u0640\u200C-\u200F\u202A-\u202E\u2066-\u2069]/gu;
const letters: Record<string, string> = { ي: "ی", ى: "ی", ك: "ک", ة: "ہ", ۃ: "ہ", ه: "ہ", أ: "ا", إ: "ا" };
const otherLetter = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");

/** Without vowel signs and direction marks, in Urdu's own letters and in digits that a program can read. */
export function plain(word: string): string {
  if (/^[\p{ASCII}]*$/u.test(word)) return word;
  return word
    .normalize("NFC")
    .replace(hidden, "")
    .replace(otherLetter, (letter) => letters[letter] ?? letter)
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660));
}

/** "karna", "لینی": what there is to do, named by its verb. */
export const isInfinitive = (word: string) =>
  /(?:na|ni|ne|nay)$|(?:نا|نی|نے)$/u.test(word) && word.length > 2;

const obliged = new Set(["hai", "hain", "hoga"]);
const pasts = new Set(["tha", "thi", "the", "gaya", "gayi", "kiya", "liya", "diya"]);

export function prepare(tokens: Token[]): Token[] {
  const words = tokens.map(({ word, quoted }) => (quoted ? "" : (lexicon.get(plain(word)) ?? plain(word))));
  // “کیا کیا” is what was done; in Roman letters that is "kya kiya", and "kya kya" is what all there is.
  tokens.forEach(({ text }, at) => {
    if (words[at] === "kya" && words[at - 1] === "kya" && text === "کیا") words[at] = "kiya";
  });
  const isPast = words.some((word) => pasts.has(word)) && !words.some((word) => word === "hoga");
  return tokens.map((token, at) => {
    const word = words[at]!;
    // "karna hai": it must be done, which "hai" alone doesn't say.
    if (obliged.has(word) && at > 0 && isInfinitive(words[at - 1]!)) return { ...token, word: "lazim" };
    // The same word is tomorrow and yesterday; the verb tells.
    if (isPast && (word === "kal" || word === "parson")) return { ...token, word: `guzra-${word}` };
    return { ...token, word };
  });
}

/** Forms that are words of another language as well, and so no sign of Urdu. */
const shared = new Set(
  "mat skip snooze band may use her lists rat ana kl per or is me men main no the list note add done do den di din say pay par bad minute number gana bar pas mint kam nam sab sub sal ho he hy hen gai lo le li jee kia pura dal bana sham peer bud pir aj adab tak tk se per yes ne na note task tasks help delete say ek das bees tees sat sun march april june july august september october november december january february suna complete urgent undo kab kon wo ye do".split(
    " ",
  ),
);
const light = new Set(["ko", "ka", "ki", "ke"]);

/** How much in a text speaks for Urdu; Urdu script always does. */
export function signsOfUrdu(tokens: Token[]): number {
  let signs = 0;
  for (const { word, quoted } of tokens) {
    if (quoted) continue;
    if (/^[\u0600-\u06FF\u200C-\u200F]+$/u.test(word)) signs += 2;
    else if (lexicon.has(word) && !shared.has(word)) signs += light.has(word) ? 0.5 : 1;
    else if (/[^aeiou]na$/u.test(word)) signs += 0.25;
  }
  return signs;
}
