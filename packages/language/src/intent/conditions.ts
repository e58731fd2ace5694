/**
 * The conditions in a description of tasks: dates, states, priorities, lists,
 * labels. Each is taken off the table; what stays are the words of the title.
 */
import { dayOf, isoOf } from "../dates/civil.ts";
import type { DueFilter, Priority, Reference } from "../meaning.ts";
import { knownAs, readMarker } from "../quick-add/markers.ts";
import { type Match, match, type Pattern, type Range } from "../text/pattern.ts";
import { type Reading, runsLeft, wordsOf } from "../text/reading.ts";
import { findDue, inThePast } from "./due-filter.ts";

export type Use = "target" | "filter";

export interface Desk {
  reading: Reading;
  range: Range;
  use: Use;
  /** Tokens that have been understood. */
  taken: Set<number>;
  found: Reference;
}

export function takeConditions(desk: Desk) {
  takeAll(desk);
  if (desk.found.status === "completed") moveDueToCompleted(desk);
}

/** "tasks completed today", but "completed tasks due today". */
export function moveDueToCompleted({ reading, range, found }: Pick<Desk, "reading" | "range" | "found">) {
  const { due_words } = reading.locale.references;
  const speaksOfDue = reading.tokens.slice(range.from, range.to).some(({ word }) => due_words.has(word));
  if (!found.due || found.due.overdue || speaksOfDue) return;
  found.completed = inThePast(found.due, reading.clock);
  delete found.due;
}

function takeAll(desk: Desk) {
  takeEvery(desk);
  takeMarkers(desk);
  takeDue(desk);
  takeStates(desk);
  takePriority(desk);
  takeLists(desk);
  takeSort(desk);
  takePartOfDay(desk);
  takeFillers(desk);
}

function takeRange({ taken }: Desk, { from, to }: Range) {
  for (let at = from; at < to; at += 1) taken.add(at);
}

/** Tries patterns at every free token, left to right. */
export function sweep(desk: Desk, patterns: Pattern[], use: (range: Range, found: Match) => boolean) {
  const { reading, range, taken } = desk;
  for (const run of runsLeft(range, (at) => taken.has(at))) {
    for (let from = run.from; from < run.to; from += 1) {
      for (const pattern of patterns) {
        const found = match(
          pattern,
          reading.tokens,
          { from, to: Math.min(run.to, from + 8) },
          { prefix: true },
        );
        if (found && found.to > from && use({ from, to: found.to }, found)) {
          takeRange(desk, { from, to: found.to });
          from = found.to - 1;
          break;
        }
      }
    }
  }
}

function takeEvery(desk: Desk) {
  const { every, everything } = desk.reading.locale.references;
  sweep(desk, [...everything, ...every], ({ from }) => {
    if (from !== desk.range.from) return false;
    desk.found.every = true;
    return true;
  });
}

function takeMarkers({ reading, range, taken, found }: Desk) {
  for (let at = range.from; at < range.to; at += 1) {
    const marker = readMarker(reading.tokens[at]!, reading.context);
    if (marker?.kind === "list") found.list = marker.name;
    else if (marker?.kind === "label") found.label = marker.name;
    else if (marker?.kind === "priority") found.priority = marker.priority;
    if (marker) taken.add(at);
  }
}

function takeDue(desk: Desk) {
  const { reading, range, use, found } = desk;
  const { overdue } = reading.locale.references;
  sweep(desk, overdue, (range) => {
    if (use === "target" && !found.every && !precedesTask(desk, range.to)) return false;
    found.due = { overdue: true };
    return true;
  });
  for (const run of runsLeft(afterOwner(desk), (at) => desk.taken.has(at))) {
    for (const { from, to, due, led, part } of findDue(reading, run)) {
      // Titles don't end with a date: "delete call mom tomorrow" says when it is due.
      const ends = from > range.from && to === range.to;
      const meant = use === "filter" || led || ends || found.every || startsWithPossessive(desk);
      const both = joinedDays(desk, due, from);
      if (both) {
        found.due = both;
        takeRange(desk, { from: from - 1, to });
        continue;
      }
      if (found.due || !meant || (from === range.from && to === range.to && use === "target")) continue;
      found.due = due;
      if (part) found.part_of_day = part;
      takeRange(desk, { from, to });
    }
  }
  takePossessiveDay(desk);
}

/** "my Friday tasks": of several, the day is no part of a name. */
function afterOwner({ reading: { tokens, locale }, range: { from, to } }: Desk): Range {
  const { possessives, task_nouns_plural, isPlural } = locale.references;
  const last = tokens[to - 1]!.word;
  const { word } = tokens[from]!;
  const isOwned = to - from > 2 && (possessives.has(word) || locale.grammar.articles.has(word));
  return { from: isOwned && (task_nouns_plural.has(last) || isPlural(last)) ? from + 1 : from, to };
}

/** "today and tomorrow" */
function joinedDays({ reading, taken, found }: Desk, next: DueFilter, from: number): DueFilter | undefined {
  const joins = taken.has(from - 2) && reading.locale.grammar.connectors.has(reading.tokens[from - 1]!.word);
  if (!joins || !found.due?.on || !next.on) return undefined;
  const [first, last] = [dayOf(found.due.on), dayOf(next.on)];
  return last === first + 1 ? { after: isoOf(first - 1), before: isoOf(last + 1) } : undefined;
}

