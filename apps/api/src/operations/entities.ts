/**
 * The things that the journal knows: which table holds them and which columns
 * are theirs to change. All have space_id, id, created_at, updated_at, version.
 */
import { type Language, limits, type Recurrence, type Reminder, type ReminderRule } from "@todo/contract";

export interface Entity {
  table: string;
  columns: readonly string[];
  /** The column that says what to call it. */
  name: string;
  /** How many one space may have, without those in the trash. */
  most?: number;
}

const always = ["created_at", "updated_at", "version"] as const;

export const entities = {
  list: {
    table: "lists",
    name: "name",
    most: limits.lists,
    columns: ["name", "position", "archived_at", "deleted_at", ...always],
  },
  label: {
    table: "labels",
    name: "name",
    most: limits.labels,
    columns: ["name", "deleted_at", ...always],
  },
  filter: {
    table: "filters",
    name: "name",
    most: limits.filters,
    columns: ["name", "query", "position", "deleted_at", ...always],
  },
  task: {
    table: "tasks",
    name: "title",
    columns: [
      "number",
      "title",
      "description",
      "priority",
      "label_ids",
      "list_id",
      "parent_id",
      "due_on",
      "due_time",
      "time_zone",
      "position",
      "completed_at",
      "deleted_at",
      "series_id",
      "occurrence",
      "recurrence",
      "later",
      "reminders",
      ...always,
    ],
  },
  conversation: {
    table: "conversations",
    name: "title",
    columns: ["user_id", "title", "deleted_at", ...always],
  },
  profile: {
    table: "profiles",
    name: "id",
    columns: [
      "time_zone",
      "time_zone_known",
      "week_start",
      "language",
      "language_known",
      "travel",
      "all_day_time",
      "default_reminders",
      "quiet_from",
      "quiet_until",
      "digest_at",
      ...always,
    ],
  },
} as const satisfies Record<string, Entity>;

export type EntityName = keyof typeof entities;

interface Versioned {
  id: string;
  created_at: string;
  updated_at: string;
  version: number;
}

export interface TaskRow extends Versioned {
  number: number;
  title: string;
  description: string;
  priority: "none" | "low" | "medium" | "high" | "urgent";
  label_ids: string[];
  list_id: string | null;
  parent_id: string | null;
  due_on: string | null;
  due_time: string | null;
  time_zone: string | null;
  position: string;
  completed_at: string | null;
  deleted_at: string | null;
  /** The same for all occurrences. */
  series_id: string | null;
  /** The date, or date and time, that the rule gave. */
  occurrence: string | null;
  recurrence: Recurrence | null;
  /** What later occurrences have where this one alone was given something else. */
  later: Partial<Repeated> | null;
  reminders: Reminder[];
}

/** The fields that an occurrence takes over from the one before. */
export type Repeated = Pick<
  TaskRow,
  "title" | "description" | "priority" | "label_ids" | "list_id" | "due_time" | "time_zone" | "reminders"
>;

export interface ListRow extends Versioned {
  name: string;
  position: string;
  archived_at: string | null;
  deleted_at: string | null;
}

export interface LabelRow extends Versioned {
  name: string;
  deleted_at: string | null;
}

export interface FilterRow extends Versioned {
  name: string;
  query: string;
  position: string;
  deleted_at: string | null;
}

export interface ConversationRow extends Versioned {
  user_id: string;
  title: string;
  deleted_at: string | null;
}

export interface ProfileRow extends Versioned {
  time_zone: string;
  time_zone_known: boolean;
  week_start: "monday" | "sunday" | "saturday";
  language: Language;
  language_known: boolean;
  travel: "keep" | "follow";
  all_day_time: string;
  default_reminders: ReminderRule[];
  quiet_from: string | null;
  quiet_until: string | null;
  digest_at: string | null;
}

export interface Rows {
  task: TaskRow;
  list: ListRow;
  label: LabelRow;
  filter: FilterRow;
  conversation: ConversationRow;
  profile: ProfileRow;
}

/** A task before it has its number; the database gives it, and the place at the end that goes with it. */
export type NewTaskRow = Omit<TaskRow, "number" | "position"> & { number?: number; position?: string };

type AfterOf<Name extends EntityName> = Name extends "task" ? NewTaskRow : Rows[Name];

/** One thing as it was and as it becomes. No `before`: it is made. No `after`: it is unmade. */
export type Change = {
  [Name in EntityName]:
    | { entity: Name; before: null; after: AfterOf<Name> }
    | { entity: Name; before: Rows[Name]; after: Rows[Name] }
    | { entity: Name; before: Rows[Name]; after: null };
}[EntityName];

export const isOfTask = (change: Change) => change.entity === "task";

/** The change that sets some fields and counts the version on; nothing when they already are so. */
export function changed<Name extends EntityName>(
  entity: Name,
  before: Rows[Name],
  patch: Partial<Rows[Name]>,
  now: Date,
): Change[] {
  const differs = Object.entries(patch).some(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Rows[Name]]),
  );
  if (!differs) return [];
  const after = { ...before, ...patch, updated_at: now.toISOString(), version: before.version + 1 };
  return [{ entity, before, after } as Change];
}
