/**
 * What is counted per address, account or person. The counts are in the
 * database and go by its clock, so that all processes share them.
 */
import { AppError, reasons } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export interface Limit {
  attempts: number;
  seconds: number;
}

/** Counts one attempt, in a window that begins with its first; throws `too_many_requests` when there were too many. */
export async function countAttempt(db: Reader, key: string, { attempts, seconds }: Limit): Promise<void> {
  const [row] = await db.rows<{ count: number; seconds: number }>(
    sql`insert into rate_limits as r (key, count, resets_at)
        values (${key}, 1, now() + make_interval(secs => ${seconds}))
        on conflict (key) do update set
          count = case when r.resets_at <= now() then 1 else r.count + 1 end,
          resets_at = case when r.resets_at <= now() then excluded.resets_at else r.resets_at end
        returning count, greatest(1, ceil(extract(epoch from resets_at - now())))::int as seconds`,
  );
  if (row!.count > attempts) throw tooMany("Too many attempts.", row!.seconds);
}

/** Takes back one attempt that turned out to be none. */
export async function uncountAttempt(db: Reader, key: string): Promise<void> {
  await db.rows(sql`update rate_limits set count = greatest(0, count - 1) where key = ${key}`);
}

export async function forgetAttempts(db: Reader, key: string): Promise<void> {
  await db.rows(sql`delete from rate_limits where key = ${key}`);
}

/** 0: no limit. */
export interface RunLimits {
  runsPerPerson: number;
  tokensPerDay: number;
}

interface Allowance {
  running: number;
  tokens: number;
  /** Until the day ends, in UTC. */
  seconds: number;
}

const RETRY_RUN_SECONDS = 5;

/**
 * May this person have one more answer? Asked in the transaction that stores
 * the run: the profile's lock makes two that come at once count each other.
 * `costsTokens` is false where the built-in interpreter answers. Throws `too_many_requests`.
 */
export async function admitRun(
  db: Reader,
  { space_id, user_id }: { space_id: string; user_id: string },
  { runsPerPerson, tokensPerDay }: RunLimits,
  costsTokens: boolean,
): Promise<void> {
  if (runsPerPerson === 0 && (tokensPerDay === 0 || !costsTokens)) return;
  await db.rows(sql`select from profiles where space_id = ${space_id} and id = ${user_id} for no key update`);
  const { running, tokens, seconds } = (await first<Allowance>(
    db,
    sql`with today as (select date_trunc('day', now(), 'UTC') as began)
        select
          (select count(*)::int from agent_runs
            where space_id = ${space_id} and user_id = ${user_id} and status = 'running') as running,
          (select coalesce(sum(input_tokens + output_tokens), 0)::int8 from agent_runs
            where space_id = ${space_id} and user_id = ${user_id} and created_at >= today.began) as tokens,
          ceil(extract(epoch from today.began + interval '1 day' - now()))::int as seconds
        from today`,
  ))!;
  if (runsPerPerson > 0 && running >= runsPerPerson) {
    throw tooMany(
      `The assistant is writing ${running} answers for you, which is the most at once. Wait for one to end, or stop one.`,
      RETRY_RUN_SECONDS,
      { limit: "runs_per_person", most: runsPerPerson },
    );
  }
  if (costsTokens && tokensPerDay > 0 && tokens >= tokensPerDay) {
    throw tooMany(
      `Today's ${tokensPerDay} tokens of the model are used up. There are new ones at midnight UTC; everything but the chat works on.`,
      seconds,
      { limit: "tokens_per_day", most: tokensPerDay },
    );
  }
}

function tooMany(sentence: string, seconds: number, params: Record<string, unknown> = {}): AppError {
  const reason = reasons.find((one) => one === params.limit);
  const again = reason ? sentence : `${sentence} Try again in ${seconds} seconds.`;
  return new AppError("too_many_requests", again, {
    ...(reason && { reason }),
    params: { ...params, seconds },
    retryAfterSeconds: seconds,
  });
}
