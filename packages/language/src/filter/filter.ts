/**
 * What a filter means, as data. `parseFilter()` makes it, the API turns it
 * into SQL, `formatFilter()` writes it again. Names of labels and lists are
 * as typed: whoever has the data looks them up, whatever their case.
 */
import type { Priority, Span } from "../meaning.ts";

/** Every filter knows where in the text it stands; those that were put together by hand stand nowhere. */
interface Placed {
  span?: Span;
}

export type DateField = "due" | "created" | "completed";

/** Which way from the days named; `by` and `since` count these in. */
export type Side = "on" | "before" | "by" | "since" | "after";

export type Filter = Placed &
  (
    | { kind: "all" | "any"; of: Filter[] }
    | { kind: "not"; of: Filter }
    | { kind: "label" | "list"; name: string }
    | { kind: "priority"; priority: Priority }
    /** `words` as typed, so that “friday” stays one; `first` and `last` (YYYY-MM-DD) are what it means now. */
    | { kind: "date"; field: DateField; side: Side; words: string; first: string; last: string }
    | { kind: "is"; trait: Trait }
    /** Each word in title or description, perhaps unfinished. */
    | { kind: "words"; text: string }
    /** Literally in title or description. */
    | { kind: "phrase"; text: string }
    /** Literally in the title. */
    | { kind: "title"; text: string }
  );

/** What a task has or is, in the words that say so and that say the contrary; the first is how it is written. */
export const traits = {
  completed: { yes: ["completed", "done"], no: ["open", "pending"] },
  overdue: { yes: ["overdue", "due overdue"], no: [] },
  recurring: { yes: ["recurring", "repeating"], no: ["no recurrence"] },
  subtask: { yes: ["subtask", "sub-task", "subtasks"], no: ["no subtask"] },
  parent: { yes: ["has subtasks", "has sub-tasks", "has subtask"], no: ["no subtasks", "no sub-tasks"] },
  date: { yes: ["has date", "has due date"], no: ["no date", "no due date", "due no date"] },
  time: { yes: ["has time"], no: ["no time"] },
  reminders: { yes: ["has reminders", "has reminder"], no: ["no reminders", "no reminder"] },
  labels: { yes: ["has labels", "has label"], no: ["no labels", "no label"] },
  description: { yes: ["has description"], no: ["no description"] },
} as const satisfies Record<string, { yes: string[]; no: string[] }>;

export type Trait = keyof typeof traits;

export const priorityWords: Record<string, Priority> = {
  p1: "urgent",
  p2: "high",
  p3: "medium",
  p4: "none",
  "priority urgent": "urgent",
  "priority high": "high",
  "priority medium": "medium",
  "priority low": "low",
  "priority none": "none",
  "no priority": "none",
};

/** Words that begin a condition about days. */
export const dateFields: Record<string, DateField> = {
  due: "due",
  created: "created",
  added: "created",
  completed: "completed",
  done: "completed",
};

export const sides: Record<string, Side> = {
  on: "on",
  before: "before",
  by: "by",
  until: "by",
  since: "since",
  from: "since",
  after: "after",
};

/** Days of which one needn't say that tasks are due on them. */
export const bareDays = ["today", "tomorrow", "yesterday"];

/** All conditions of a filter, without what joins them. */
export function conditionsIn(filter: Filter): Filter[] {
  if (filter.kind === "all" || filter.kind === "any") return filter.of.flatMap(conditionsIn);
  return filter.kind === "not" ? conditionsIn(filter.of) : [filter];
}

/** Whether it says anything of tasks being done. One that doesn't is meant for open tasks where tasks are shown. */
export const speaksOfCompletion = (filter: Filter): boolean =>
  conditionsIn(filter).some(
    (one) =>
      (one.kind === "is" && one.trait === "completed") || (one.kind === "date" && one.field === "completed"),
  );