/** "today's tasks" */
function takePossessiveDay(desk: Desk) {
  const { reading, range, found } = desk;
  for (let at = range.from; at < range.to && !found.due; at += 1) {
    const token = reading.tokens[at]!;
    const owner = /^(.+)'s$/u.exec(token.word)?.[1];
    if (!owner || desk.taken.has(at)) continue;
    const alone: Reading = {
      ...reading,
      tokens: [{ ...token, word: owner, text: owner, before: "", after: "" }],
    };
    const due = findDue(alone, { from: 0, to: 1 })[0]?.due;
    if (!due) continue;
    found.due = due;
    desk.taken.add(at);
  }
}

function takeStates(desk: Desk) {
  for (const { pattern, status } of desk.reading.locale.references.status) {
    sweep(desk, [pattern], ({ to }) => {
      if (desk.found.status) return false;
      if (desk.use === "target" && !desk.found.every && !precedesTask(desk, to)) return false;
      desk.found.status = status;
      return true;
    });
  }
}

/** "the completed tasks": behind the word there is only a noun for tasks. */
function precedesTask({ reading, range }: Desk, at: number): boolean {
  const { task_nouns, task_nouns_plural } = reading.locale.references;
  const word = at < range.to ? reading.tokens[at]!.word : "";
  return task_nouns.has(word) || task_nouns_plural.has(word);
}

function takePriority(desk: Desk) {
  const { chips, requests } = desk.reading.locale;
  for (const { pattern, edge_only } of chips.priority) {
    sweep(desk, [pattern], ({ to }, { values }) => {
      const meant = desk.use === "filter" || !edge_only || precedesTask(desk, to);
      if (!meant || desk.found.priority) return false;
      desk.found.priority = requests.priorities[String(values.level)] as Priority;
      return true;
    });
  }
}

function takeLists(desk: Desk) {
  const { chips } = desk.reading.locale;
  const { found, reading } = desk;
  const named = (range: Range, known: string[] | undefined) => {
    const words = wordsOf(reading, range);
    return knownAs(words, known) ?? words;
  };
  sweep(desk, chips.no_list, () => true);
  sweep(desk, chips.labels, (_, { slots }) => {
    found.label ??= named(slots.label!, reading.context.labels);
    return true;
  });
  sweep(desk, chips.list, (_, { slots }) => {
    if (found.list !== undefined || slots.list!.to - slots.list!.from > 4) return false;
    found.list = named(slots.list!, reading.context.lists);
    return true;
  });
  if (desk.use === "filter") {
    sweep(desk, [chips.list_named], (_, { slots }) => {
      const said = slots.list!;
      const words = reading.tokens.slice(said.from, said.to);
      const isGeneric = words.every(({ word }) => reading.locale.grammar.generic_lists.has(word));
      if (words.length > 4) return false;
      if (!isGeneric) found.list ??= named(said, reading.context.lists);
      return true;
    });
  }
  sweep(desk, [chips.list_lead, chips.list_source], (lead) => {
    for (let to = Math.min(desk.range.to, lead.to + 4); to > lead.to && found.list === undefined; to -= 1) {
      const words = wordsOf(reading, { from: lead.to, to });
      const known = knownAs(words, reading.context.lists);
      const usual =
        reading.locale.grammar.usual_lists.has(words.toLowerCase()) && (found.every || desk.use === "filter");
      if (known === undefined && !usual) continue;
      found.list = known ?? words;
      takeRange(desk, { from: lead.from, to });
      return true;
    }
    return false;
  });
}

function takeSort(desk: Desk) {
  if (desk.use !== "filter") return;
  for (const { pattern, sort } of desk.reading.locale.references.sorts ?? [])
    sweep(desk, [pattern], () => {
      desk.found.sort = sort;
      return true;
    });
}

function takePartOfDay(desk: Desk) {
  const { reading, range, found, taken } = desk;
  for (const { pattern, part } of reading.locale.references.part_of_day) {
    sweep(desk, [pattern], ({ from, to }) => {
      // "night shift" as all there is could be a title, but "my morning meetings" asks about the time.
      const rest = runsLeft(range, (at) => taken.has(at) || (at >= from && at < to));
      const grouped = desk.use === "filter" || found.every || speaksOfMany(desk);
      if (!grouped || found.part_of_day || rest.length === 0) return false;
      found.part_of_day = part;
      return true;
    });
  }
}

function takeFillers(desk: Desk) {
  const { fillers } = desk.reading.locale.references;
  if (desk.use === "filter" || desk.found.every || desk.taken.size > 0) sweep(desk, fillers, () => true);
  else sweep(desk, fillers, ({ from }) => isTaskNoun(desk, from - 1));
}

function isTaskNoun({ reading, range }: Desk, at: number): boolean {
  const { task_nouns, task_nouns_plural } = reading.locale.references;
  const word = at >= range.from && at < range.to ? reading.tokens[at]!.word : "";
  return task_nouns.has(word) || task_nouns_plural.has(word);
}

/** "my meetings": a plural behind a possessive. */
export function speaksOfMany(desk: Desk): boolean {
  const { reading, range, taken } = desk;
  const last = runsLeft(range, (at) => taken.has(at)).at(-1);
  if (!last || !startsWithPossessive(desk)) return false;
  return reading.locale.references.isPlural(reading.tokens[last.to - 1]!.word);
}

function startsWithPossessive({ reading, range }: Desk): boolean {
  return reading.locale.references.possessives.has(reading.tokens[range.from]!.word);
}
