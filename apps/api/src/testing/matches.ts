/** What a filter means, said of one task in memory: the database's answers are held against it. */
import type { Task } from "@todo/contract";
import type { Filter } from "@todo/language/filter/filter";
import { Temporal } from "temporal-polyfill";

export interface Surroundings {
  now: Date;
  time_zone: string;
  /** Every living task. */
  tasks: Task[];
}

export function matches(filter: Filter, task: Task, around: Surroundings): boolean {
  switch (filter.kind) {
    case "all":
      return filter.of.every((one) => matches(one, task, around));
    case "any":
      return filter.of.some((one) => matches(one, task, around));
    case "not":
      return !matches(filter.of, task, around);
    case "label":
      return task.labels.some((label) => sameName(label, filter.name));
    case "list":
      return sameName(task.list?.name ?? "inbox", filter.name);
    case "priority":
      return task.priority === filter.priority;
    case "date":
      return isOn(filter, task, around);
    case "is":
      return has[filter.trait](task, around);
    case "words":
      return filter.text
        .split(" ")
        .every((wanted) => wordsOf(task).some((word) => word.startsWith(wanted.toLowerCase())));
    case "phrase":
      return includes(task.title, filter.text) || includes(task.description, filter.text);
    case "title":
      return includes(task.title, filter.text);
  }
}

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const includes = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
const wordsOf = ({ title, description }: Task) =>
  `${title} ${description}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function isOn(
  { field, side, first, last }: Extract<Filter, { kind: "date" }>,
  { due_on, created_at, completed_at }: Task,
  { time_zone }: Surroundings,
): boolean {
  const dayOf = (instant: string | null) =>
    instant && Temporal.Instant.from(instant).toZonedDateTimeISO(time_zone).toPlainDate().toString();
  const day = { due: due_on, created: dayOf(created_at), completed: dayOf(completed_at) }[field];
  if (!day) return false;
  return {
    on: first <= day && day <= last,
    before: day < first,
    by: day <= last,
    since: day >= first,
    after: day > last,
  }[side];
}

type Trait = Extract<Filter, { kind: "is" }>["trait"];

const has: Record<Trait, (task: Task, around: Surroundings) => boolean> = {
  completed: ({ completed_at }) => completed_at !== null,
  overdue: ({ completed_at, due_on, due_time, time_zone }, around) => {
    if (completed_at || !due_on) return false;
    const now = Temporal.Instant.from(around.now.toISOString());
    const today = now.toZonedDateTimeISO(around.time_zone).toPlainDate().toString();
    if (!due_time) return due_on < today;
    const due = Temporal.PlainDateTime.from(`${due_on}T${due_time}`).toZonedDateTime(time_zone!).toInstant();
    return Temporal.Instant.compare(due, now) < 0;
  },
  recurring: ({ recurrence }) => recurrence !== null,
  subtask: ({ parent }) => parent !== null,
  parent: ({ id }, { tasks }) => tasks.some(({ parent }) => parent === id),
  date: ({ due_on }) => due_on !== null,
  time: ({ due_time }) => due_time !== null,
  reminders: ({ reminders }) => reminders.length > 0,
  labels: ({ labels }) => labels.length > 0,
  description: ({ description }) => description !== "",
};
