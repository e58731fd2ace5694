/** What is to come, and what to begin with. */
import { type Moment, sayDay, sayDue } from "../dates.ts";
import type { SaidAgenda, SaidTask } from "../words.ts";
import { rows } from "./listings.ts";
import { capital, enumerate, plural } from "./names.ts";

export function agenda({ days, overdue, due, undated }: SaidAgenda, moment: Moment): string {
  const stretch = days === 1 ? "today" : "in the next seven days";
  const lines = [
    overdue.length > 0 &&
      `${plural(overdue.length, "task")} ${overdue.length === 1 ? "is" : "are"} overdue: ${named(overdue, moment)}`,
    ...due.map(([day, tasks]) => `${capital(sayDay(day, moment))}: ${named(tasks, moment)}`),
    due.length === 0 && `Nothing${overdue.length > 0 ? " else" : ""} is due ${stretch}.`,
    undated.length > 0 && `Without a date, but of high priority: ${named(undated, moment)}`,
  ].filter((line) => line !== false);
  const isFree = overdue.length + due.length + undated.length === 0;
  return isFree ? lines.join("\n") : [...lines, "I have changed nothing."].join("\n");
}

/** “Standup meeting at 15:30”: the day is said before them. */
const named = (tasks: SaidTask[], moment: Moment) =>
  enumerate(
    tasks.map((task) => {
      const { title, due_on, due_time } = task;
      const time = due_on && due_time ? / at .*$/.exec(sayDue(task, moment))?.[0] : "";
      const level = task.priority === "urgent" || task.priority === "high" ? ` (${task.priority})` : "";
      return `${title}${time ?? ""}${level}`;
    }),
  );

export function begin(tasks: SaidTask[], open: number, moment: Moment): string {
  if (tasks.length === 0) return "Nothing is open. You have done it all.";
  const list = rows(tasks, {}, moment);
  return tasks.length === open
    ? `By date and priority, in this order:\n${list}`
    : `By date and priority, these come first of ${open}:\n${list}`;
}

type Lists = { name: string; open_tasks: number }[];

export function extreme(found: Lists, which: "fullest" | "emptiest"): string {
  const [first] = found;
  if (!first) return "You have no lists yet.";
  const have = found.length > 1 ? "have" : "has";
  const word = which === "fullest" ? "most" : "fewest";
  const each = found.length > 1 ? " each" : "";
  return `${enumerate(found.map(({ name }) => name))} ${have} the ${word} open tasks: ${first.open_tasks}${each}.`;
}
