/** Requests to be shown something. */
import type { Reference } from "../meaning.ts";
import { knownAs } from "../quick-add/markers.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, spanOf, wordsOf } from "../text/reading.ts";
import { moveDueToCompleted } from "./conditions.ts";
import { readNumbers } from "./numbers.ts";
import type { Heard, Reader } from "./readers.ts";
import { readReference } from "./reference.ts";

export function filterOf(reading: Reading, range: Range | undefined) {
  if (!range) return {};
  const {
    pronoun: _pronoun,
    ordinal: _ordinal,
    first: _first,
    last: _last,
    numbers: _numbers,
    by_number: _by_number,
    other: _other,
    except: _except,
    every: _every,
    ...filter
  } = readReference(reading, range, "filter");
  return filter;
}

function listing({ reading, slots, confidence }: Heard, status?: Reference["status"]) {
  const filter: Reference = { ...(status && { status }), ...filterOf(reading, slots.filter) };
  if (filter.status === "completed" && slots.filter)
    moveDueToCompleted({ reading, range: slots.filter, found: filter });
  return [
    {
      operation: "list" as const,
      filter,
      confidence,
      spans: slots.filter ? { filter: spanOf(reading, slots.filter) } : {},
    },
  ];
}

/** "when is it due", "when is task 3 due" */
const findWhen: Reader = (heard) => {
  const { reading, slots, confidence } = heard;
  const { numbers, by_number, pronoun } = slots.filter ? readReference(reading, slots.filter) : {};
  if (!numbers && !pronoun) return listing(heard);
  const filter = numbers ? { numbers, ...(by_number && { by_number }) } : { pronoun: pronoun! };
  return [{ operation: "list", filter, confidence, spans: { filter: spanOf(reading, slots.filter!) } }];
};

/** "show me tasks 2 and 3", "what's task 2" */
const findNumbers: Reader = (heard) => {
  const { reading, slots } = heard;
  const isNumbered =
    slots.filter && speaksOfTasks(reading, slots.filter) && readNumbers(reading, slots.filter);
  return isNumbered ? findWhen(heard) : undefined;
};

/** Words like "see" and "what is" may be about anything; what they ask for must be tasks. */
const findTasks: Reader = (heard) => {
  const { reading, slots } = heard;
  if (!slots.filter) return undefined;
  const filter = filterOf(reading, slots.filter);
  const onlyConditions = filter.text === undefined && Object.keys(filter).length > 0;
  return onlyConditions || speaksOfTasks(reading, slots.filter) ? listing(heard) : undefined;
};

const longestBareFilter = 8;

/** "my tasks", "work tasks for today": conditions and a noun for tasks, no sentence. */
const findBare: Reader = (heard) => {
  const { reading, slots } = heard;
  const range = slots.filter;
  if (!range || range.to - range.from > longestBareFilter || !speaksOfTasks(reading, range)) return undefined;
  if (readNumbers(reading, range)) return undefined;
  const { text } = filterOf(reading, range);
  if (range.to - range.from === 1) return listing(heard);
  const { verbs } = reading.locale.grammar;
  // "add a task" names nothing, but is no listing either.
  const isPhrase = text === undefined || (!text.includes(" ") && !verbs.has(text.toLowerCase()));
  if (text === undefined) return listing(heard);
  return isPhrase && !verbs.has(reading.tokens[range.from]!.word) ? listing(heard) : undefined;
};

export function speaksOfTasks({ tokens, locale }: Reading, { from, to }: Range): boolean {
  const { task_nouns, task_nouns_plural } = locale.references;
  const { task_topics } = locale.grammar;
  return tokens
    .slice(from, to)
    .some(({ word }) => task_nouns.has(word) || task_nouns_plural.has(word) || task_topics.has(word));
}

/** "show groceries": only a list that is there; whoever says "open" may mean a door. */
const findList: Reader = ({ reading, slots, confidence }) => {
  const list = slots.list && knownAs(wordsOf(reading, slots.list), reading.context.lists);
  if (!slots.list || list === undefined) return undefined;
  const spans = { filter: spanOf(reading, slots.list) };
  return [{ operation: "list", filter: { list }, confidence, spans }];
};

export const findings: Record<string, Reader> = {
  find: (heard) => listing(heard),
  find_list: findList,
  find_numbers: findNumbers,
  find_done: (heard) => listing(heard, "completed"),
  /** "what's most important today" */
  find_first: (heard) =>
    listing(heard, "pending").map((each) => ({ ...each, filter: { ...each.filter, sort: "priority" } })),
  find_open: (heard) => listing(heard, "pending"),
  find_when: findWhen,
  find_tasks: findTasks,
  find_bare: findBare,
};
