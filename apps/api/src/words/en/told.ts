/** What came of a call, told from the operation's answer. */
import { describeRecurrence } from "@todo/language";
import { type Moment, onPersonsClock, sayDue } from "../dates.ts";
import { namesOfChanges, nextOf, type Telling, titles, toldBy } from "../telling.ts";
import type { SaidTask } from "../words.ts";
import { counted, enumerate, sentence } from "./names.ts";
import { sayReminders } from "./reminders.ts";

export const leftAlone = (titles: string[]) =>
  titles.length === 1
    ? sentence(`I left ${titles[0]} as it is`)
    : titles.length === 0
      ? "I left everything as it is."
      : sentence(`I left ${enumerate(titles)} as they are`);

const added = ({ tasks, moment, under }: Telling) => {
  const groups = Map.groupBy(tasks, (task) => placeAndTime(task, moment));
  const phrases = [...groups].map(([where, group]) =>
    [enumerate(titles(group)), where].filter(Boolean).join(" "),
  );
  const said = `Added ${phrases.length > 1 ? joined(phrases) : phrases[0]}`;
  return under === undefined ? said : `${said} below ${under}`;
};

/** Parts that hold an “and” themselves are told apart by a comma. */
const joined = (phrases: string[]) => `${phrases.slice(0, -1).join(", ")}, and ${phrases.at(-1)}`;

function placeAndTime(task: SaidTask, moment: Moment): string {
  const due = sayDue(task, moment);
  const priority = task.priority && task.priority !== "none" ? `with ${task.priority} priority` : "";
  const first = [task.list && `to ${task.list.name}`, due && `for ${due}`, priority]
    .filter(Boolean)
    .join(" ");
  return [first, repeats(task), reminded(task, moment)].filter(Boolean).join(", ");
}

const repeats = ({ recurrence }: SaidTask) =>
  recurrence && (describeRecurrence(recurrence) ?? "and it comes back");

const reminded = ({ reminders = [] }: SaidTask, moment: Moment) =>
  reminders.length > 0 && `with a reminder ${sayReminders(reminders, moment)}`;

/** “Completed Water the plants. Next: Tuesday, 24 November” */
const completed = ({ tasks, answer, moment }: Telling) => {
  const done = `Completed ${counted(titles(tasks))}`;
  const next = nextOf(answer);
  if (next.length === 0) return done;
  const named = next.map((task) =>
    [next.length > 1 && task.title, sayDue(task, moment)].filter(Boolean).join(" "),
  );
  return `${sentence(done)} Next: ${enumerate(named)}`;
};

const skipped = ({ tasks, moment }: Telling) => {
  const [task] = tasks as [SaidTask];
  return `${sentence(`Skipped ${task.title} this time`)} Next: ${sayDue(task, moment)}`;
};

const snoozed = ({ tasks, moment }: Telling) => {
  const [task] = tasks as [SaidTask];
  const until = task.reminders?.find((reminder) => "at" in reminder && reminder.snoozed);
  const when = until && "at" in until ? sayDue(onPersonsClock(until.at, moment), moment) : "later";
  return `I'll remind you of ${task.title} again ${when}`;
};

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
  reminders: "reminders",
};

