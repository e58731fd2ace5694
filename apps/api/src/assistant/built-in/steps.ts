/** “how far am I with the report?”: its sub-tasks, and how many of them are done. */
import type { SaidTask } from "../../words/words.ts";
import { tasksIn } from "./conversation.ts";
import { troubleIn } from "./find-tasks.ts";
import type { Pointed } from "./intentions.ts";
import { closest, searchOf, withWords } from "./match.ts";
import { points } from "./pointers.ts";
import type { Request } from "./requests.ts";
import { refOf } from "./task-calls.ts";

export function listSteps({ text = "" }: Pointed, request: Request): string {
  const { desk, focus, words, moment } = request;
  const pages = points(text) ? [] : desk.pages("find", { search: searchOf(text) });
  const trouble = troubleIn(pages, {}, words);
  if (trouble) return trouble;
  const found = points(text)
    ? focus?.shown && focus.tasks.length > 1
      ? []
      : (focus?.tasks ?? []).slice(-1)
    : preferOpen(closest(text, withWords(text, pages.flatMap(tasksIn))));
  const [task, ...more] = found;
  if (!task) return points(text) ? words.nothingSpokenOf() : words.noTask(text, "update");
  if (more.length > 0) return words.tasks(found, { text }, moment);
  const below = desk.pages("show", { parent: refOf(task) });
  return troubleIn(below, {}, words) ?? words.steps(task, below.flatMap(tasksIn), moment);
}

function preferOpen(tasks: SaidTask[]): SaidTask[] {
  const open = tasks.filter(({ status }) => status !== "completed");
  return open.length > 0 ? open : tasks;
}
