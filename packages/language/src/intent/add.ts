/** Makes tasks out of what follows "add". What is said once for several tasks is given to each. */
import type { Intention, Span, TaskWords } from "../meaning.ts";
import { type ReadTask, readTaskWords } from "../quick-add/task-words.ts";
import { match, type Range } from "../text/pattern.ts";
import { type Reading, spanOf, wordsOf } from "../text/reading.ts";
import { itemsOf } from "./items.ts";

export function readAdd(reading: Reading, body: Range, confidence: number, given: Partial<TaskWords> = {}): Intention | undefined {
  const items = itemsOf(reading, body).map((item) => readItem(reading, item));
  shareLists(items);
  shareDates(items);
  const tasks = items.filter(({ task }) => task.title !== "").map(({ task }) => ({ ...given, ...task }));
  if (tasks.length === 0) return undefined;
  return { operation: "add", tasks, confidence, spans: spansOf(reading, items) };
}

function readItem(reading: Reading, item: Range): ReadTask {
  const read = readTaskWords(reading, item, { spoken: true });
  const title = withoutLeads(reading, read.title_runs);
  read.task.title = title.map((run) => wordsOf(reading, run)).join(" ");
  return { ...read, title_runs: title };
}

/** "to", "called" and a first article don't belong to a title. */
function withoutLeads(reading: Reading, runs: Range[]): Range[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const { title_leads, articles } = reading.locale.grammar;
  let { from } = first;
  for (const lead of title_leads) {
    const found = match(lead, reading.tokens, { from, to: first.to }, { prefix: true });
    if (found && (found.to < first.to || rest.length > 0)) from = found.to;
  }
  if (from < first.to - 1 && articles.has(reading.tokens[from]!.word)) from += 1;
  return from < first.to ? [{ from, to: first.to }, ...rest] : rest;
}

/** "milk and eggs to groceries": the list said last is for all before it, back to the last list. */
function shareLists(items: ReadTask[]) {
  let list: string | undefined;
  for (const { task } of items.toReversed()) {
    if (task.list !== undefined) list = task.list;
    else if (list !== undefined) task.list = list;
  }
}

/** A date before the first or behind the last task is for all that have none, unless each has its own. */
function shareDates(items: ReadTask[]) {
  let group: ReadTask[] = [];
  for (const item of items) {
    group.push(item);
    if (item.ends_with_list) {
      shareDate(group);
      group = [];
    }
  }
  shareDate(group);
}

function shareDate(group: ReadTask[]) {
  const dated = group.filter(({ task }) => task.when);
  const [source] = dated;
  const shared = source === group.at(-1) || (source === group[0] && source?.starts_with_date);
  if (dated.length !== 1 || !shared || !source?.task.when) return;
  for (const { task } of group) task.when = source.task.when;
}

function spansOf(reading: Reading, items: ReadTask[]): Record<string, Span> {
  const spans: Record<string, Span> = {};
  items.forEach((item, index) => {
    const suffix = index === 0 ? "" : `_${index + 1}`;
    const [first] = item.title_runs;
    if (first) spans[`title${suffix}`] = spanOf(reading, { from: first.from, to: item.title_runs.at(-1)!.to });
    for (const [kind, [span]] of Object.entries(item.spans)) if (span) spans[`${kind}${suffix}`] = span;
  });
  return spans;
}
