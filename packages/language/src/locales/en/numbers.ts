/** English numbers, in digits and in words. */
import type { Found } from "../../dates/lengths.ts";
import type { Range } from "../../text/pattern.ts";
import type { Token } from "../../text/tokens.ts";

const cardinals = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
  "sixteen seventeen eighteen nineteen",
]
  .join(" ")
  .split(" ");
const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const cardinalOf = new Map([
  ...cardinals.map((word, value) => [word, value] as const),
  ...Object.entries(tens).flatMap(([word, value]) => [
    [word, value] as const,
    ...cardinals.slice(1, 10).map((one, index) => [`${word}-${one}`, value + index + 1] as const),
  ]),
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

/** "3", "three", "forty-three" */
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

/** "twenty", before "five" or "fifth". */
export const tensWord = ({ word }: Token): number | undefined =>
  Object.hasOwn(tens, word) ? tens[word] : undefined;

/** "one" to "nine". */
export function onesWord({ word }: Token): number | undefined {
  const value = cardinals.indexOf(word);
  return value >= 1 && value <= 9 ? value : undefined;
}

/** How many, "a" included: "3", "three", "an", "2.5" */
export function amount(token: Token): number | undefined {
  if (token.word === "a" || token.word === "an") return 1;
  if (/^\d{1,4}\.\d$/u.test(token.word)) return Number(token.word);
  return cardinal(token);
}

/** A whole number in one or more words: "twenty five", "a hundred and ten". */
export function numberAt(tokens: Token[], { from, to }: Range): Found<number> | undefined {
  const first = from < to ? smallAt(tokens, from, to) : undefined;
  const isHundred = (at: number) => at < to && tokens[at]!.word === "hundred";
  const hundreds =
    first && isHundred(first.to)
      ? { value: first.value * 100, to: first.to + 1 }
      : /^an?$/u.test(tokens[from]?.word ?? "") && isHundred(from + 1)
        ? { value: 100, to: from + 2 }
        : undefined;
  if (!hundreds) return first;
  const next = tokens[hundreds.to]?.word === "and" ? hundreds.to + 1 : hundreds.to;
  const rest = next < to ? smallAt(tokens, next, to) : undefined;
  return rest && rest.value < 100 ? { value: hundreds.value + rest.value, to: rest.to } : hundreds;
}

function smallAt(tokens: Token[], at: number, to: number): Found<number> | undefined {
  const ten = tensWord(tokens[at]!);
  const one = ten !== undefined && at + 1 < to ? onesWord(tokens[at + 1]!) : undefined;
  if (ten !== undefined && one !== undefined) return { value: ten + one, to: at + 2 };
  const value = cardinal(tokens[at]!);
  return value === undefined ? undefined : { value, to: at + 1 };
}
