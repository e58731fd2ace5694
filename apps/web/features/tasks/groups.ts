/** The tasks of a view in the groups in which it shows them: overdue and today, or day by day. Pure. */
import type { Task } from "@todo/contract/tasks";
import { dateFormat } from "../../lib/date-format.ts";
import type { Filters } from "../navigation/filters.ts";
import type { View } from "../navigation/views.ts";
import { addDays, dayIn, daysBetween } from "./calendar.ts";
import { isOverdue, localDue, type Viewpoint } from "./due.ts";
import { rowKeyOf } from "./row-keys.ts";

export interface Group {
  id: string;
  /** Nothing where the view is one list. */
  title: string | undefined;
  /** In an agenda: the day that a task gets which is dropped here. */
  day: string | undefined;
  tasks: Task[];
}

export type Item =
  | { kind: "heading" | "nothing"; group: Group }
  | { kind: "task"; group: Group; task: Task /** From 1. */; place: number };

/** Days that an agenda shows even where they are empty, so that something can be dropped there. */
const DAYS_SHOWN = 7;

/** `whole` says that no more tasks are to come. */
export function groupsOf(
  view: View,
  tasks: Task[],
  viewpoint: Viewpoint,
  whole: boolean,
  filters: Pick<Filters, "sort" | "order" | "status"> = {},
): Group[] {
  if (view.kind === "upcoming") return byDay(tasks, viewpoint, whole);
  if (view.kind === "completed" && (filters.sort ?? "completed") === "completed")
    return byCompletion(tasks, viewpoint);
  if (view.kind !== "today") return [{ id: "all", title: undefined, day: undefined, tasks }];
  return ofToday(tasks, viewpoint, whole, filters);
}

function ofToday(
  tasks: Task[],
  viewpoint: Viewpoint,
  whole: boolean,
  { sort = "due", order = "asc", status = "pending" }: Pick<Filters, "sort" | "order" | "status">,
): Group[] {
  // Among open tasks one that is done is on its way out, and goes from where it was.
  const overdue = tasks.filter((task) =>
    isOverdue(status === "pending" ? { ...task, status } : task, viewpoint),
  );
  const late = new Set(overdue);
  const rest = tasks.filter((task) => !late.has(task));
  // What was just brought here stands at once where the server will have it.
  if (sort === "due" && order === "asc")
    rest.sort((one, other) => compare(dueOf(one), dueOf(other)) || numberOf(one) - numberOf(other));
  if (overdue.length === 0) return [{ id: "all", title: undefined, day: undefined, tasks: rest }];
  const day = dayIn(viewpoint.now, viewpoint.zone);
  const groups = [
    { id: "overdue", title: viewpoint.t("group.overdue"), day: undefined, tasks: overdue },
    { id: "today", title: viewpoint.t("group.today"), day, tasks: rest },
  ];
  // Today also while it is empty, so that what is overdue can be brought there.
  return groups.filter(({ day, tasks }) => tasks.length > 0 || (whole && day !== undefined));
}

/** What is done may be from an earlier day. */
const dueOf = ({ due_on, due_time }: Task) => `${due_on ?? ""} ${due_time ?? ""}`;

/** One that was just added gets the highest. */
const numberOf = ({ number }: Task) => (number > 0 ? number : Number.MAX_SAFE_INTEGER);

function byDay(tasks: Task[], viewpoint: Viewpoint, whole: boolean): Group[] {
  const today = dayIn(viewpoint.now, viewpoint.zone);
  const due = tasks
    .map((task) => ({ task, ...(localDue(task, viewpoint.zone) ?? { day: today, time: null }) }))
    .sort((one, other) => compare(one.day, other.day) || compare(one.time ?? "", other.time ?? ""));
  const days = Map.groupBy(due, ({ day }) => (compare(day, today) < 0 ? today : day));
  const last = due.at(-1)?.day ?? today;
  for (let ahead = 0; ahead < DAYS_SHOWN; ahead++) {
    const day = addDays(today, ahead);
    if (!days.has(day) && (whole || day <= last)) days.set(day, []);
  }
  return [...days]
    .sort(([one], [other]) => compare(one, other))
    .map(([day, some]) => ({
      id: day,
      title: dayTitle(day, today, viewpoint),
      day,
      tasks: some.map(({ task }) => task),
    }));
}

/** By the day on which they were done, in the order given. One that was just reopened stays where it was until it goes. */
function byCompletion(tasks: Task[], viewpoint: Viewpoint): Group[] {
  const today = dayIn(viewpoint.now, viewpoint.zone);
  let last = today;
  const days = Map.groupBy(tasks, ({ completed_at }) => {
    if (completed_at) last = dayIn(new Date(completed_at), viewpoint.zone);
    return last;
  });
  return [...days].map(([day, tasks]) => ({
    id: day,
    title: dayTitle(day, today, viewpoint),
    day: undefined,
    tasks,
  }));
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** “Today · 5 Jan”, “Friday · 9 Jan”. */
function dayTitle(day: string, today: string, { locale, t }: Viewpoint): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  const ahead = daysBetween(today, day);
  const near: Record<number, string> = {
    [-1]: t("group.yesterday"),
    0: t("schedule.today"),
    1: t("schedule.tomorrow"),
  };
  const name = near[ahead] ?? format({ weekday: "long" });
  const otherYear = day.slice(0, 4) !== today.slice(0, 4);
  return t("day.named", {
    name,
    date: format({ day: "numeric", month: "short", ...(otherYear && { year: "numeric" }) }),
  });
}

/** In the order shown, headings among them. */
export const itemsOf = (groups: Group[]): Item[] =>
  groups.flatMap((group): Item[] => [
    ...(group.title ? [{ kind: "heading" as const, group }] : []),
    ...(group.title && group.tasks.length === 0 ? [{ kind: "nothing" as const, group }] : []),
    ...group.tasks.map((task, index) => ({ kind: "task" as const, group, task, place: index + 1 })),
  ]);

export const keyOf = (item: Item) =>
  item.kind === "task" ? rowKeyOf(item.task.id) : `${item.kind} ${item.group.id}`;
