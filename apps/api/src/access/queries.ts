/** The person behind a space: their profile. */
import { first, type Reader } from "../db/database.ts";
import { literal, sql } from "../db/sql.ts";
import { entities, type ProfileRow } from "../operations/entities.ts";

export interface Person extends ProfileRow {
  name: string;
  email: string;
}

const columns = literal(entities.profile.columns.map((column) => `p.${column}`).join(", "));

/** The profile whose zone, week and language hold in a personal space. */
export async function findProfile(db: Reader, spaceId: string): Promise<Person> {
  const row = await first<Person>(
    db,
    sql`select p.id, ${columns}, u.name, u.email
        from profiles p join "user" u on u.id = p.id where p.space_id = ${spaceId}`,
  );
  if (!row) throw new Error(`The space ${spaceId} has no profile.`);
  return row;
}
