/** The schedule, as tasks and profiles write it and as people read it. What the sender does with it is in claims.ts. */
import type { Reminder } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, sql } from "../db/sql.ts";
import type { ProfileRow } from "../operations/entities.ts";
import { type Clock, timeOf } from "./clock.ts";
import type { PersonsTime } from "./instants.ts";
import type { Reminding, Wanted } from "./schedule.ts";

export type PersonsDay = PersonsTime & Pick<ProfileRow, "id" | "digest_at">;

export const personsDay = literal(
  "p.id, p.time_zone, p.all_day_time, p.quiet_from, p.quiet_until, p.digest_at",
);

/** Of the person whose space it is, and what time it is by the clock that notices fall due by. */
export async function findPersonsTime(
  db: Reader,
  spaceId: string,
  clock: Clock,
): Promise<{ person: PersonsDay; now: Date }> {
  const row = await first<PersonsDay & { now: string }>(
    db,
    sql`select ${personsDay}, ${timeOf(clock)} as now from profiles p where p.space_id = ${spaceId}`,
  );
  if (!row) throw new Error(`The space ${spaceId} has no profile.`);
  const { now, ...person } = row;
  return { person, now: new Date(now) };
}

export const reminding = literal(
  "t.id, t.due_on, t.due_time, t.time_zone, t.completed_at, t.deleted_at, t.reminders",
);

/** Open tasks that have reminders. */
export async function findReminding(db: Reader, spaceId: string): Promise<Reminding[]> {
  return db.rows<Reminding>(
    sql`select ${reminding} from tasks t
        where t.space_id = ${spaceId} and t.reminders <> '[]' and t.completed_at is null and t.deleted_at is null`,
  );
}

export interface Replacement {
  space_id: string;
  user_id: string;
  /** Whose notices these are all there is of. */
  task_ids: string[];
  /** Further slots of which these are all there is. */
  slots: string[];
  wanted: Wanted[];
}

/** A notice that stays for the same instant stays sent, or waits as long as quiet hours put it off by now. */
export async function replaceNotices(db: Reader, replacement: Replacement): Promise<void> {
  const { space_id, user_id, task_ids, slots, wanted } = replacement;
  await db.rows(
    sql`with wanted as (
          select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
            as w (slot text, task_id uuid, id uuid, due_at timestamptz, is_over boolean)
        ), gone as (
          delete from notices n where n.space_id = ${space_id} and (n.task_id = any(${task_ids}::uuid[]) or n.slot = any(${slots}))
            and not exists (select from wanted w where w.slot = n.slot and (w.id = n.id or not w.is_over))
        ), moved as (
          update notices n set due_at = w.due_at from wanted w where n.space_id = ${space_id} and n.slot = w.slot
            and n.id = w.id and w.is_over and n.sent_at is null and n.due_at > w.due_at
        )
        insert into notices (space_id, slot, user_id, task_id, id, due_at, zone_rules)
        select ${space_id}, slot, ${user_id}, task_id, id, due_at, ${zoneRules} from wanted where not is_over
        on conflict (space_id, slot) do update set id = excluded.id, due_at = excluded.due_at, user_id = excluded.user_id,
          zone_rules = excluded.zone_rules, sent_at = null,
          attempts = case when notices.id = excluded.id then notices.attempts else 0 end,
          lease_owner = case when notices.id = excluded.id then notices.lease_owner end,
          lease_expires_at = case when notices.id = excluded.id then notices.lease_expires_at end
          where notices.id <> excluded.id or (notices.sent_at is null and notices.due_at <> excluded.due_at)`,
  );
}

/** When the last digest was sent, by the first that took it. */
export async function findLastDigest(db: Reader, spaceId: string): Promise<Date | undefined> {
  const row = await first<{ at: string | null }>(
    db,
    sql`select min(d.at) as at from deliveries d where d.space_id = ${spaceId} and d.id = (
          select id from deliveries where space_id = ${spaceId} and kind = 'digest' and channel = 'page'
          order by at desc limit 1)`,
  );
  return row?.at ? new Date(row.at) : undefined;
}

/** The release of the time zone database that instants are worked out with here, such as 2026c. */
export const zoneRules = process.versions.tz ?? "";

export interface UpcomingRow {
  slot: string;
  due_at: string;
  task: { id: string; number: number; title: string };
  reminders: Reminder[];
}

/** What is still to be sent about tasks, the next first, behind the place given. */
export async function findUpcoming(
  db: Reader,
  spaceId: string,
  { taskId, after, limit }: { taskId?: string | undefined; after?: Place | undefined; limit: number },
): Promise<UpcomingRow[]> {
  return db.rows<UpcomingRow>(
    sql`select n.slot, n.due_at, json_build_object('id', t.id, 'number', t.number, 'title', t.title) as task, t.reminders
        from notices n join tasks t on t.space_id = n.space_id and t.id = n.task_id
        where n.space_id = ${spaceId} and n.sent_at is null
          ${taskId ? sql`and n.task_id = ${taskId}` : literal("")}
          ${after ? sql`and (n.due_at, n.slot) > (${after.due_at}, ${after.slot})` : literal("")}
        order by n.due_at, n.slot limit ${limit}`,
  );
}

export interface Place {
  due_at: string;
  slot: string;
}
