/**
 * Reads past slips of the hand: a verb that opens a request with one letter
 * lost, doubled or swapped ("delte", "reschdule"), and what people shorten
 * ("nxt wk"). Each token's `word` is mended; what a task is called stays as typed.
 */
import { oneSlipApart } from "../../text/similar.ts";
import type { Token } from "../../text/tokens.ts";

const line = (text: string) => text.trim().split(/\s+/u);

/** What requests begin with. No shorter ones: a letter away from "add" there are too many words. */
const verbs = line(`
  show make move mark undo redo list delete remove complete finish rename reopen restore remind create change
  reschedule schedule postpone cancel snooze
`);

/** Words of their own that are one slip away from a verb. */
const realWords = new Set(
  line(
    "crate compete mane mare mask hanged charge chance lit lists sow how rest fish finnish canal shown shows",
  ),
);

const shortened: Record<string, string> = {
  nxt: "next",
  wk: "week",
  wat: "what",
  wats: "whats",
  whta: "what",
  waht: "what",
  taks: "task",
  tsak: "task",
  addd: "add",
  tmrw: "tomorrow",
};

/** Behind these stands the verb, as at the beginning. */
const before = new Set(line("please pls plz kindly and then also just can you u"));

/** "what can u do" */
const asking = new Set(line("can could would will do"));

const finished = new Set(line("done finished completed complete"));

export const prepare = (written: Token[]): Token[] => {
  const tokens = written.flatMap((token, at) =>
    finished.has(written[at + 1]?.word ?? "") ? apart(token) : token,
  );
  return tokens.map((token, at) => {
    if (token.quoted) return token;
    const previous = tokens[at - 1]?.word;
    const word = isReminding(token.word, tokens[at + 1]?.word) ? "remind" : mended(token.word, previous);
    return word === token.word ? token : { ...token, word };
  });
};

/** "reming me": said to somebody, hardly anything else. */
const isReminding = (word: string, next: string | undefined) =>
  (next === "me" || next === "us") && word.startsWith("re") && oneSlipApart(word, "remind");

/** "milk's done": the milk is. What stands for a thing ("it's", "what's") is known whole. */
function apart(token: Token): Token[] {
  const { text, word, end, quoted } = token;
  if (quoted || !/^\p{L}{3,}'s$/u.test(word) || /^(?:that|this|what|who|here|there)'s$/u.test(word))
    return [token];
  const cut = end - 2;
  return [
    { ...token, text: text.slice(0, -2), word: word.slice(0, -2), end: cut, after: "" },
    { ...token, text: text.slice(-2), word: "'s", start: cut, before: "" },
  ];
}

function mended(word: string, previous: string | undefined): string {
  if (word === "u") return previous !== undefined && asking.has(previous) ? "you" : word;
  if (Object.hasOwn(shortened, word)) return shortened[word]!;
  if (previous !== undefined && !before.has(previous)) return word;
  return slips.get(word) ?? word;
}

/** The first letter is hardly ever wrong. */
const places = (word: string) => Array.from({ length: word.length - 1 }, (_, index) => index + 1);

const swapped = (word: string) =>
  places(word)
    .slice(0, -1)
    .map((at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
const lost = (word: string) => places(word).map((at) => word.slice(0, at) + word.slice(at + 1));
const doubled = (word: string) => places(word).map((at) => word.slice(0, at + 1) + word.slice(at));

/** Four letters are few: of those only two that changed places. */
const slips = new Map(
  verbs.flatMap((verb) => {
    const made = verb.length > 4 ? [...swapped(verb), ...lost(verb), ...doubled(verb)] : swapped(verb);
    return made
      .filter((slip) => !realWords.has(slip) && !verbs.includes(slip))
      .map((slip): [string, string] => [slip, verb]);
  }),
);
