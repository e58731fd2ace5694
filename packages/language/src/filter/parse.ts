/**
 * A filter's text → what it means. `!` binds closest, then `&` (or nothing
 * between two conditions), then `|`. Pure: the clock is an argument, so the
 * same text means the same everywhere.
 */
import { readCondition } from "./condition.ts";
import { daysReader, type FilterOptions } from "./days.ts";
import { conditionsIn, type Filter } from "./filter.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { type FilterProblem, fail, WrongFilter } from "./problem.ts";
import { Reader } from "./reader.ts";

export type ParsedFilter = { filter: Filter } | { problem: FilterProblem };

/** What one filter may hold, so that no text is slow. */
const MOST_CONDITIONS = 50;
const DEEPEST = 20;

export function parseFilter(text: string, options: FilterOptions): ParsedFilter {
  try {
    const reader = new Reader(text, piecesOf(text), daysReader(options));
    const filter = readAny(reader, 0);
    const left = reader.peek();
    if (left) return fail("closes_nothing", {}, left);
    if (conditionsIn(filter).length > MOST_CONDITIONS)
      return fail("too_many", { most: MOST_CONDITIONS }, { start: 0, end: text.length });
    return { filter };
  } catch (error) {
    if (error instanceof WrongFilter) return { problem: error.problem };
    throw error;
  }
}

const readAny = (reader: Reader, depth: number) =>
  readJoined(
    reader,
    "any",
    (one) => readAll(one, depth),
    (next) => next?.kind === "or",
  );

const readAll = (reader: Reader, depth: number) =>
  readJoined(
    reader,
    "all",
    (one) => readNot(one, depth),
    (next) => next?.kind === "and" || begins(next),
  );

/** Two conditions side by side both hold. */
const begins = (next: Piece | undefined) => next !== undefined && next.kind !== "or" && next.kind !== "close";

function readJoined(
  reader: Reader,
  kind: "all" | "any",
  read: (reader: Reader) => Filter,
  goesOn: (next: Piece | undefined) => boolean,
): Filter {
  const start = reader.place();
  const of = [read(reader)];
  while (goesOn(reader.peek())) {
    const { kind: mark } = reader.peek()!;
    if (mark === "and" || mark === "or") reader.take();
    of.push(read(reader));
  }
  return of.length === 1 ? of[0]! : { kind, of, span: { start, end: reader.end() } };
}

function readNot(reader: Reader, depth: number): Filter {
  const next = reader.peek();
  if (next && depth > DEEPEST) {
    return fail("too_deep", { most: DEEPEST }, next);
  }
  if (next?.kind !== "not") return readOne(reader, depth);
  reader.take();
  const of = readNot(reader, depth + 1);
  return { kind: "not", of, span: { start: next.start, end: reader.end() } };
}

function readOne(reader: Reader, depth: number): Filter {
  const next = reader.peek();
  if (!next || next.kind === "and" || next.kind === "or" || next.kind === "close") return missing(reader);
  if (next.kind !== "open") return readCondition(reader);
  reader.take();
  const inside = readAny(reader, depth + 1);
  const close = reader.peek();
  if (close?.kind !== "close") return fail("never_closed", {}, next);
  reader.take();
  return inside;
}

function missing(reader: Reader): never {
  const before = reader.before();
  if (!before) {
    const start = reader.place();
    return fail("condition_missing", {}, { start, end: reader.peek()?.end ?? start });
  }
  return fail("condition_missing_after", { after: reader.text.slice(before.start, before.end) }, before);
}
