/** What notices a task and a person's day ask for. A completed or deleted task asks for none. */
import type { NewTaskRow, ProfileRow } from "../operations/entities.ts";
import { afterQuietHours, instantOf, nextDigest, noticeId, type PersonsTime } from "./instants.ts";

export interface Wanted {
  slot: string;
  task_id: string | null;
  id: string;
  due_at: string;
  /** Nothing new is scheduled for then. What still waits to be sent, though, is due now. */
  is_over: boolean;
}

export type Reminding = Pick<
  NewTaskRow,
  "id" | "due_on" | "due_time" | "time_zone" | "completed_at" | "deleted_at" | "reminders"
>;

export const DIGEST = "digest";

export function remindersOf(spaceId: string, task: Reminding, person: PersonsTime, now: Date): Wanted[] {
  if (task.completed_at || task.deleted_at) return [];
  return task.reminders.flatMap((reminder) => {
    const instant = instantOf(reminder, task, person);
    if (!instant) return [];
    const slot = `${task.id}:${reminder.id}`;
    // Named by its own instant: other quiet hours put it off to another time, and what was sent stays sent.
    const id = noticeId(spaceId, slot, instant);
    const due = afterQuietHours(instant, person);
    const is_over = due <= now;
    return [{ slot, task_id: task.id, id, due_at: (is_over ? now : due).toISOString(), is_over }];
  });
}

/** `told_on` is the day of the last one, where the person was then. */
export function digestOf(
  spaceId: string,
  person: PersonsTime & Pick<ProfileRow, "digest_at">,
  now: Date,
  told_on?: string,
): Wanted[] {
  const due = nextDigest(person, now, told_on);
  if (!due) return [];
  const id = noticeId(spaceId, DIGEST, due);
  return [{ slot: DIGEST, task_id: null, id, due_at: due.toISOString(), is_over: false }];
}
