/** Where a message may be cut: at "and", "then", commas, sentence ends, line breaks, never inside a quotation. */
import type { Range } from "../text/pattern.ts";
import type { Reading } from "../text/reading.ts";

type Cut = "start" | "word" | "comma" | "sentence" | "line";

export interface Piece extends Range {
  /** What parts it from the piece before. */
  cut: Cut;
}

export function piecesOf({ tokens, locale, recurrences }: Reading, range: Range): Piece[] {
  const { connectors, abbreviations } = locale.grammar;
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  let cut: Cut = "start";

  for (let at = range.from; at < range.to; at += 1) {
    const { word } = tokens[at]!;
    // "every Monday and Thursday" is one thing.
    const inside = recurrences.some(({ from, to }) => from < at && at < to);
    const isConnector = connectors.has(word) && at > range.from && !inside;
    if (at > range.from && !inside) {
      const gap = gapCut(tokens[at]!.before, abbreviations.has(tokens[at - 1]!.word));
      if (gap) cut = gap;
      if (gap) open = undefined;
    }
    if (isConnector) {
      if (open || cut === "start") cut = "word";
      open = undefined;
      continue;
    }
    if (open) open.to = at + 1;
    else {
      open = { from: at, to: at + 1, cut: pieces.length === 0 ? "start" : cut };
      pieces.push(open);
    }
  }
  return pieces;
}

function gapCut(gap: string, afterAbbreviation: boolean): Cut | undefined {
  if (/[\n;]/u.test(gap)) return "line";
  if (/[!?؟۔]/u.test(gap) || (gap.includes(".") && !afterAbbreviation)) return "sentence";
  return /[,،]/u.test(gap) ? "comma" : undefined;
}
