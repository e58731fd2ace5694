/** Tasks, lists and labels as they are read out. Rows are numbered, so that “the second one” means something. */
import { describeRecurrence } from "@todo/language";
import { type Moment, sayDue } from "../dates.ts";
import { sameTitles } from "../telling.ts";
import type { Deed, SaidFilter, SaidTask } from "../words.ts";
import { plural, sentence } from "./names.ts";
import { sayDays } from "./periods.ts";
import { sayReminders } from "./reminders.ts";

const SHOWN = 10;

export function tasks(found: SaidTask[], filter: SaidFilter, moment: Moment): string {
  if (found.length === 0) return noTasks(filter, moment);
  return `You have ${described(plural(found.length, "task"), filter, moment)}:\n${rows(found, filter, moment)}`;
}

export const noTasks = (filter: SaidFilter, moment: Moment) =>
  sentence(`You have no ${described("tasks", filter, moment).replace(/^0 /, "")}`);

export function whichOne(deed: Deed, candidates: SaidTask[], moment: Moment): string {
  return `Which one shall I ${verbs[deed]}?\n${rows(candidates, {}, moment, sameTitles(candidates))}`;
}

const verbs: Record<Deed, string> = {
  complete: "complete",
  reopen: "reopen",
  delete: "delete",
  restore: "restore",
  reschedule: "move",
  update: "change",
  skip: "skip",
  snooze: "remind you of again",
  add_subtasks: "add that to",
};

/** `numbered`: the titles that don't tell one task from another, so that its number is said as well. */
export function rows(
  found: SaidTask[],
  filter: SaidFilter,
  moment: Moment,
  numbered = new Set<string>(),
): string {
  const shown = found
    .slice(0, SHOWN)
    .map((task, index) => `${index + 1}. ${row(task, filter, moment, numbered.has(task.title))}`);
  if (found.length > SHOWN) shown.push(`and ${found.length - SHOWN} more`);
  return shown.join("\n");
}

function row(task: SaidTask, filter: SaidFilter, moment: Moment, isNumbered: boolean): string {
  const details = [
    isNumbered && task.number !== undefined && `#${task.number}`,
    sayDue(task, moment),
    task.recurrence && describeRecurrence(task.recurrence),
    task.reminders?.length && `reminder ${sayReminders(task.reminders, moment)}`,
    task.list && task.list.name.toLowerCase() !== filter.list?.toLowerCase() && `in ${task.list.name}`,
    task.priority &&
      task.priority !== "none" &&
      task.priority !== filter.priority &&
      `${task.priority} priority`,
    task.status === "completed" && filter.status !== "completed" && "done",
  ].filter(Boolean);
  return details.length > 0 ? `${task.title} (${details.join(", ")})` : task.title;
}

/** “3 pending tasks in groceries due tomorrow”. */
function described(countOfTasks: string, filter: SaidFilter, moment: Moment): string {
  const { due, completed, part_of_day, list, label, priority, text, filter: saved } = filter;
  const said = filter.status === "all" || completed ? "" : filter.status;
  const status = due?.overdue ? "overdue" : (said ?? "");
  const level = priority && priority !== "none" ? `${priority}-priority` : "";
  const [count, noun] = countOfTasks.includes(" ") ? countOfTasks.split(" ") : ["", countOfTasks];
  return [
    count,
    status,
    level,
    noun,
    text && `matching “${text}”`,
    list && (list.toLowerCase() === "inbox" ? "in the Inbox" : `in ${list}`),
    label && `labelled ${label}`,
    saved && `in the filter ${saved}`,
    prefixed("due", sayDays(due, moment)),
    prefixed("completed", sayDays(completed, moment)),
    part_of_day && `in the ${part_of_day}`,
  ]
    .filter(Boolean)
    .join(" ");
}

const prefixed = (word: string, days: string) => days && `${word} ${days}`;

export function steps({ title }: SaidTask, below: SaidTask[], moment: Moment): string {
  if (below.length === 0) return sentence(`${title} has no sub-tasks`);
  const done = below.filter(({ status }) => status === "completed").length;
  return `${title}: ${done} of ${below.length} done\n${rows(below, {}, moment)}`;
}

export const lists = (found: { name: string; open_tasks: number }[]) =>
  found.length === 0
    ? "You have no lists yet. Name one when you add a task, and I make it."
    : `You have ${plural(found.length, "list")}:\n${withCounts(found)}`;

export const archived = (found: { name: string; open_tasks: number }[]) =>
  found.length === 0
    ? "You have no archived lists."
    : `You have ${plural(found.length, "archived list")}:\n${withCounts(found)}`;

export const trash = (found: SaidTask[], moment: Moment) =>
  found.length === 0
    ? "There is nothing in the trash."
    : `You have ${plural(found.length, "task")} in the trash:\n${rows(found, {}, moment)}`;

export const labels = (found: { name: string; open_tasks: number }[]) =>
  found.length === 0
    ? "You have no labels yet."
    : `You have ${plural(found.length, "label")}:\n${withCounts(found)}`;

export const filters = (found: { name: string; query: string }[]) =>
  found.length === 0
    ? "You have no saved filters yet."
    : `You have ${plural(found.length, "filter")}:\n${found.map(({ name, query }, index) => `${index + 1}. ${name}: ${query}`).join("\n")}`;

const withCounts = (found: { name: string; open_tasks: number }[]) =>
  found.map(({ name, open_tasks }, index) => `${index + 1}. ${name} (${open_tasks} pending)`).join("\n");
