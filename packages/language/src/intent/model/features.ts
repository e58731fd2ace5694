/**
 * What the model looks at: words, pairs of words, pieces of words (speech
 * recognition and typing errors leave those whole), the kinds of words in the
 * order they come, and what the rules made of the sentence. Each feature is a
 * text; only its hash is kept.
 */
import type { Locale } from "../../locales/locale.ts";
import type { Intention } from "../../meaning.ts";
import type { Token } from "../../text/tokens.ts";
import { sure } from "../request.ts";

type Cues = NonNullable<Locale["cues"]>;

/** Enough to tell what a message wants; keeps the time bounded. */
const mostWords = 60;

export function featuresOf(tokens: Token[], cues: NonNullable<Cues>, heard: Intention[]): string[] {
  const words = tokens.slice(0, mostWords).map(plain);
  const kinds = words.map((word) => cues.kindOf(word) ?? numeral(word) ?? word);
  const features = new Set(["", `l${Math.min(12, words.length)}`]);
  const note = (feature: string) => features.add(feature);

  words.forEach((word, at) => {
    note(`w${word}`);
    if (kinds[at] !== word) note(`k${kinds[at]}`);
    for (const piece of piecesOf(word)) note(`p${piece}`);
  });
  pairsOf(words, (pair) => note(`2${pair}`));
  pairsOf(kinds, (pair) => note(`3${pair}`));
  for (const feature of frameOf(words, kinds, cues, heard)) note(feature);
  return [...features];
}

/** A quotation is a name, whatever is in it; digits differ only in how many they are. */
function plain({ word, quoted }: Token): string {
  return quoted ? "QUOTED" : word.replace(/\d+/gu, "0");
}

function numeral(word: string): string | undefined {
  if (!word.startsWith("0")) return undefined;
  return /^0(th|st|nd|rd)$/u.test(word) ? "ORDINAL" : "NUMBER";
}

/** Three and four letters each; of a long word the first ones. */
function piecesOf(word: string): string[] {
  const edged = `<${word.slice(0, 30)}>`;
  return [3, 4].flatMap((size) =>
    Array.from({ length: Math.max(0, edged.length - size + 1) }, (_, at) => edged.slice(at, at + size)),
  );
}

function pairsOf(words: string[], use: (pair: string) => void) {
  for (let at = 0; at <= words.length; at += 1) use(`${words[at - 1] ?? "^"} ${words[at] ?? "$"}`);
}

/** How the sentence begins, what it speaks of in which order, and what the rules say. */
function frameOf(words: string[], kinds: string[], cues: NonNullable<Cues>, heard: Intention[]): string[] {
  const head = words.find((word) => !cues.polite.has(word)) ?? "";
  const mood = words.some((word) => cues.own.has(word)) ? "m" : "-";
  const form = cues.asks.has(head) ? "q" : cues.wonders.has(head) ? "y" : "i";
  const spoken = kinds.filter((kind, at) => kind !== words[at] && kind !== kinds[at - 1]);
  const topics = spoken.filter((kind) => !cues.circumstances.has(kind));
  const dated = topics.length < spoken.length ? "d" : "-";
  const [first = "", second = "", third = ""] = topics;
  const [rule] = heard.filter(({ operation }) => operation !== "reject");
  const said = rule ? `${rule.operation}${rule.confidence >= sure ? "!" : "?"}` : "reject";

  return [
    `h${head}`,
    `f${form}`,
    `H${form}${cues.kindOf(head) ?? ""}`,
    `a${first}`,
    `b${first} ${second}`,
    `c${first} ${second} ${third}`,
    `d${form}${first}`,
    `e${form}${first} ${second}`,
    `m${mood}${dated}${form}`,
    `n${mood}${dated}${first}`,
    `o${mood}${dated}${form}${first} ${second}`,
    `r${said}`,
    `s${said}${form}${first}`,
    `t${said}${first} ${second}`,
    `u${heard.length > 1 ? "several" : "one"}`,
  ];
}
