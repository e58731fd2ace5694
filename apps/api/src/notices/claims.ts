/**
 * What the sender does with the schedule. A notice is taken with a lease by
 * the database's clock; what came of it counts only while the lease is held
 * and the notice is still the one that was taken. No statement waits for
 * a row that another holds while it holds one itself, so none can deadlock.
 */
import type { Language } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, sql } from "../db/sql.ts";
import { type Clock, timeOf } from "./clock.ts";
import type { Quiet } from "./instants.ts";
import { zoneRules } from "./queries.ts";

export interface Claim {
  space_id: string;
  slot: string;
  user_id: string;
  task_id: string | null;
  id: string;
  due_at: string;
  /** How many times it was taken, this time included. */
  attempts: number;
  /** When it was taken, by the clock that notices fall due by. */
  taken_at: string;
}

export interface Claiming {
  owner: string;
  leaseMs: number;
  /** How many at most, and how many of one space. */
  limit: number;
  ofOne: number;
  /** Spaces that nothing is taken of. */
  heldBack: string[];
  clock: Clock;
}

/** Takes what is due and nobody has, the longest due first. */
export async function claimDue(
  db: Reader,
  { owner, leaseMs, limit, ofOne, heldBack, clock }: Claiming,
): Promise<Claim[]> {
  return db.rows<Claim>(
    sql`with due as materialized (
          select space_id, slot, due_at from notices
          where sent_at is null and due_at <= ${timeOf(clock)} and (lease_expires_at is null or lease_expires_at <= now())
            and space_id <> all(${heldBack}::uuid[])
          order by due_at limit ${limit} for update skip locked
        ), shared as (
          select space_id, slot, row_number() over (partition by space_id order by due_at) as place from due
        )
        update notices n set lease_owner = ${owner}, attempts = n.attempts + 1,
          lease_expires_at = now() + ${leaseMs}::int * interval '1 millisecond'
        from shared s where s.place <= ${ofOne} and n.space_id = s.space_id and n.slot = s.slot
        returning n.space_id, n.slot, n.user_id, n.task_id, n.id, n.due_at, n.attempts, ${timeOf(clock)} as taken_at`,
  );
}

/**
 * Milliseconds until there is something to take of spaces that aren't held back, at most `atMost`. 0: something is due
 * that another was at just now.
 */
export async function waitForNext(
  db: Reader,
  { clock, heldBack }: Pick<Claiming, "clock" | "heldBack">,
  atMost: number,
): Promise<number> {
  const row = await first<{ wait: number | null }>(
    db,
    sql`select extract(epoch from least(
          (select due_at - ${timeOf(clock)} from notices
            where sent_at is null and due_at > ${timeOf(clock)} order by due_at limit 1),
          (select min(coalesce(lease_expires_at, now())) - now() from notices
            where sent_at is null and due_at <= ${timeOf(clock)} and space_id <> all(${heldBack}::uuid[]))))::float8 * 1000 as wait`,
  );
  return Math.min(Math.max(0, Math.ceil(row?.wait ?? atMost)), atMost);
}

export interface Facts extends Quiet {
  space_id: string;
  slot: string;
  language: Language;
  digest_at: string | null;
  /** Nothing when it is completed, in the trash or gone. */
  task: TaskFacts | null;
}

export interface TaskFacts {
  id: string;
  number: number;
  title: string;
  due_on: string | null;
  due_time: string | null;
  time_zone: string | null;
}

const taskFacts = literal("t.id, t.number, t.title, t.due_on, t.due_time, t.time_zone");

/** What is told of it, as it is now that it is held. */
export async function findFacts(db: Reader, claims: Claim[]): Promise<Facts[]> {
  return db.rows<Facts>(
    sql`select c.space_id, c.slot, p.language, p.time_zone, p.quiet_from, p.quiet_until, p.digest_at,
          (select to_json(f) from (select ${taskFacts} from tasks t where t.space_id = c.space_id and t.id = c.task_id
            and t.completed_at is null and t.deleted_at is null) f) as task
        from unnest(${claims.map(({ space_id }) => space_id)}::uuid[], ${claims.map(({ slot }) => slot)}::text[],
          ${claims.map(({ task_id }) => task_id)}::uuid[]) c (space_id, slot, task_id)
        join profiles p on p.space_id = c.space_id`,
  );
}

