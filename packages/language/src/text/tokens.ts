/**
 * Cuts a text into words that remember where they stood. Punctuation is not a
 * token: it is kept in `before` and `after`, where rules can ask for it. A
 * quotation is one token, so nothing looks inside it.
 */
import type { Span } from "../meaning.ts";

export interface Token extends Span {
  /** As typed, without the punctuation around it; for a quotation, what is inside. */
  text: string;
  /** Lower case with straight apostrophes; empty for a quotation. */
  word: string;
  quoted: boolean;
  /** What stands between this token and its neighbours: white space and punctuation. */
  before: string;
  after: string;
}

const openers: Record<string, string> = { '"': '"', "“": "”", "‘": "’", "'": "'", "«": "»", "`": "`" };
const leading = /[([{<¿¡…,;:.?،؛۔]/u;
const trailing = /[.,;:!?)\]}>…"”’'»،؛؟۔]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
/** Symbols that mean something when they stand alone. */
const lonely = new Set(["&", "@", "+"]);
const markers = "+@#*";

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const quotations = quotationFinder(text);
  let at = 0;

  while (at < text.length) {
    if (/[\s—–]/u.test(text[at]!)) {
      at += 1;
      continue;
    }
    const marker = markers.includes(text[at]!) ? 1 : 0;
    const quotation = quotations(at + marker);
    if (quotation) {
      const inner = text.slice(at + marker + 1, quotation - 1);
      const marked = marker ? text[at]! + inner : inner;
      tokens.push(token(marked, at, quotation, !marker));
      at = quotation;
      continue;
    }
    const end = endOfChunk(text, at);
    const word = peel(text, at, end);
    if (word) tokens.push(token(text.slice(word.start, word.end), word.start, word.end, false));
    at = end;
  }
  return withGaps(text, tokens);
}

function token(text: string, start: number, end: number, quoted: boolean): Token {
  const word = quoted ? "" : text.toLowerCase().replaceAll("’", "'");
  return { text, word, start, end, quoted, before: "", after: "" };
}

function withGaps(text: string, tokens: Token[]): Token[] {
  tokens.forEach((each, index) => {
    each.before = text.slice(tokens[index - 1]?.end ?? 0, each.start);
    each.after = text.slice(each.end, tokens[index + 1]?.start ?? text.length);
  });
  return tokens;
}

/** "5pm" of "fri@5pm". */
const atTime = /@\d{1,2}(?:[:.]\d{2})?(?:[ap]m?)?(?=[\s,;!?)]|$)/iuy;

/** A chunk ends at white space, at a comma that isn't part of a number, at a colon between letters, or before an "@5pm". */
function endOfChunk(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !/[\s—–]/u.test(text[end]!)) {
    atTime.lastIndex = end;
    if (text[end] === "@" && atTime.test(text)) break;
    const comma = /[,;]/u.test(text[end - 1]!) && !/\d/u.test(text[end]!);
    const colon = text[end - 1] === ":" && /\p{L}/u.test(text[end]!);
    if (comma || colon) break;
    end += 1;
  }
  return end;
}

function peel(text: string, from: number, to: number): Span | undefined {
  if (to - from === 1 && lonely.has(text[from]!)) return { start: from, end: to };
  let start = from;
  let end = to;
  while (start < end && (leading.test(text[start]!) || text[start]! in openers)) start += 1;
  while (end > start && trailing.test(text[end - 1]!)) end -= 1;
  const speaks = end > start && !/^[-*+#@!=~_|/\\]+$/u.test(text.slice(start, end));
  return speaks ? { start, end } : undefined;
}

/** Gives the end of the quotation that opens at an offset. Remembers which marks have no partner left, to stay linear. */
function quotationFinder(text: string) {
  const unpaired = new Set<string>();
  return (at: number): number | undefined => {
    const open = text[at];
    const close = open === undefined ? undefined : openers[open];
    if (open === undefined || close === undefined || unpaired.has(open)) return undefined;
    if (at > 0 && letterOrDigit.test(text[at - 1]!)) return undefined;

    for (let end = at + 1; end < text.length; end += 1) {
      const closes = text[end] === close || (open === "“" && text[end] === '"');
      // An apostrophe inside a word doesn't end a quotation.
      if (closes && end > at + 1 && !letterOrDigit.test(text[end + 1] ?? " ")) return end + 1;
    }
    unpaired.add(open);
    return undefined;
  };
}
