/**
 * What was acknowledged to one person: how each of their tasks must look, which
 * groups the journal must hold, which turns were answered. The server knows
 * nothing of it; in the end it is held against the database.
 */
import type { ChatEvent, LiveEvent, Task } from "@todo/contract";

/** The fields that an undo must bring back, of those that the fault test changes. */
export type TaskState = Omit<
  Task,
  "updated_at" | "version" | "list" | "labels" | "recurrence" | "series" | "occurrence" | "reminders"
>;

interface Group {
  /** The change's `undo`, which is its group in the journal. */
  id: string;
  operation: string;
  /** Ids of the tasks that it changed. */
  tasks: string[];
  /** The group that it took back. */
  undoes: string | null;
}

interface NumberedEvent {
  id: number;
  event: ChatEvent;
}

/** One stream of a run's events, as the person saw it through all its interruptions. */
export interface SeenRun {
  run_id: string;
  events: NumberedEvent[];
}

export interface Turn {
  /** What was said; no two turns say the same. */
  text: string;
  conversation_id: string;
  /** Runs that answered it: one, and one more for each time that the person tried again. */
  runs: SeenRun[];
  /** Titles of tasks that it was to add. */
  adds: string[];
  /** Tasks that it was to complete or delete, once each. */
  changes: { task: string; field: "completed_at" | "deleted_at" }[];
  /** Tasks for which the person said no. */
  refused: string[];
}

/** What one listener at `GET /api/live` heard, through all its interruptions, from number 1 on. */
export type Heard = Pick<LiveEvent, "seq" | "entity" | "id">[];

export interface Ledger {
  person: string;
  space_id: string;
  tasks: Map<string, TaskState>;
  groups: Group[];
  turns: Turn[];
  listeners: Heard[];
  /** What was wrong with an answer itself. */
  complaints: string[];
}

export function createLedger(person: string, space_id: string, listeners: number): Ledger {
  return {
    person,
    space_id,
    tasks: new Map(),
    groups: [],
    turns: [],
    listeners: Array.from({ length: listeners }, () => []),
    complaints: [],
  };
}

export function stateOf(task: Task): TaskState {
  const { updated_at, version, list, labels, recurrence, series, occurrence, reminders, ...state } = task;
  return state;
}
