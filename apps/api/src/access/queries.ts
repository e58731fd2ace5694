/** The person behind a space: their profile. */
import { first, type Reader } from "../db/database.ts";
import { literal, sql } from "../db/sql.ts";
import { entities, type ProfileRow, type TaskRow } from "../operations/entities.ts";

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

/** What the person is called; nobody else changes that before the transaction ends. Nothing where the account is gone. */
export async function holdName(db: Reader, userId: string): Promise<string | undefined> {
  const row = await first<{ name: string }>(
    db,
    sql`select name from "user" where id = ${userId} for no key update`,
  );
  return row?.name;
}

const taskColumns = literal(["id", ...entities.task.columns].map((column) => `t.${column}`).join(", "));

/** Open tasks whose time, or whose days, are meant in that zone. */
export async function findOpenTasksIn(db: Reader, spaceId: string, timeZone: string): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`select ${taskColumns} from tasks t where t.space_id = ${spaceId}
          and (t.time_zone = ${timeZone} or t.recurrence ->> 'time_zone' = ${timeZone}) and t.completed_at is null and t.deleted_at is null order by t.number`,
  );
}
