/** Tasks as people read them: a table of many, a line of one. */
import type { Failure, Task } from "@todo/contract";
import { type Calendar, dueInWords, isOverdue } from "./due.ts";
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
      text: (task) => dueInWords(task, calendar),
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

/** "12  buy milk · tomorrow 17:00 · groceries" */
export function taskLine(task: Task, calendar: Calendar): string {
  const details = [
    dueInWords(task, calendar),
    task.list?.name ?? "",
    task.labels.map((label) => `@${label}`).join(" "),
    task.priority === "none" ? "" : `${task.priority} priority`,
  ].filter((part) => part !== "");
  return `${paint("cyan", String(task.number))}  ${harmless([task.title, ...details].join(" · "))}`;
}

export const failureLines = (failures: Failure[]) =>
  failures.map(({ task_id, index, message }) => {
    const which = task_id ?? (index === undefined ? "" : `item ${index + 1}`);
    return `${paint("red", "✗")} ${which === "" ? "" : `${which}: `}${harmless(message)}`;
  });

/** One task with everything that is known about it. */
export function taskDetails(task: Task, calendar: Calendar): string[] {
  const details: [string, string][] = [
    ["status", task.status],
    ["due", dueInWords(task, calendar)],
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
