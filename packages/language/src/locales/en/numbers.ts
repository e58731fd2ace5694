/** English numbers, in digits and in words. */
import type { Token } from "../../text/tokens.ts";

const cardinals = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
  "sixteen seventeen eighteen nineteen twenty",
]
  .join(" ")
  .split(" ");
const tens = { thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const cardinalOf = new Map([
  ...cardinals.map((word, value) => [word, value] as const),
  ...Object.entries(tens),
]);

const ordinals = [
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth",
  "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second",
  "twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth",
  "thirtieth thirty-first",
]
  .join(" ")
  .split(" ");
const ordinalOf = new Map(ordinals.map((word, value) => [word, value]));

/** "3", "three" */
export function cardinal({ word }: Token): number | undefined {
  if (/^\d{1,6}$/u.test(word)) return Number(word);
  return cardinalOf.get(word);
}

/** "3rd", "third" */
export function ordinal({ word }: Token): number | undefined {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(word);
  if (digits) return Number(digits[1]);
  return ordinalOf.get(word) || undefined;
}

/** How many, "a" included: "3", "three", "an", "2.5" */
export function amount(token: Token): number | undefined {
  if (token.word === "a" || token.word === "an") return 1;
  if (/^\d{1,4}\.\d$/u.test(token.word)) return Number(token.word);
  return cardinal(token);
}
