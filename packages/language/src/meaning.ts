/**
 * What a sentence means, as data. `interpret()` produces it; the built-in
 * assistant, the quick-add box and the command line act on it. Dates are
 * calendar dates and times wall-clock times in the zone the caller gave.
 */

/** A half-open range of UTF-16 offsets in the text that was interpreted. */
export interface Span {
  start: number;
  end: number;
}

export type Priority = "none" | "low" | "medium" | "high" | "urgent";

/** A date, with a time only if the words gave one. */
export interface When {
  /** YYYY-MM-DD */
  due_on: string;
  /** HH:MM */
  due_time?: string;
}

/** How a task comes back; `when` beside it is the first time it is due. */
export interface Recurrence {
  /** The value of an RRULE property (RFC 5545), such as FREQ=WEEKLY;BYDAY=MO. A single time of day stands in `when`. */
  rrule: string;
  /** Counted from the day it was done: "every 3 days after I finish it". */
  after_completion?: true;
}

/** When to speak up about a task; the first two kinds go along when the task is moved. */
export type Reminder =
  /** Before it is due. */
  | { minutes_before: number }
  /** At a wall-clock time, HH:MM, so many days before; 0 is the day itself. */
  | { days_before: number; time: string }
  /** An instant in UTC, 2026-01-05T09:00:00.000Z. */
  | { at: string };

/** Which tasks (or which list or label) the words point at; exactly what was said, resolved by whoever has the data. */
export interface Reference {
  /** "task 3", "#3" */
  numbers?: number[];
  /** "#3": said as the number that a task has, so that it can't be a place in what was shown last. */
  by_number?: true;
  /** Content words: "the milk" → "milk". */
  text?: string;
  /** The thing alone, if there is no task of the words: "I got the milk" → "milk". */
  or_text?: string;
  /** "it", "that" → last; "them", "those", "those two" → last_all. */
  pronoun?: "last" | "last_all";
  /** 1-based position in what was shown last: "the second one" → 2, "the last one" → -1. */
  ordinal?: number;
  /** "the other one": of two, not the one that something was done to. */
  other?: true;
  /** "not the team meeting": all that could be meant, but that. */
  except?: true;
  /** How many from the top of what was shown last: "the first two" → 2. */
  first?: number;
  /** How many from the bottom: "the last three" → 3. */
  last?: number;
  /** "my meetings", "all meetings", "everything": every match is meant. */
  every?: boolean;
  status?: "pending" | "completed";
  due?: DueFilter;
  /** The days on which they were done: "what did I finish this week". */
  completed?: DueFilter;
  /** "my morning meetings" */
  part_of_day?: "morning" | "afternoon" | "evening" | "night";
  list?: string;
  label?: string;
  priority?: Priority;
  /** What is shown first. */
  sort?: Sort;
}

export type Sort = "due" | "priority" | "title";

/** `before` and `after` exclude the day they name: "by Friday" is before Saturday. */
export interface DueFilter {
  on?: string;
  before?: string;
  after?: string;
  overdue?: true;
}

/** How far a task is moved from where it stands; negative is earlier: "bring it forward by an hour" → -1 hour. */
export interface Shift {
  amount: number;
  unit: "minute" | "hour" | "day" | "week" | "month";
}

/** The fields of a task that words can give. */
export interface TaskWords {
  title: string;
  description?: string;
  priority?: Priority;
  labels?: string[];
  list?: string;
  when?: When;
  /** Wall-clock time without a date, as in "move it to 2 pm": keeps the task's day. */
  due_time?: string;
  recurrence?: Recurrence;
  /** Of a task that exists these are further ones, unless `clear` names them as well. None: it wants no reminder. */
  reminders?: Reminder[];
}

export type ClearedField =
  | "description"
  | "labels"
  | "list"
  | "due_on"
  | "priority"
  | "recurrence"
  | "reminders";

export type Intention = { confidence: number; spans: Record<string, Span> } & (
  | {
      operation: "add";
      tasks: TaskWords[];
      /** "put call mom on my work list": means the task of that title, if there is one already. */
      unless_there?: true;
    }
  /** With numbers or a pronoun only when asked for a detail: "when is it due". */
  | { operation: "list"; filter: Omit<Reference, "ordinal" | "first" | "last"> }
  | { operation: "complete" | "reopen" | "delete"; target: Reference }
  | { operation: "restore"; target: Reference }
  /** The tasks become sub-tasks of the one that is meant. */
  | {
      operation: "add_subtasks";
      target: Reference;
      tasks: TaskWords[];
      /** "add milk under groceries": the list that is meant when there is no such task. */
      or_list?: string;
    }
  | {
      operation: "reschedule";
      target: Reference;
      when?: When;
      due_time?: string;
      shift?: Shift;
      clear?: true;
    }
  | {
      operation: "update";
      target: Reference;
      changes: Partial<TaskWords>;
      remove_labels?: string[];
      clear?: ClearedField[];
    }
  /** This time not: on to the next date. */
  | { operation: "skip"; target: Reference }
  /** Speak up about it again, so much later or at an instant in UTC; both are left out when none was said. */
  | { operation: "snooze"; target: Reference; minutes?: number; until?: string }
  /** What they will be reminded of; `due` is when. */
  | { operation: "list_reminders"; filter: Omit<Reference, "ordinal" | "first" | "last"> }
  | { operation: "add_list" | "delete_list" | "archive_list" | "unarchive_list"; list: string }
  | { operation: "rename_list"; list: string; name: string }
  | { operation: "list_lists" | "list_archived" | "list_labels" | "list_filters" }
  | { operation: "list_trash" | "empty_trash" }
  /** What was changed; without days the latest. */
  | { operation: "history"; days?: DueFilter }
  /** Whether, and when, a task of this name was done. */
  | { operation: "ask_done"; text: string }
  /** By a filter that was saved under the name, or in the filter language as it was said. */
  | { operation: "list_filtered"; filter: { name: string } | { query: string } }
  | { operation: "undo" | "redo" | "help" | "greeting" | "thanks" | "farewell" | "yes" | "no" }
  | {
      operation: "reject";
      reason: "not_about_tasks" | "unclear";
      /** A request of this kind, which doesn't say enough to carry it out: "add a task". */
      wanted?: "add" | "list" | "complete" | "delete" | "update";
      /** What it would mean, were it a request after all: "order a pizza" may be a task to add, "plants watered" be about one. */
      perhaps?: Intention[];
    }
);

export interface InterpretOptions {
  /** The instant at which the person speaks. */
  now: Date;
  /** IANA zone in which "today" and wall-clock times are meant. */
  time_zone: string;
  /** BCP 47; decides the order of day and month in "3/4". */
  locale?: string;
  context?: InterpretContext;
}

/** What the sentence may refer to. Names only, so the browser can hold it. */
export interface InterpretContext {
  lists?: string[];
  labels?: string[];
  /** Titles of open tasks: "delete bread and butter" is about one, if one is called that. */
  tasks?: string[];
  /** True when a task was spoken of just before, so "actually Friday" means that one. */
  spoken_of?: boolean;
}
