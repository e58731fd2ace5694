/** Counts attempts in the database, so that replicas share the count. A window begins with its first attempt. */
import { AppError } from "@todo/contract";
import type { Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export interface Limit {
  attempts: number;
  seconds: number;
}

/** Counts one attempt; throws `too_many_requests` with the time to wait when there were too many. */
export async function countAttempt(
  db: Reader,
  key: string,
  { attempts, seconds }: Limit,
  now: Date,
): Promise<void> {
  const resets = new Date(now.getTime() + seconds * 1000);
  const [row] = await db.rows<{ count: number; resets_at: string }>(
    sql`insert into rate_limits as r (key, count, resets_at) values (${key}, 1, ${resets})
        on conflict (key) do update set
          count = case when r.resets_at <= ${now} then 1 else r.count + 1 end,
          resets_at = case when r.resets_at <= ${now} then excluded.resets_at else r.resets_at end
        returning count, resets_at`,
  );
  if (row!.count <= attempts) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(row!.resets_at) - now.getTime()) / 1000));
  throw new AppError("too_many_requests", `Too many attempts. Try again in ${retryAfterSeconds} seconds.`, {
    params: { seconds: retryAfterSeconds },
    retryAfterSeconds,
  });
}

export async function forgetAttempts(db: Reader, key: string): Promise<void> {
  await db.rows(sql`delete from rate_limits where key = ${key}`);
}
