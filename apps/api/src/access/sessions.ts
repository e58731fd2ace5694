/** A person's sessions: shown and ended by their ids, since their tokens are stored as hashes alone. */
import type { Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";

interface SessionRow {
  id: string;
  created_at: string;
  renewed_at: string;
  expires_at: string;
  address: string | null;
  user_agent: string | null;
}

export function findSessions(db: Reader, userId: string): Promise<SessionRow[]> {
  return db.rows<SessionRow>(
    sql`select id, "createdAt" as created_at, "updatedAt" as renewed_at, "expiresAt" as expires_at,
          nullif("ipAddress", '') as address, nullif("userAgent", '') as user_agent
        from "session" where "userId" = ${userId} and "expiresAt" > now() order by "updatedAt" desc, id`,
  );
}

/** Ends one, or all but the one to keep; once it is committed, its JWTs go with it. Gives the ids of those that ended. */
export async function deleteSessions(
  db: Reader,
  userId: string,
  which: { id: string } | { but: string | undefined },
): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(
    "id" in which
      ? sql`delete from "session" where "userId" = ${userId} and id = ${which.id} returning id`
      : sql`delete from "session" where "userId" = ${userId} and id is distinct from ${which.but ?? null}::uuid returning id`,
  );
  return rows.map(({ id }) => id);
}
