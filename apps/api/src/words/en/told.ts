/** What came of a call, told from the operation's answer. */
import { type Moment, sayDue } from "../dates.ts";
import { namesOfChanges, type Telling, titles, toldBy } from "../telling.ts";
import type { SaidTask } from "../words.ts";
import { counted, enumerate, sentence } from "./names.ts";

export const leftAlone = (titles: string[]) =>
  titles.length === 1
    ? sentence(`I left ${titles[0]} as it is`)
    : titles.length === 0
      ? "I left everything as it is."
      : sentence(`I left ${enumerate(titles)} as they are`);

const added = ({ tasks, moment }: Telling) => {
  const groups = Map.groupBy(tasks, (task) => placeAndTime(task, moment));
  const phrases = [...groups].map(([where, group]) =>
    [enumerate(titles(group)), where].filter(Boolean).join(" "),
  );
  return `Added ${phrases.length > 1 ? joined(phrases) : phrases[0]}`;
};

/** Parts that hold an “and” themselves are told apart by a comma. */
const joined = (phrases: string[]) => `${phrases.slice(0, -1).join(", ")}, and ${phrases.at(-1)}`;

function placeAndTime(task: SaidTask, moment: Moment): string {
  const due = sayDue(task, moment);
  const priority = task.priority && task.priority !== "none" ? `with ${task.priority} priority` : "";
  return [task.list && `to ${task.list.name}`, due && `for ${due}`, priority].filter(Boolean).join(" ");
}

const moved = ({ tasks, input, moment }: Telling) => {
  if (input.clear) return `Removed the date from ${enumerate(titles(tasks))}`;
  const groups = [...Map.groupBy(tasks, (task) => sayDue(task, moment))];
  if (groups.length === 1)
    return `Moved ${counted(titles(tasks))}${tasks.length > 1 ? ", to" : " to"} ${groups[0]![0]}`;
  return `Moved ${joined(groups.map(([due, group]) => `${enumerate(titles(group))} to ${due}`))}`;
};

const cleared: Record<string, string> = {
  due_on: "date",
  due_time: "time",
  description: "note",
  labels: "labels",
  priority: "priority",
};

function updated({ tasks, input, answer, moment }: Telling): string {
  const [task] = tasks as [SaidTask];
  const name = task.title;
  const parts: string[] = [];
  if (input.title !== undefined) parts.push(`Task ${answer.number} is now called ${name}`);
  if (input.due_on !== undefined || input.due_time !== undefined)
    parts.push(`Moved ${name} to ${sayDue(task, moment)}`);
  if (input.list !== undefined)
    parts.push(`Moved ${name} to ${task.list ? `the list ${task.list.name}` : "the Inbox"}`);
  if (input.priority !== undefined) parts.push(`Set the priority of ${name} to ${task.priority ?? "none"}`);
  if (input.labels !== undefined) parts.push(`Labelled ${name} with ${enumerate(task.labels ?? [])}`);
  if (input.description !== undefined) parts.push(`Added a note to ${name}`);
  for (const field of (input.clear ?? []) as string[]) {
    if (field === "list") parts.push(`Moved ${name} to the Inbox`);
    else parts.push(`Removed the ${cleared[field] ?? field} from ${name}`);
  }
  return parts.length > 0 ? parts.map(sentence).join(" ") : `Changed ${name}`;
}

const simply = (verb: string) => (telling: Telling) => `${verb} ${counted(titles(telling.tasks))}`;
const named =
  (before: string, after = "") =>
  ({ answer }: Telling) =>
    `${before} ${answer.name}${after}`;

const gerunds: Record<string, string> = {
  add_task: "adding",
  add_tasks: "adding",
  update_task: "changing",
  complete_task: "completing",
  complete_tasks: "completing",
  reopen_task: "reopening",
  delete_task: "deleting",
  delete_tasks: "deleting",
  restore_task: "restoring",
  reschedule_tasks: "moving",
  add_list: "making the list",
  rename_list: "renaming the list",
  reorder_list: "moving the list",
  archive_list: "archiving the list",
  unarchive_list: "bringing back the list",
  delete_list: "deleting the list",
};

const UNDO = "Took back";

function tookBack(verb: string) {
  return ({ answer }: Telling) => {
    const names = namesOfChanges(answer);
    // What was done last is taken back first.
    if (verb === UNDO) names.reverse();
    return `${verb} ${gerunds[answer.operation ?? ""] ?? "changing"} ${enumerate(names)}`;
  };
}

const tellers: Record<string, (telling: Telling) => string> = {
  add_task: added,
  add_tasks: added,
  complete_task: simply("Completed"),
  complete_tasks: simply("Completed"),
  reopen_task: simply("Reopened"),
  delete_task: simply("Deleted"),
  delete_tasks: simply("Deleted"),
  restore_task: simply("Restored"),
  reschedule_tasks: moved,
  update_task: updated,
  add_list: named("Made the list"),
  rename_list: named("The list is now called"),
  reorder_list: named("Moved the list"),
  archive_list: named("Archived the list"),
  unarchive_list: named("Brought back the list"),
  delete_list: named("Deleted the list", " and the tasks in it"),
  rename_label: named("The label is now called"),
  delete_label: named("Deleted the label"),
  rename_conversation: ({ answer }) => `This conversation is now called ${answer.title}`,
  delete_conversation: ({ answer }) => `Deleted the conversation ${answer.title}`,
  update_profile: () => "Changed your profile",
  undo: tookBack(UNDO),
  redo: tookBack("Did again:"),
};

export const told = toldBy({ tellers, sentence, leftAlone, failed: "That didn't work" });
