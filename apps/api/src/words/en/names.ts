/** English enumerations and small grammar. */

const NAMED = 10;

/** “milk, eggs and bread”; of many the first ten, “and 7 more”. */
export function enumerate(names: string[]): string {
  if (names.length > NAMED) return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** “milk” alone, “3 tasks: milk, eggs and bread” together. */
export const counted = (names: string[], noun = "tasks") =>
  names.length === 1 ? names[0]! : `${names.length} ${noun}: ${enumerate(names)}`;

export const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** “egg” → “eggs”, “bottle of milk” → “bottles of milk”. */
export const pluralOf = (things: string) =>
  things.replace(/^[a-z]+(?= of )|[a-z]+$/iu, (noun) => {
    if (/(?:s|x|z|ch|sh)$/iu.test(noun)) return `${noun}es`;
    return /[^aeiou]y$/iu.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  });

export const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A sentence that ends with a title doesn't get a second full stop. */
export const sentence = (words: string) => capital(/[.!?…:]$/.test(words) ? words : `${words}.`);
