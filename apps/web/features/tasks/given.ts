/** What a command gives to tasks once a value is chosen: what an edit makes of one of them, and what is said then. */
import type { NewReminder } from "@todo/contract/reminders";
import type { Priority, Task } from "@todo/contract/tasks";
import type { ChosenDue } from "./day-question.ts";
import { dayInWords, type Viewpoint } from "./due.ts";
import type { Edit } from "./task-edit.ts";

export type GivenEdit =
  /** Nothing takes the date off. Without a time each task keeps its own. */
  | { command: "schedule"; due: ChosenDue | null }
  | { command: "priority"; priority: Priority }
  | { command: "move"; list: Task["list"] }
  | { command: "label"; label: string };

/** When the person is told of a task, which is of one task alone. */
export type GivenReminder =
  | { command: "snooze"; when: { minutes: number } | { until: string } }
  | { command: "remind"; reminder: NewReminder };

export type Given = GivenEdit | GivenReminder;

export type GivenBy<Command extends Given["command"]> = Extract<Given, { command: Command }>;

export const isEdit = (given: Given): given is GivenEdit =>
  given.command !== "snooze" && given.command !== "remind";

export function editOf(given: GivenEdit, { labels }: Pick<Task, "labels">): Edit {
  switch (given.command) {
    case "schedule":
      return given.due ?? { due_on: null };
    case "priority":
      return { priority: given.priority };
    case "move":
      return { list: given.list };
    case "label": {
      const { label } = given;
      const has = labels.some((one) => one.toLowerCase() === label.toLowerCase());
      return { labels: has ? labels : [...labels, label] };
    }
  }
}

/** Nothing where the row itself shows it. */
export function saidOf(given: GivenEdit, viewpoint: Viewpoint): string | undefined {
  const { t } = viewpoint;
  if (given.command === "move") return t("toast.movedToList", { list: given.list?.name ?? t("view.inbox") });
  if (given.command !== "schedule") return undefined;
  const { due } = given;
  return due ? t("toast.moved", { day: dayInWords(due.due_on, viewpoint) }) : t("toast.dateCleared");
}
