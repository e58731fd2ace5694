/**
 * Every sentence the server says of its own accord, by language. Sentences
 * about what was done are made from the answers of the operations, never from
 * the intention.
 */
import type { Language } from "@todo/contract";
import type { Recurrence, Reminder } from "@todo/language";
import type { Due, Moment } from "./dates.ts";

/** A task as far as sentences need it. */
export interface SaidTask {
  id?: string;
  number?: number;
  title: string;
  description?: string;
  status?: "pending" | "completed";
  due_on?: string | null;
  due_time?: string | null;
  time_zone?: string | null;
  list?: { name: string } | null;
  labels?: string[];
  priority?: string;
  completed_at?: string | null;
  recurrence?: Recurrence | null;
  occurrence?: string | null;
  reminders?: SaidReminder[];
}

export type SaidReminder = Reminder & { snoozed?: boolean };

/** A reminder that is to come. */
export interface SaidComing {
  task: { number: number; title: string };
  comes_at: string;
}

/** A tool call as it is told: its name, what was asked, what came of it. */
export interface SaidCall {
  tool: string;
  input: Record<string, unknown>;
  output: unknown;
  status: "running" | "succeeded" | "failed" | "waiting" | "rejected";
  /** The title of the task that what was added stands below. */
  under?: string;
}

/** `before` and `after` exclude the day they name. */
export interface SaidDays {
  on?: string;
  before?: string;
  after?: string;
  overdue?: true;
}

/** What a list of tasks was filtered by. */
export interface SaidFilter {
  status?: "pending" | "completed" | "all";
  text?: string;
  due?: SaidDays;
  /** When they were done. */
  completed?: SaidDays;
  part_of_day?: string;
  list?: string;
  label?: string;
  priority?: string;
  /** The name of a saved filter. */
  filter?: string;
}

/** What is done to a task once it is clear which. */
export type Deed =
  | "complete"
  | "reopen"
  | "delete"
  | "restore"
  | "reschedule"
  | "update"
  | "skip"
  | "snooze"
  | "add_subtasks";

export interface SaidAgenda {
  days: 1 | 7;
  overdue: SaidTask[];
  /** By day, those with tasks alone. */
  due: [day: string, tasks: SaidTask[]][];
  undated: SaidTask[];
}

/** What was changed in one go. */
export interface SaidChange {
  operation: string;
  /** An instant. */
  at: string;
  changes: { entity: string; name: string }[];
}

/** What stands around a message in an e-mail, and the words of a test. */
export interface MailWords {
  /** The one that these are in, whichever was asked for. */
  language: Language;
  testTitle: string;
  testBody: string;
  late: string;
  open: string;
  why: string;
  settings: string;
}

/** What reminders and the day's digest say. */
export interface NoticeWords {
  /** Below the task's title. */
  reminder(due: Due, moment: Moment, late: boolean): string;
  digestTitle(count: number): string;
  /** A task a line. */
  digest(tasks: (Due & { title: string })[], count: number, moment: Moment): string;
}

export interface Words {
  /** What came of a call, as one or more sentences; empty for a mere look. */
  told(call: SaidCall, moment: Moment): string;
  /** What a call would do, for whoever must say yes: “Delete 3 tasks: milk, eggs, bread”. */
  proposal(tool: string, input: Record<string, unknown>, titles: string[], moment: Moment): string;
  waiting(proposals: string[]): string;
  leftAlone(titles: string[]): string;

  tasks(tasks: SaidTask[], filter: SaidFilter, moment: Moment): string;
  /** A task's sub-tasks, and how many of them are done. */
  steps(task: SaidTask, below: SaidTask[], moment: Moment): string;
  lists(lists: { name: string; open_tasks: number }[]): string;
  labels(labels: { name: string; open_tasks: number }[]): string;
  filters(filters: { name: string; query: string }[]): string;
  reminders(coming: SaidComing[], moment: Moment): string;

  /** What is overdue, due on the days from today on, and without a date though it matters. */
  agenda(agenda: SaidAgenda, moment: Moment): string;
  /** What to begin with, of so many open tasks. */
  begin(tasks: SaidTask[], open: number, moment: Moment): string;
  /** The list, or lists, with the most tasks or the fewest. */
  extreme(lists: { name: string; open_tasks: number }[], which: "fullest" | "emptiest"): string;

  archived(lists: { name: string; open_tasks: number }[]): string;
  trash(tasks: SaidTask[], moment: Moment): string;
  /** Why that isn't done here, when so many tasks are in it. */
  emptyTrash(count: number): string;
  /** The latest first. Without days: whenever it was. */
  history(changes: SaidChange[], days: SaidDays | undefined, moment: Moment): string;
  /** Of a task that comes back both may be there. */
  wasDone(task: { open?: SaidTask; done?: SaidTask }, moment: Moment): string;
  /** It was said or asked as if there were a task, and there is none. */
  noneFits(): string;

  whichOne(deed: Deed, candidates: SaidTask[], moment: Moment): string;
  noTask(text: string | undefined, deed: Deed): string;
  noTasks(filter: SaidFilter, moment: Moment): string;
  noList(name: string): string;
  noFilter(name: string): string;
  /** No two open tasks have the same title. */
  noDuplicate(): string;
  alreadyDone(titles: string[]): string;
  notDone(titles: string[]): string;
  notLabelled(titles: string[], labels: string[]): string;
  /** A list was named where a task was looked for. */
  isList(name: string): string;
  /** It shall be moved, and nobody said to when. */
  whenTo(title: string): string;
  /** Two whose dates can't be swapped, because they are the same. */
  sameDates(titles: string[]): string;
  /** It was to be put on a list that it is on. */
  alreadyThere(title: string): string;
  nothingSpokenOf(): string;
  noSuchPosition(count: number): string;
  nothingToChange(): string;

  greeting(): string;
  thanks(): string;
  farewell(): string;
  help(): string;
  notAboutTasks(): string;
  unclear(): string;
  /** What was said may be meant as tasks; the question says when they would be due. */
  shallIAdd(tasks: SaidTask[], moment: Moment): string;
  /** A request of this kind that doesn't say enough. */
  askFor: Record<"add" | "list" | "complete" | "delete" | "update", () => string>;
  nothingAsked(): string;
  answerAbove(): string;
  neverMind(): string;

  mail: MailWords;
  notices: NoticeWords;

  failures: {
    timeout: string;
    refused: string;
    busy: string;
    unreachable: string;
    lost: string;
    failed: string;
  };
  conversationTitle(message: string): string;
}
