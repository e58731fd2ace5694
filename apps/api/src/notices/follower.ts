/**
 * Keeps the schedule true to tasks and profiles: the road calls it for all
 * that is recorded, in the same transaction. A change that has nothing to do
 * with reminders costs no look at the database.
 */
import type { Reader } from "../db/database.ts";
import type { Change, NewTaskRow, ProfileRow } from "../operations/entities.ts";
import type { Follower } from "../operations/unit.ts";
import { localDate } from "../tasks/local-time.ts";
import type { Clock } from "./clock.ts";
import { findLastDigest, findPersonsTime, findReminding, replaceNotices } from "./queries.ts";
import { DIGEST, digestOf, type Reminding, remindersOf } from "./schedule.ts";

/** `wake` is told after the commit of the earliest instant that was scheduled, and what time it was then. */
export const createFollower = (wake: (due: Date, now: Date) => void, clock: Clock): Follower => ({
  concerns: (changes) => changes.some(isConcerned),

  async follow(db, { space_id }, changes) {
    // Not by this process's clock: one that is fast would take what is to come for over.
    const { person, now } = await findPersonsTime(db, space_id, clock);
    const concerned = changes.filter(isConcerned);
    const profile = concerned.find(isOfProfile);
    const tasks = new Map<string, Reminding | null>();
    for (const { before, after } of concerned.filter(isOfTask)) tasks.set((after ?? before)!.id, after);
    // All that depend on the person's day; what was recorded just now is among them.
    if (profile) for (const task of await findReminding(db, space_id)) tasks.set(task.id, task);
    const living = [...tasks.values()].filter((task) => task !== null).map(withReminders);
    const wanted = living.flatMap((task) => remindersOf(space_id, task, person, now));
    if (profile) wanted.push(...digestOf(space_id, person, now, await toldOn(db, space_id, profile.before)));
    await replaceNotices(db, {
      space_id,
      user_id: person.id,
      task_ids: [...tasks.keys()],
      slots: profile ? [DIGEST] : [],
      wanted,
    });
    const [first] = wanted.flatMap(({ due_at, is_over }) => (is_over ? [] : due_at)).sort();
    return first ? [async () => wake(new Date(first), now)] : [];
  },
});

const fieldsOfTask = ["due_on", "due_time", "time_zone", "completed_at", "deleted_at"] as const;
const fieldsOfProfile = ["time_zone", "all_day_time", "quiet_from", "quiet_until", "digest_at"] as const;

function isConcerned(change: Change): boolean {
  if (isOfProfile(change))
    return fieldsOfProfile.some((field) => change.before[field] !== change.after[field]);
  if (!isOfTask(change)) return false;
  const { before, after } = change;
  if (!hasReminders(before) && !hasReminders(after)) return false;
  return (
    !before ||
    !after ||
    fieldsOfTask.some((field) => before[field] !== after[field]) ||
    JSON.stringify(before.reminders) !== JSON.stringify(after.reminders)
  );
}

type OfProfile = Extract<Change, { entity: "profile"; before: ProfileRow; after: ProfileRow }>;

const isOfProfile = (change: Change): change is OfProfile =>
  change.entity === "profile" && change.before !== null && change.after !== null;

/** The day of the last digest, where the person was until now. */
async function toldOn(db: Reader, spaceId: string, { time_zone }: ProfileRow): Promise<string | undefined> {
  const at = await findLastDigest(db, spaceId);
  return at && localDate(at, time_zone);
}

const isOfTask = (change: Change): change is Extract<Change, { entity: "task" }> => change.entity === "task";

/** The journal has tasks from before there were reminders, and an undo brings them back as they were. */
const withReminders = (task: Reminding): Reminding => ({ ...task, reminders: task.reminders ?? [] });

const hasReminders = (task: NewTaskRow | null) => task !== null && withReminders(task).reminders.length > 0;
