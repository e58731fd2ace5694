/** The tasks of a view in the groups in which it shows them: overdue and today, or day by day. Pure. */
import type { Task } from "@todo/contract/tasks";
import type { View } from "../navigation/views.ts";
import { addDays, dayIn, daysBetween } from "./calendar.ts";
import { isOverdue, localDue, type Viewpoint } from "./due.ts";

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
export function groupsOf(view: View, tasks: Task[], viewpoint: Viewpoint, whole: boolean): Group[] {
  if (view.kind === "upcoming") return byDay(tasks, viewpoint, whole);
  const overdue = view.kind === "today" ? tasks.filter((task) => isOverdue(task, viewpoint)) : [];
  if (overdue.length === 0) return [{ id: "all", title: undefined, day: undefined, tasks }];
  const rest = tasks.filter((task) => !overdue.includes(task));
  const groups = [
    { id: "overdue", title: viewpoint.t("group.overdue"), day: undefined, tasks: overdue },
    { id: "today", title: viewpoint.t("group.today"), day: undefined, tasks: rest },
  ];
  return groups.filter((group) => group.tasks.length > 0);
}

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

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** “Today · 5 Jan”, “Friday · 9 Jan”. */
function dayTitle(day: string, today: string, { locale, t }: Viewpoint): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  const ahead = daysBetween(today, day);
  const name =
    ahead === 0 ? t("schedule.today") : ahead === 1 ? t("schedule.tomorrow") : format({ weekday: "long" });
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

export const keyOf = (item: Item) => (item.kind === "task" ? item.task.id : `${item.kind} ${item.group.id}`);
