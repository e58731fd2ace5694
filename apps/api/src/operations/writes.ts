/** Why a record was refused. The statement that records counts; this looks only when it had to say no. */
import { AppError } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export async function tooManyWrites(db: Reader, spaceId: string): Promise<Error> {
  const row = await first<{ seconds: number }>(
    db,
    sql`select ceil(extract(epoch from writes_since + interval '1 minute' - now()))::int as seconds
        from spaces where id = ${spaceId}`,
  );
  if (!row) return new Error(`The space ${spaceId} is gone.`);
  const seconds = Math.max(1, row.seconds);
  return new AppError(
    "too_many_requests",
    `Too many changes in one minute, so nothing was changed. Go on in ${seconds} seconds, with several things in one request.`,
    { params: { seconds }, retryAfterSeconds: seconds },
  );
}
