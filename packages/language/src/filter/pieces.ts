/** Cuts a filter into marks, names, quotations and words. Nothing is lost: each piece knows where it stood. */
import type { Span } from "../meaning.ts";
import { fail } from "./problem.ts";

export type Piece = Span &
  (
    | { kind: "and" | "or" | "not" | "open" | "close" }
    | { kind: "label" | "list" | "quoted"; text: string }
    /** `text` is lower case, `typed` is not. */
    | { kind: "word"; text: string; typed: string }
  );

const patterns: [RegExp, "and" | "or" | "not" | "open" | "close"][] = [
  [/&&?/y, "and"],
  [/\|\|?/y, "or"],
  [/!/y, "not"],
  [/\(/y, "open"],
  [/\)/y, "close"],
];
/** A quotation runs to the next mark that has no backslash before it. */
const quotation = /["“”]((?:\\.|[^\\"“”])*)(["“”]?)/suy;
const bare = /[^\s&|()"“”]+/uy;
const spoken: Record<string, "and" | "or" | "not"> = { and: "and", or: "or", not: "not" };
const named = { "@": "label", "#": "list" } as const;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/u.test(text[at]!)) {
      at += 1;
      continue;
    }
    const piece = markAt(text, at) ?? nameAt(text, at) ?? quotedAt(text, at) ?? wordAt(text, at);
    pieces.push(piece);
    at = piece.end;
  }
  return pieces;
}

function markAt(text: string, start: number): Piece | undefined {
  for (const [pattern, kind] of patterns) {
    const found = matchAt(pattern, text, start);
    if (found) return { kind, start, end: start + found[0].length };
  }
  return undefined;
}

function nameAt(text: string, start: number): Piece | undefined {
  const mark = text[start];
  if (mark !== "@" && mark !== "#") return undefined;
  const kind = named[mark];
  const quoted = quotedAt(text, start + 1);
  if (quoted?.kind === "quoted") return { ...quoted, kind, start };
  const name = matchAt(bare, text, start + 1)?.[0];
  if (name) return { kind, text: name, start, end: start + 1 + name.length };
  return fail(`${kind}_missing`, { after: mark }, { start, end: start + 1 });
}

function quotedAt(text: string, start: number): Piece | undefined {
  const found = matchAt(quotation, text, start);
  if (!found) return undefined;
  const end = start + found[0].length;
  if (!found[2]) return fail("quotation_open", {}, { start, end });
  const inside = found[1]!.replace(/\\(.)/gsu, "$1").trim();
  if (inside === "") return fail("quotation_empty", {}, { start, end });
  return { kind: "quoted", text: inside, start, end };
}

function wordAt(text: string, start: number): Piece {
  const typed = matchAt(bare, text, start)![0];
  // "title:milk" is a field and its value.
  const field = /^(?:title|search):/iu.exec(typed)?.[0] ?? typed;
  const word = field.toLowerCase();
  const span = { start, end: start + field.length };
  const kind = Object.hasOwn(spoken, word) ? spoken[word] : undefined;
  return kind ? { kind, ...span } : { kind: "word", text: word, typed: field, ...span };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
