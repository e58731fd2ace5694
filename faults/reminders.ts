/** The reminders that people ask for, and what they think better of before it is time. */
import { setTimeout as sleep } from "node:timers/promises";
import { limits } from "@todo/contract";
import type { Random } from "./random.ts";
import type { Reminded } from "./reminded.ts";

export interface Reminder {
  person: Reminded;
  /** Of the task; no two are the same. */
  title: string;
  task_id: string;
  /** When it is to come, in milliseconds. */
  due: number;
  /**
   * `late`: it fell due while nothing ran. `never`: its task was done or gone before. `unclear`: that was acknowledged
   * only after it had fallen due.
   */
  wanted: "sent" | "late" | "never" | "unclear";
  /** Its task was done, deleted, or given another reminder before. */
  changed?: true;
}

export interface Window {
  from: number;
  ms: number;
  /** Instants within it at which many fall due together. */
  bursts: number[];
}

const CHANGED_PART = 0.15;
/** How long before it is due a person thinks better of it, at least and at most. */
const BEFORE_MS = [1_500, 5_000] as const;
const LATER_MS = [4_000, 9_000] as const;

/** Adds so many for a person, due at the instants that `dueAt` gives. */
export async function addReminders(
  person: Reminded,
  count: number,
  known: Reminder[],
  dueAt: () => number,
): Promise<Reminder[]> {
  const before = known.filter((one) => one.person === person).length;
  const wishes = Array.from({ length: count }, (_, place) => ({
    title: `${person.name} ${before + place + 1}`,
    due: dueAt(),
  }));
  const added: Reminder[] = [];
  for (let place = 0; place < count; place += limits.addedAtOnce) {
    const some = wishes.slice(place, place + limits.addedAtOnce);
    const tasks = some.map(({ title, due }) => ({ title, reminders: [{ at: new Date(due).toISOString() }] }));
    const answer = await person.caller.surely((options) =>
      person.caller.client.add_tasks({ tasks }, options),
    );
    if (some.some(({ due }) => due < Date.now()))
      throw new Error("Reminders fell due before they were added: this machine is too slow for so many.");
    for (const [index, { id }] of answer.tasks.entries())
      added.push({ person, ...some[index]!, task_id: id, wanted: "sent" });
  }
  return added;
}

/** At a burst, or anywhere. */
export const dueWithin =
  ({ from, ms, bursts }: Window, random: Random) =>
  () =>
    random.chance(0.5) ? random.pick(bursts) : from + random.whole(0, ms);

/** Some are completed, deleted or moved to later shortly before they are due. Resolves when all that is acknowledged. */
export async function changeSome(reminders: Reminder[], { from }: Window, random: Random): Promise<void> {
  const changed = reminders.filter(({ due }) => due > from + BEFORE_MS[1] && random.chance(CHANGED_PART));
  await Promise.all(changed.map((reminder) => change(reminder, random)));
}

async function change(reminder: Reminder, random: Random): Promise<void> {
  const { person, task_id, due } = reminder;
  const { client, surely } = person.caller;
  const how = random.pick(["complete", "delete", "move"]);
  const later = due + random.whole(...LATER_MS);
  await sleep(due - random.whole(...BEFORE_MS) - Date.now());
  if (how === "complete") await surely((options) => client.complete_task({ task_id }, options));
  if (how === "delete") await surely((options) => client.delete_task({ task_id }, options));
  if (how === "move") {
    const reminders = [{ at: new Date(later).toISOString() }];
    await surely((options) => client.update_task({ task_id, reminders }, options));
    reminder.due = later;
  } else {
    reminder.wanted = "never";
  }
  reminder.changed = true;
  if (Date.now() >= due) reminder.wanted = "unclear";
}
