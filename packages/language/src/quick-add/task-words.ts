/**
 * Reads one task out of words: markers, phrases ("urgent", "for the work
 * list") and a date are taken out as chips, and what is left is the title.
 */
import { findMentions, isEdge, type Mention } from "../dates/mentions.ts";
import { whenOf } from "../dates/when.ts";
import type { Priority, Span, TaskWords } from "../meaning.ts";
import { match, type Pattern, type Range } from "../text/pattern.ts";
import { type Reading, runsLeft, spanOf, wordsLeft, wordsOf } from "../text/reading.ts";
import type { Token } from "../text/tokens.ts";
import { knownAs, readMarker } from "./markers.ts";

export type ChipKind = "due_on" | "due_time" | "list" | "labels" | "priority";
export type ChipSpans = Partial<Record<ChipKind, Span[]>>;

export interface ReadTask {
  task: TaskWords;
  spans: ChipSpans;
  /** Tokens of the title. */
  title_runs: Range[];
  /** The list was said last, so whatever follows is about something else. */
  ends_with_list: boolean;
  starts_with_date: boolean;
}

interface Desk {
  reading: Reading;
  range: Range;
  spoken: boolean;
  new_lists: boolean;
  placed: boolean;
  /** Tokens in a chip, and tokens that must stay words. */
  taken: Set<number>;
  plain: Set<number>;
  spans: ChipSpans;
  task: TaskWords;
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
    plain: new Set(),
    spans: {},
    task: { title: "" },
  };
  for (let at = range.from; at < range.to; at += 1) {
    const { start, end, quoted } = reading.tokens[at]!;
    if (quoted || ignore.some((span) => span.start < end && start < span.end)) desk.plain.add(at);
  }

  takeMarkers(desk);
  takePhrases(desk);
  const date = takeDate(desk);
  const title_runs = runsLeft(range, (at) => desk.taken.has(at));
  desk.task.title = wordsLeft(reading, range, (at) => desk.taken.has(at));
  return {
    task: desk.task,
    spans: desk.spans,
    title_runs,
    ends_with_list: (desk.spans.list?.[0]?.start ?? -1) >= spanOf(reading, title_runs.at(-1) ?? range).end,
    starts_with_date: date?.from === range.from,
  };
}

