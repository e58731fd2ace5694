/** Makes tasks out of what follows "add". What is said once for several tasks is given to each. */
import type { Intention, Reminder, Span, TaskWords } from "../meaning.ts";
import { type ReadTask, readTaskWords, type TaskWordsOptions } from "../quick-add/task-words.ts";
import { withoutLeads } from "../quick-add/title.ts";
import { match, type Range } from "../text/pattern.ts";
import { type Reading, spanOf, wordsOf } from "../text/reading.ts";
import { itemsOf, startsWithVerb } from "./items.ts";
import { readNumbers } from "./numbers.ts";

/** "push code to GitHub" isn't said to us, "add code to GitHub" is. */
const leastExplicit = 0.9;

export function readAdd(
  reading: Reading,
  body: Range,
  confidence: number,
  given: Partial<TaskWords> = {},
  placed = false,
): Intention | undefined {
  const asked = asksToRemind(reading, body);
  const options = { spoken: true, new_lists: confidence > leastExplicit, placed };
  const items = itemsOf(reading, body, options).map((item) => readItem(reading, item, options));
  shareLists(items);
  shareDates(reading, items);
  const tasks = items
    .filter(({ task }) => task.title !== "")
    .map(({ task }) => ({ ...given, ...(asked && task.when && { reminders: atDue }), ...task }));
  if (tasks.length === 0) return undefined;
  return { operation: "add", tasks, confidence, spans: spansOf(reading, items) };
}

/** In tokens: "set me another reminder for". */
const longestLead = 6;
const atDue: Reminder[] = [{ minutes_before: 0 }];

/** "remind me to …": what is due is to be spoken up about. */
function asksToRemind({ tokens, locale }: Reading, { from, to }: Range): boolean {
  const { leads, tails } = locale.reminders;
  const starts = Array.from({ length: Math.min(from, longestLead) }, (_, back) => from - 1 - back);
  const isLed = starts.some((at) =>
    leads.some((lead) => {
      const found = match(lead, tokens, { from: at, to: from }, { prefix: true });
      // "remind me", and between it and the task no more than "to".
      return found !== undefined && from - found.to <= 1;
    }),
  );
  return (
    isLed || tails.some((tail) => match(tail, tokens, { from: to, to: tokens.length }, { prefix: true }))
  );
}

function readItem(reading: Reading, item: Range, options: TaskWordsOptions): ReadTask {
  const read = readTaskWords(reading, item, options);
  const title = withoutConnectors(reading, withoutLeads(reading, read.title_runs));
  read.task.title = saysNothing(reading, title) ? "" : title.map((run) => wordsOf(reading, run)).join(" ");
  return { ...read, title_runs: title };
}

/** "bread and [remind me at 5]": what it joined is no part of the title. */
function withoutConnectors({ tokens, locale }: Reading, runs: Range[]): Range[] {
  const last = runs.at(-1);
  const isLoose = last && last.to - last.from > 1 && locale.grammar.connectors.has(tokens[last.to - 1]!.word);
  return isLoose ? [...runs.slice(0, -1), { from: last.from, to: last.to - 1 }] : runs;
}

/** "add a task", "add a list", "add task 3" */
function saysNothing(reading: Reading, runs: Range[]): boolean {
  const { tokens, locale } = reading;
  const { generic_lists, list_nouns } = locale.grammar;
  const [only, ...more] = runs;
  const isTask = only && locale.references.task_nouns.has(tokens[only.from]!.word);
  if (isTask && more.length === 0 && readNumbers(reading, only)) return true;
  // "add that": what was spoken of is no title.
  const points = [...locale.references.last, ...locale.references.last_all];
  if (only && more.length === 0 && points.some((pattern) => match(pattern, tokens, only))) return true;
  return runs.every(({ from, to }) =>
    tokens.slice(from, to).every(({ word }) => generic_lists.has(word) || list_nouns.has(word)),
  );
}

/** "milk and eggs to groceries": the list said last is for all before it, back to the last list. */
function shareLists(items: ReadTask[]) {
  let list: string | undefined;
  for (const { task } of items.toReversed()) {
    if (task.list !== undefined) list = task.list;
    else if (list !== undefined) task.list = list;
  }
}

/**
 * A date before the first or behind the last task is for all of a kind: "milk
 * and eggs tomorrow", but not "milk and call mom tomorrow". A task that says
 * more of itself, such as its priority, says its own date too.
 */
function shareDates(reading: Reading, items: ReadTask[]) {
  let group: ReadTask[] = [];
  for (const item of items) {
    group.push(item);
    if (item.ends_with_list) {
      shareDate(reading, group);
      group = [];
    }
  }
  shareDate(reading, group);
}

function shareDate(reading: Reading, group: ReadTask[]) {
  const kinds = new Set(group.map(({ title_runs: [head] }) => head && startsWithVerb(reading, head)));
  if (kinds.size > 1 || group.some(({ task }) => task.priority || task.labels)) return;
  const dated = group.filter(({ task }) => task.when);
  const [source] = dated;
  const shared = source === group.at(-1) || (source === group[0] && source?.starts_with_date);
  if (dated.length !== 1 || !shared || !source?.task.when) return;
  const { when, recurrence, reminders } = source.task;
  for (const { task } of group)
    Object.assign(task, { when }, recurrence && { recurrence }, reminders && { reminders });
}

function spansOf(reading: Reading, items: ReadTask[]): Record<string, Span> {
  const spans: Record<string, Span> = {};
  items.forEach((item, index) => {
    const suffix = index === 0 ? "" : `_${index + 1}`;
    const [first] = item.title_runs;
    if (first)
      spans[`title${suffix}`] = spanOf(reading, { from: first.from, to: item.title_runs.at(-1)!.to });
    for (const [kind, [span]] of Object.entries(item.spans)) if (span) spans[`${kind}${suffix}`] = span;
  });
  return spans;
}
