/** The person behind a space: their profile. */
import { first, type Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import type { ProfileRow } from "../operations/entities.ts";

export interface Person extends ProfileRow {
  name: string;
  email: string;
}

/** The profile whose zone, week and language hold in a personal space. */
export async function findProfile(db: Reader, spaceId: string): Promise<Person> {
  const row = await first<Person>(
    db,
    sql`select p.id, p.time_zone, p.time_zone_known, p.week_start, p.language, p.created_at, p.updated_at, p.version,
          u.name, u.email
        from profiles p join "user" u on u.id = p.id where p.space_id = ${spaceId}`,
  );
  if (!row) throw new Error(`The space ${spaceId} has no profile.`);
  return row;
}
