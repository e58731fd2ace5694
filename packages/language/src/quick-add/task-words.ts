/**
 * Reads one task out of words: markers, phrases ("urgent", "for the work
 * list") and a date are taken out as chips, and what is left is the title.
 */
import type { Priority, Span, TaskWords } from "../meaning.ts";
import type { RecurrenceMention } from "../recurrence/mentions.ts";
import { recurrenceOf, recurrenceWithin } from "../recurrence/within.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, runsLeft, spanOf, wordsOf } from "../text/reading.ts";
import { takeDate } from "./date-words.ts";
import { type ChipSpans, type Desk, isAtEnd, sweep, take } from "./desk.ts";
import { takeListPhrase } from "./list-words.ts";
import { knownAs, readMarker } from "./markers.ts";
import { takeReminders } from "./reminder-words.ts";
import { framesOf, withoutDangling, withoutLeads } from "./title.ts";

export interface ReadTask {
  task: TaskWords;
  spans: ChipSpans;
  /** Tokens of the title. */
  title_runs: Range[];
  /** The list was said last, so whatever follows is about something else. */
  ends_with_list: boolean;
  starts_with_date: boolean;
}

export interface TaskWordsOptions {
  /** Stays plain text. */
  ignore?: Span[];
  /** Said to the assistant, where "to groceries" is a list even before it exists. */
  spoken?: boolean;
  /** We were asked in so many words to add it, so that "to Home" may be a list that nobody has yet. */
  new_lists?: boolean;
  /** We were asked to put it somewhere: the same of "in Home". */
  placed?: boolean;
}

export function readTaskWords(reading: Reading, range: Range, options: TaskWordsOptions = {}): ReadTask {
  const { ignore = [], spoken = false, new_lists = false, placed = false } = options;
  const desk: Desk = {
    reading,
    range,
    spoken,
    new_lists,
    placed,
    taken: new Set(),
    framed: new Set(),
    plain: new Set(),
    spans: {},
    task: { title: "" },
  };
  for (let at = range.from; at < range.to; at += 1) {
    const { start, end, quoted } = reading.tokens[at]!;
    if (quoted || ignore.some((span) => span.start < end && start < span.end)) desk.plain.add(at);
  }

  takeMarkers(desk);
  const remind = takeReminders(desk);
  const frames = takeFrames(desk);
  const recurrence = takeRecurrence(desk);
  takePhrases(desk);
  const date = takeDate(desk, recurrence);
  remind(frames);
  const { due_on = [], due_time = [], recurrence: said = [] } = desk.spans;
  const starts = new Set([...due_on, ...due_time, ...said].map(({ start }) => start));
  const left = withoutDangling(
    reading,
    runsLeft(range, (at) => desk.taken.has(at)),
    starts,
  );
  const title_runs = desk.framed.size > 0 ? withoutLeads(reading, left) : left;
  desk.task.title = title_runs.map((run) => wordsOf(reading, run)).join(" ");
  return {
    task: desk.task,
    spans: desk.spans,
    title_runs,
    ends_with_list: (desk.spans.list?.[0]?.start ?? -1) >= spanOf(reading, title_runs.at(-1) ?? range).end,
    starts_with_date: date?.from === range.from,
  };
}

/** The request around the task is no part of it, whoever it was said to. */
function takeFrames(desk: Desk): Range[] {
  const frames = framesOf(desk.reading, desk.range, (at) => desk.plain.has(at) || desk.taken.has(at));
  for (const { from, to } of frames)
    for (let at = from; at < to; at += 1) {
      desk.taken.add(at);
      desk.framed.add(at);
    }
  return frames;
}

function takeMarkers(desk: Desk) {
  const { reading, range, plain, task } = desk;
  for (let at = range.from; at < range.to; at += 1) {
    const marker = plain.has(at) ? undefined : readMarker(reading.tokens[at]!, reading.context);
    if (!marker) continue;
    const isTime = marker.kind === "label" && /^\d/u.test(marker.name);
    if (isTime) continue;
    const said = { from: at, to: at + 1 };
    if (marker.kind === "label") addLabel(desk, marker.name, said);
    else if (marker.kind === "list" && task.list === undefined) {
      task.list = marker.name;
      take(desk, "list", said);
    } else if (marker.kind === "priority" && task.priority === undefined) {
      task.priority = marker.priority;
      take(desk, "priority", said);
    }
  }
}

function takeRecurrence(desk: Desk): RecurrenceMention | undefined {
  const { reading, range, plain, taken } = desk;
  const isFree = (at: number) => !plain.has(at) && !taken.has(at);
  const mention = recurrenceWithin(reading.recurrences, range, isFree);
  if (!mention) return undefined;
  for (const words of mention.ranges) take(desk, "recurrence", words);
  // "a weekly meeting": its word stays in the title as well.
  if (mention.ranges.length === 0) desk.spans.recurrence = [spanOf(reading, mention)];
  if (mention.time) take(desk, "due_time", mention.time);
  desk.task.recurrence = recurrenceOf(mention);
  return mention;
}

function addLabel(desk: Desk, name: string, range: Range) {
  desk.task.labels = [...new Set([...(desk.task.labels ?? []), name])];
  take(desk, "labels", range);
}

function takePhrases(desk: Desk) {
  const { chips, requests } = desk.reading.locale;
  for (const { pattern, edge_only } of chips.priority) {
    if (desk.task.priority !== undefined) break;
    sweep(desk, pattern, (range, found) => {
      const atEdge = range.from === desk.range.from || isAtEnd(desk, range.to);
      if (edge_only && !(atEdge && desk.range.to - desk.range.from > 1)) return false;
      desk.task.priority = requests.priorities[String(found.values.level)] as Priority;
      take(desk, "priority", range);
      return true;
    });
  }
  for (const pattern of chips.labels) {
    sweep(desk, pattern, (range, { slots }) => {
      const name = wordsOf(desk.reading, slots.label!);
      addLabel(desk, knownAs(name, desk.reading.context.labels) ?? name, range);
      return true;
    });
  }
  takeListPhrase(desk);
}