function updated({ tasks, input, answer, moment, under }: Telling): string {
  const [task] = tasks as [SaidTask];
  const name = task.title;
  const parts: string[] = [];
  if (input.title !== undefined) parts.push(`Task ${answer.number} is now called ${name}`);
  if (input.recurrence !== undefined)
    parts.push(`${name} comes back ${repeats(task)}. Next: ${sayDue(task, moment)}`);
  else if (input.due_on !== undefined || input.due_time !== undefined)
    parts.push(`Moved ${name} to ${sayDue(task, moment)}`);
  if (under !== undefined) parts.push(`Moved ${name} below ${under}`);
  if (input.list !== undefined)
    parts.push(`Moved ${name} to ${task.list ? `the list ${task.list.name}` : "the Inbox"}`);
  if (input.priority !== undefined) parts.push(`Set the priority of ${name} to ${task.priority ?? "none"}`);
  if (input.labels !== undefined) parts.push(`Labelled ${name} with ${enumerate(task.labels ?? [])}`);
  if (input.description !== undefined) parts.push(`Added a note to ${name}`);
  if (input.reminders !== undefined) parts.push(remindedOf(task, moment));
  for (const field of (input.clear ?? []) as string[]) {
    if (field === "recurrence") parts.push(`${name} doesn't come back any more`);
    else if (field === "list") parts.push(`Moved ${name} to the Inbox`);
    else parts.push(`Removed the ${cleared[field] ?? field} from ${name}`);
  }
  return parts.length > 0 ? parts.map(sentence).join(" ") : `Changed ${name}`;
}

const remindedOf = ({ title, reminders = [] }: SaidTask, moment: Moment) =>
  reminders.length > 0
    ? `I'll remind you of ${title} ${sayReminders(reminders, moment)}`
    : `I won't remind you of ${title}`;

/** What all of them were given, or lost. */
function updatedAlike({ tasks, input }: Telling): string {
  const names = `${counted(titles(tasks))}${tasks.length > 1 ? "," : ""}`;
  const [first] = tasks as [SaidTask];
  const parts = [
    input.priority !== undefined && `Set the priority of ${names} to ${first.priority ?? "none"}`,
    input.list !== undefined &&
      `Moved ${names} to ${first.list ? `the list ${first.list.name}` : "the Inbox"}`,
    Array.isArray(input.add_labels) && `Labelled ${names} with ${enumerate(input.add_labels)}`,
    Array.isArray(input.remove_labels) &&
      `Removed the label${input.remove_labels.length > 1 ? "s" : ""} ${enumerate(input.remove_labels)} from ${counted(titles(tasks))}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.map(sentence).join(" ") : `Changed ${counted(titles(tasks))}`;
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
  restore_tasks: "restoring",
  update_tasks: "changing",
  reschedule_tasks: "moving",
  skip_occurrence: "skipping",
  snooze_reminder: "snoozing",
  import_calendar: "importing",
  add_list: "making the list",
  rename_list: "renaming the list",
  reorder_list: "moving the list",
  archive_list: "archiving the list",
  unarchive_list: "bringing back the list",
  delete_list: "deleting the list",
  add_filter: "saving the filter",
  update_filter: "changing the filter",
  reorder_filter: "moving the filter",
  delete_filter: "deleting the filter",
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
  complete_task: completed,
  complete_tasks: completed,
  skip_occurrence: skipped,
  snooze_reminder: snoozed,
  reopen_task: simply("Reopened"),
  delete_task: simply("Deleted"),
  delete_tasks: simply("Deleted"),
  restore_task: simply("Restored"),
  restore_tasks: simply("Restored"),
  update_tasks: updatedAlike,
  reschedule_tasks: moved,
  update_task: updated,
  import_calendar: simply("Imported"),
  add_list: named("Made the list"),
  rename_list: named("The list is now called"),
  reorder_list: named("Moved the list"),
  archive_list: named("Archived the list"),
  unarchive_list: named("Brought back the list"),
  delete_list: named("Deleted the list", " and the tasks in it"),
  rename_label: named("The label is now called"),
  delete_label: named("Deleted the label"),
  add_filter: named("Saved the filter"),
  update_filter: named("Changed the filter"),
  reorder_filter: named("Moved the filter"),
  delete_filter: named("Deleted the filter"),
  rename_conversation: ({ answer }) => `This conversation is now called ${answer.title}`,
  delete_conversation: ({ answer }) => `Deleted the conversation ${answer.title}`,
  update_profile: () => "Changed your profile",
  undo: tookBack(UNDO),
  redo: tookBack("Did again:"),
};

export const told = toldBy({ tellers, sentence, leftAlone, failed: "That didn't work" });
