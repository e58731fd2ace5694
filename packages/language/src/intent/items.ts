/**
 * Cuts what is to be added into single tasks. "buy milk, call mom and book a
 * flight" is three, "milk and eggs" two; "buy bread and butter" and "wash and
 * dry the car" are one.
 */
import { findMentions } from "../dates/mentions.ts";
import { type ReadTask, readTaskWords, type TaskWordsOptions } from "../quick-add/task-words.ts";
import { withoutLeads } from "../quick-add/title.ts";
import { isReminder } from "../reminders/within.ts";
import type { Range } from "../text/pattern.ts";
import type { Reading } from "../text/reading.ts";
import { type Piece, piecesOf } from "./pieces.ts";

const longestBareItem = 4;

/** `head` is where the task itself begins, behind a date or a word like "to". */
interface Item extends Range {
  head: number;
}

export function itemsOf(reading: Reading, range: Range, options: TaskWordsOptions): Range[] {
  const items: Item[] = [];
  const read = remembering((part) => readTaskWords(reading, part, options));
  for (const piece of piecesOf(reading, range)) {
    const last = items.at(-1);
    if (last && !parts(reading, last, piece, read)) last.to = piece.to;
    else items.push({ from: piece.from, to: piece.to, head: headOf(reading, piece, read) });
  }
  return items;
}

type Read = (part: Range) => ReadTask;

/** Looking for cuts reads the same words again and again. */
function remembering(read: Read): Read {
  const known = new Map<string, ReadTask>();
  return (part) => {
    const key = `${part.from}-${part.to}`;
    const task = known.get(key) ?? read(part);
    known.set(key, task);
    return task;
  };
}

function headOf(reading: Reading, piece: Range, read: Read): number {
  const { title_runs } = read(piece);
  return withoutLeads(reading, title_runs)[0]?.from ?? piece.from;
}

function parts(reading: Reading, item: Item, piece: Piece, read: Read): boolean {
  if (piece.cut === "line" || piece.cut === "sentence") return true;
  if (isOnlyDate(reading, piece) || isReminder(reading, piece)) return false;
  const isShort = sizeOf(item) <= 12;
  if (isShort && read(item).ends_with_list) return true;
  // "call mom on Monday and gym on Tuesday"
  if (isShort && [item, piece].every((part) => endsWithDate(reading, part, read))) return true;
  if (isFixedPair(reading, item, piece)) return false;
  const task = { from: item.head, to: item.to };
  return startsWithVerb(reading, task)
    ? partsActions(reading, task, piece, read)
    : partsThings(reading, task, piece);
}

function endsWithDate({ tokens }: Reading, part: Range, read: Read): boolean {
  const { task, spans } = read(part);
  const { due_on = [], due_time = [], recurrence = [] } = spans;
  const { end } = tokens[part.to - 1]!;
  return task.title !== "" && [...due_on, ...due_time, ...recurrence].some((span) => span.end === end);
}

const sizeOf = ({ from, to }: Range) => to - from;

export function startsWithVerb({ tokens, locale }: Reading, { from, to }: Range): boolean {
  const { verbs, endsAction } = locale.grammar;
  return from < to && (verbs.has(tokens[from]!.word) || endsAction?.(tokens[to - 1]!.word) === true);
}

function partsActions(reading: Reading, item: Range, piece: Piece, read: Read): boolean {
  const { tokens, locale } = reading;
  const { dependents, object_pronouns, going_verbs } = locale.grammar;
  const action = { from: headOf(reading, piece, read), to: piece.to };
  if (!startsWithVerb(reading, action) || sizeOf(item) < 2 || sizeOf(piece) < 2) return false;
  if (dependents.has(tokens[piece.from]!.word)) return false;
  if (going_verbs.has(tokens[item.from]!.word)) return false;
  for (let at = piece.from; at < piece.to; at += 1) if (object_pronouns.has(tokens[at]!.word)) return false;
  return true;
}

function partsThings(reading: Reading, item: Range, piece: Piece): boolean {
  const { tokens, locale } = reading;
  const itemWords = tokens.slice(item.from, item.to);
  if (itemWords.at(-1)!.quoted || tokens[piece.from]!.quoted) return true;
  if (startsWithVerb(reading, piece) && sizeOf(piece) >= 2) return true;
  if (itemWords.some(({ word }) => locale.grammar.prepositions.has(word))) return false;
  if (areNames(reading, item, piece)) return false;
  return sizeOf(item) <= longestBareItem && sizeOf(piece) >= 1;
}

/** "Tom and Jerry" */
function areNames({ tokens }: Reading, item: Range, piece: Piece): boolean {
  const isName = (at: number) => /^\p{Lu}\p{Ll}/u.test(tokens[at]!.text);
  return piece.cut === "word" && isName(item.to - 1) && isName(piece.from) && sizeOf(item) === 1;
}

function isFixedPair({ tokens, locale }: Reading, item: Range, piece: Piece): boolean {
  const pair = `${tokens[item.to - 1]!.word} ${tokens[piece.from]!.word}`;
  return piece.cut === "word" && locale.grammar.fixed_pairs.has(pair);
}

function isOnlyDate({ tokens, locale, clock }: Reading, piece: Piece): boolean {
  const first = findMentions(tokens, piece, locale.dates, clock)[0];
  return first?.from === piece.from && first.to === piece.to;
}
