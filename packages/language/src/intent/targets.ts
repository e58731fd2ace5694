/** One request may point at several tasks: "delete milk and eggs". Each gets its own reference. */
import type { Reference } from "../meaning.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, wordsOf } from "../text/reading.ts";
import { startsWithVerb } from "./items.ts";
import { piecesOf } from "./pieces.ts";
import { isPosition, readReference } from "./reference.ts";

export interface Target {
  target: Reference;
  range: Range;
}

export function readTargets(reading: Reading, range: Range): Target[] {
  const whole = readReference(reading, range);
  const single = [{ target: whole, range }];
  if (whole.numbers || whole.pronoun || whole.text === undefined) return single;

  const pieces = joinedByTitle(reading, piecesOf(reading, range));
  const each = pieces.map((piece) => ({ target: readReference(reading, piece), range: piece }));
  if (pieces.length > 1 && each.every(({ target }) => isPosition(target))) return each;
  if (pieces.some((piece) => isTitle(reading, piece))) return each;
  if (pieces.length === 1 || !areSeparate(reading, pieces)) return single;
  return each;
}

/** "call mom and dad and fix the sink": what is a title together isn't cut. */
function joinedByTitle(reading: Reading, pieces: Range[]): Range[] {
  const joined: Range[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const { from } = pieces[at]!;
    const last = pieces.findLastIndex(({ to }, index) => index >= at && isTitle(reading, { from, to }));
    at = Math.max(at, last);
    joined.push({ from, to: pieces[at]!.to });
  }
  return joined;
}

function isTitle(reading: Reading, range: Range): boolean {
  const said = wordsOf(reading, range).toLowerCase();
  return reading.context.tasks?.some((title) => title.toLowerCase() === said) === true;
}

/** Either all are actions with an object or none is an action, and no two belong together like bread and butter. */
function areSeparate(reading: Reading, pieces: Range[]): boolean {
  const { tokens, locale } = reading;
  const { fixed_pairs, prepositions } = locale.grammar;
  const actions = pieces.filter((piece) => startsWithVerb(reading, piece));
  if (actions.length > 0)
    return actions.length === pieces.length && actions.every(({ from, to }) => to - from > 1);

  return pieces.every((piece, index) => {
    const next = pieces[index + 1];
    if (!next) return true;
    if (fixed_pairs.has(`${tokens[piece.to - 1]!.word} ${tokens[next.from]!.word}`)) return false;
    return !tokens.slice(piece.from, piece.to).some(({ word }) => prepositions.has(word));
  });
}
