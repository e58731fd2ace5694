/** Tasks as people read them: a table of many, a line of one. */
import type { Failure, Task } from "@todo/contract";
import { describeRecurrence } from "@todo/language";
import { type Calendar, dueInWords, isOverdue } from "./due.ts";
import { remindersInWords } from "./reminders.ts";
import { type Column, table } from "./table.ts";
import { columns, harmless, paint } from "./terminal.ts";

const marks: Record<Task["priority"], string> = {
  none: "",
  low: "low",
  medium: "medium",
  high: "high",
  urgent: "urgent",
};

export function taskTable(tasks: Task[], calendar: Calendar): string[] {
  const shape: Column<Task>[] = [
    {
      heading: "#",
      text: ({ number }) => String(number),
      align: "right",
      paint: (text) => paint("cyan", text),
    },
    {
      heading: " ",
      text: ({ status }) => (status === "completed" ? "✓" : "○"),
      paint: (text, { status }) => paint(status === "completed" ? "green" : "dim", text),
    },
    {
      heading: "Task",
      text: ({ title, parent }) => (parent ? `↳ ${title}` : title),
      paint: (text, { status }) => (status === "completed" ? paint("dim", text) : text),
      shrinks: true,
    },
    {
      heading: "Due",
      text: (task) => [dueInWords(task, calendar), marksOf(task)].filter(Boolean).join(" "),
      paint: (text, task) => (isOverdue(task, calendar) ? paint("red", text) : text),
    },
    { heading: "List", text: ({ list }) => list?.name ?? "" },
    { heading: "Labels", text: ({ labels }) => labels.join(", "), paint: (text) => paint("magenta", text) },
    {
      heading: "Priority",
      text: ({ priority }) => marks[priority],
      paint: (text, { priority }) =>
        priority === "urgent" || priority === "high" ? paint("yellow", text) : text,
    },
  ];
  return table(tasks, shape, { columns: columns(), heading: (text) => paint("dim", text) });
}

/** It comes back; it will be spoken up about. */
const marksOf = ({ recurrence, reminders }: Task) =>
  [recurrence && "↻", reminders.length > 0 && "🔔"].filter(Boolean).join("");

const repeatsInWords = ({ recurrence }: Task) =>
  recurrence ? (describeRecurrence(ruleOf(recurrence)) ?? recurrence.rrule) : "";

const ruleOf = ({ rrule, after_completion }: NonNullable<Task["recurrence"]>) => ({
  rrule,
  ...(after_completion && { after_completion: true as const }),
});

/** "12  buy milk · tomorrow 17:00 · groceries" */
export function taskLine(task: Task, calendar: Calendar): string {
  const details = [
    dueInWords(task, calendar),
    repeatsInWords(task),
    remindersInWords(task, calendar),
    task.list?.name ?? "",
    task.labels.map((label) => `@${label}`).join(" "),
    task.priority === "none" ? "" : `${task.priority} priority`,
  ].filter((part) => part !== "");
  return `${paint("cyan", String(task.number))}  ${harmless([task.title, ...details].join(" · "))}`;
}

/** Of a file's parts the line is told. */
export const failureLines = (failures: (Failure & { line?: number })[]) =>
  failures.map(({ task_id, index, line, message }) => {
    const place = line === undefined ? task_id : `line ${line}`;
    const which = place ?? (index === undefined ? "" : `item ${index + 1}`);
    return `${paint("red", "✗")} ${which === "" ? "" : `${which}: `}${harmless(message)}`;
  });

/** One task with everything that is known about it. */
export function taskDetails(task: Task, calendar: Calendar): string[] {
  const details: [string, string][] = [
    ["status", task.status],
    ["due", dueInWords(task, calendar)],
    ["repeats", repeatsInWords(task)],
    ["reminders", remindersInWords(task, calendar).replace("reminder ", "")],
    ["list", task.list?.name ?? "Inbox"],
    ["labels", task.labels.join(", ")],
    ["priority", marks[task.priority]],
    ["id", task.id],
  ];
  return [
    `${paint("cyan", String(task.number))}  ${paint("bold", harmless(task.title))}`,
    ...(task.description === "" ? [] : [harmless(task.description)]),
    ...details
      .filter(([, value]) => value !== "")
      .map(([name, value]) => `${paint("dim", `${name}:`)} ${harmless(value)}`),
  ];
}