function take({ reading, taken, spans }: Desk, kind: ChipKind, range: Range) {
  for (let at = range.from; at < range.to; at += 1) taken.add(at);
  spans[kind] = [...(spans[kind] ?? []), spanOf(reading, range)];
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

function takeListPhrase(desk: Desk) {
  const { chips } = desk.reading.locale;
  for (const pattern of desk.task.list === undefined ? chips.no_list : []) {
    const gone = sweep(desk, pattern, (range) => {
      if (!isAtEnd(desk, range.to)) return false;
      for (let at = range.from; at < range.to; at += 1) desk.taken.add(at);
      return true;
    });
    if (gone) return;
  }
  for (const pattern of chips.list) {
    if (desk.task.list !== undefined) return;
    sweep(desk, pattern, (range, { slots }) => {
      const said = slots.list!;
      if (said.to - said.from > 4) return false;
      takeList(desk, said, range);
      return true;
    });
  }
  if (desk.task.list === undefined) sweep(desk, chips.list_lead, (range) => takeKnownList(desk, range));
}

function takeList(desk: Desk, name: Range, range: Range) {
  const words = wordsOf(desk.reading, name);
  desk.task.list = knownAs(words, desk.reading.context.lists) ?? words;
  take(desk, "list", range);
}

/** "to groceries" at the end, when there is a list of that name. The longest name wins. */
function takeKnownList(desk: Desk, lead: Range): boolean {
  const { reading, range } = desk;
  if (lead.from === range.from) return false;
  for (let to = Math.min(range.to, lead.to + 5); to > lead.to; to -= 1) {
    const name = { from: lead.to, to };
    const known = knownAs(wordsOf(reading, name), reading.context.lists) !== undefined;
    const likely = known || isUsualList(desk, name) || isNewList(desk, lead, name);
    if (!likely || !isAtEnd(desk, to)) continue;
    takeList(desk, name, { from: lead.from, to });
    return true;
  }
  return false;
}

/** "milk to groceries", but "drive to work" is an action. */
function isUsualList({ reading, range, spoken }: Desk, name: Range): boolean {
  const { usual_lists, verbs } = reading.locale.grammar;
  const first = reading.tokens[range.from]!;
  return spoken && !verbs.has(first.word) && usual_lists.has(wordsOf(reading, name).toLowerCase());
}

/**
 * "pay rent to Home", "soap to camping tomorrow": a capital or a date behind it makes a list that nobody has yet,
 * where the words before don't lead anywhere themselves, as in "trip to Berlin".
 */
function isNewList({ reading, range, new_lists, placed }: Desk, lead: Range, name: Range): boolean {
  const { tokens, locale } = reading;
  const { new_list_lead, placed_lead, goes_to, usual_lists, verbs } = locale.grammar;
  const names = tokens.slice(name.from, name.to);
  if (!new_lists || !names.every(couldName) || lead.to - lead.from > 1) return false;
  const { word } = tokens[lead.from]!;
  const areCapital = names.every(({ text }) => /^\p{Lu}.*\p{Ll}/u.test(text));
  const [only, ...more] = names as [Token, ...Token[]];
  if (placed && placed_lead.has(word)) return areCapital || (more.length === 0 && usual_lists.has(only.word));

  const before = tokens.slice(range.from, lead.from);
  if (!new_list_lead.has(word) || before.some((each) => goes_to.has(each.word))) return false;
  if (areCapital) return true;
  const dated = name.to < range.to;
  if (!dated || more.length > 0) return false;
  return usual_lists.has(only.word) || !(verbs.has(before[0]!.word) || verbs.has(only.word));
}

const couldName = ({ text, quoted }: Token) => !quoted && /^\p{L}[\p{L}\p{M}'’-]*$/u.test(text);

/** Tries a pattern at every free token until it is used; tokens that must stay words never match. */
function sweep(
  desk: Desk,
  pattern: Pattern,
  use: (range: Range, found: NonNullable<ReturnType<typeof match>>) => boolean,
) {
  const { reading, range, taken, plain } = desk;
  for (const run of runsLeft(range, (at) => taken.has(at) || plain.has(at))) {
    for (let from = run.from; from < run.to; from += 1) {
      const found = match(
        pattern,
        reading.tokens,
        { from, to: Math.min(run.to, from + 9) },
        { prefix: true },
      );
      if (found && use({ from, to: found.to }, found)) return true;
    }
  }
  return false;
}

/** Nothing but other chips behind it. */
function isAtEnd({ range, taken, reading }: Desk, at: number): boolean {
  let next = at;
  while (next < range.to && taken.has(next)) next += 1;
  if (next >= range.to) return true;
  const rest = findMentions(
    reading.tokens,
    { from: next, to: range.to },
    reading.locale.dates,
    reading.clock,
  );
  return rest.some((mention) => mention.from === next && mention.to === range.to);
}

function takeDate(desk: Desk): Mention | undefined {
  const { reading, range, taken, plain, task } = desk;
  const { dates } = reading.locale;
  const mentions = runsLeft(range, (at) => taken.has(at) || plain.has(at)).flatMap((run) =>
    findMentions(reading.tokens, run, dates, reading.clock),
  );
  const mention = preferred(desk, mentions);
  if (!mention) return undefined;

  const other = mentions.findLast((each) => each !== mention && completes(mention, each));
  const both = other ? { ...other, ...mention, from: mention.from, to: mention.to } : mention;
  task.when = whenOf(both, dates, reading.clock);
  for (const part of other ? [mention, other] : [mention]) takeMention(desk, part);
  return mention;
}

const completes = (mention: Mention, other: Mention) =>
  !mention.at && !other.at && Boolean(mention.days) !== Boolean(other.days) && !(mention.time && other.time);

/** At the end, else at the start, else the last one with nothing hanging on it; never the Friday of a "Friday pizza". */
function preferred(desk: Desk, mentions: Mention[]): Mention | undefined {
  const { reading, range } = desk;
  const withDay = mentions.filter(({ days, at }) => days ?? at);
  const candidates = withDay.length > 0 ? withDay : mentions;
  return (
    candidates.findLast(({ to }) => isAtEnd(desk, to)) ??
    candidates.find(({ from }) => from === range.from) ??
    candidates.findLast(({ to }) => isEdge(reading.tokens, to, reading.locale.dates)) ??
    candidates.findLast(({ describes }) => !describes)
  );
}

function takeMention(desk: Desk, { from, to, day_range, time_range }: Mention) {
  const shared = day_range && time_range && day_range.from === time_range.from;
  if (!day_range || !time_range || shared) {
    if (day_range) take(desk, "due_on", { from, to });
    if (time_range) take(desk, "due_time", { from, to });
    return;
  }
  const [first, second] =
    day_range.from < time_range.from ? (["due_on", "due_time"] as const) : (["due_time", "due_on"] as const);
  const middle = Math.max(day_range.from, time_range.from);
  take(desk, first, { from, to: middle });
  take(desk, second, { from: middle, to });
}
