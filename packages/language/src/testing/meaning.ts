/** What sentences mean, written briefly for tests. */
import { interpret } from "../interpret.ts";
import type { Intention, InterpretContext } from "../meaning.ts";

/** Wednesday, 4 March 2026, half past ten in the morning. */
export const options = { now: new Date("2026-03-04T09:30:00Z"), time_zone: "Europe/Berlin" };

export const meaning = (text: string, context: InterpretContext = {}) =>
  interpret(text, { ...options, context }).map(withoutDoubt);

const withoutDoubt = ({ confidence: _confidence, spans: _spans, ...rest }: Intention) => rest;

export type Fields = Record<string, unknown>;

export const add = (...tasks: (string | Fields)[]) => ({
  operation: "add",
  tasks: tasks.map((task) => (typeof task === "string" ? { title: task } : task)),
});
export const on = (due_on: string, due_time?: string) => ({
  when: { due_on, ...(due_time && { due_time }) },
});
/** What "remind me" says beside the date. */
export const atDue = { reminders: [{ minutes_before: 0 }] };
export const list = (filter: Fields = {}) => ({ operation: "list", filter });
export const act = (operation: string, target: Fields) => ({ operation, target });
export const reschedule = (target: Fields, change: Fields = {}) => ({
  operation: "reschedule",
  target,
  ...change,
});
export const update = (target: Fields, changes: Fields, more: Fields = {}) => ({
  operation: "update",
  target,
  changes,
  ...more,
});
export const it = { pronoun: "last" };
export const them = { pronoun: "last_all" };