/** Open tasks that are due on that day or before, the latest day first; `count` of them in all. */
export async function findDueBy(
  db: Reader,
  spaceId: string,
  day: string,
  limit: number,
): Promise<{ count: number; tasks: TaskFacts[] }> {
  const tasks = await db.rows<TaskFacts & { count: number }>(
    sql`select ${taskFacts}, count(*) over () as count from tasks t
        where t.space_id = ${spaceId} and t.completed_at is null and t.deleted_at is null and t.due_on <= ${day}
        order by t.due_on desc, coalesce(t.due_time, ''), t.number limit ${limit}`,
  );
  return { count: tasks[0]?.count ?? 0, tasks };
}

/** What is to become of a notice that was taken. */
export interface Outcome {
  claim: Claim;
  /** `again`: taken up once more after `in_ms`. `drop`: there is nothing to tell. */
  what: "sent" | "again" | "drop";
  in_ms?: number;
  /** It is scheduled anew. */
  next?: { id: string; due_at: string };
  /** Told to open windows. */
  told?: { kind: "reminder" | "digest"; late: boolean };
}

/**
 * Writes what came of notices. Gives those that it was written of: another's by now is left alone, and so is, unless
 * it is waited for, one that somebody is at.
 */
export async function settle(
  db: Reader,
  owner: string,
  outcomes: Outcome[],
  { wait }: { wait: boolean },
): Promise<Outcome[]> {
  const rows = outcomes.map(({ claim, what, in_ms, next, told }) => ({
    space_id: claim.space_id,
    slot: claim.slot,
    id: claim.id,
    task_id: claim.task_id,
    what,
    in_ms,
    next_id: next?.id,
    next_at: next?.due_at,
    ...told,
  }));
  const settled = await db.rows<{ space_id: string; slot: string }>(
    sql`with wanted as materialized (
          select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (space_id uuid, slot text, id uuid,
            task_id uuid, what text, in_ms int, next_id uuid, next_at timestamptz, kind text, late boolean)
        ), space as materialized (
          select s.id from spaces s where s.id in (select space_id from wanted) for key share ${literal(wait ? "" : "skip locked")}
        ), held as materialized (
          select w.* from wanted w join space s on s.id = w.space_id
          join notices n on n.space_id = w.space_id and n.slot = w.slot and n.id = w.id
          where n.lease_owner = ${owner} for update of n ${literal(wait ? "" : "skip locked")}
        ), dropped as (
          delete from notices n using held h where n.space_id = h.space_id and n.slot = h.slot and h.what = 'drop'
        ), kept as (
          update notices n set lease_owner = null,
            lease_expires_at = case h.what when 'again' then now() + h.in_ms * interval '1 millisecond' end,
            sent_at = case when h.what = 'sent' and h.next_id is null then now() end,
            id = coalesce(h.next_id, n.id), due_at = coalesce(h.next_at, n.due_at),
            zone_rules = case when h.next_id is null then n.zone_rules else ${zoneRules} end,
            attempts = case when h.next_id is null then n.attempts else 0 end
          from held h where n.space_id = h.space_id and n.slot = h.slot and h.what <> 'drop'
        ), told as (
          insert into deliveries (space_id, id, channel, kind, task_id, channel_kind, channel_name, status, late, at)
          select space_id, id, 'page', kind, task_id, 'page', '', 'sent', late, now() from held where kind is not null
          on conflict do nothing
        )
        select space_id, slot from held`,
  );
  const keys = new Set(settled.map(keyOf));
  return outcomes.filter(({ claim }) => keys.has(keyOf(claim)));
}

/** Holds these for longer. Gives the keys of those that are still held. */
export async function renewClaims(
  db: Reader,
  owner: string,
  leaseMs: number,
  claims: Claim[],
): Promise<Set<string>> {
  const rows = await db.rows<{ space_id: string; slot: string }>(
    sql`update notices n set lease_expires_at = now() + ${leaseMs}::int * interval '1 millisecond'
        from (select n.space_id, n.slot from notices n
          join unnest(${claims.map(({ space_id }) => space_id)}::uuid[], ${claims.map(({ slot }) => slot)}::text[])
            as held (space_id, slot) on n.space_id = held.space_id and n.slot = held.slot
          where n.lease_owner = ${owner} for update of n skip locked) held
        where n.space_id = held.space_id and n.slot = held.slot returning n.space_id, n.slot`,
  );
  return new Set(rows.map(keyOf));
}

export const keyOf = ({ space_id, slot }: { space_id: string; slot: string }) => `${space_id}/${slot}`;
