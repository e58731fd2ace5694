/** What holds of a person's tasks after any row of operations, undone or not: looked at in the database itself. */
import type { Database } from "../db/database.ts";
import { literal, sql } from "../db/sql.ts";

const gone = (table: string, id: string) =>
  `not exists (select from ${table} o where o.space_id = t.space_id and o.id = ${id} and o.deleted_at is null)`;

/** What may be true of no task `t`. */
const never = {
  "below a task that isn't there": `t.deleted_at is null and t.parent_id is not null and ${gone("tasks", "t.parent_id")}`,
  "in a list that isn't there": `t.deleted_at is null and t.list_id is not null and ${gone("lists", "t.list_id")}`,
  "with a rule that another of its series carries": `t.deleted_at is null and t.recurrence is not null and exists (
    select from tasks o where o.space_id = t.space_id and o.series_id = t.series_id and o.id <> t.id
      and o.recurrence is not null and o.deleted_at is null)`,
  "an occurrence that another is": `t.deleted_at is null and exists (select from tasks o where o.space_id = t.space_id
    and o.series_id = t.series_id and o.occurrence = t.occurrence and o.id <> t.id and o.deleted_at is null)`,
  "with a rule and done": "t.deleted_at is null and t.recurrence is not null and t.completed_at is not null",
  "with a rule and no day":
    "t.deleted_at is null and t.recurrence is not null and (t.due_on is null or t.series_id is null or t.occurrence is null)",
  "with a label that isn't there": `exists (select from unnest(t.label_ids) l (id) where ${gone("labels", "l.id")})`,
  "below itself": `exists (with recursive above as (
      select o.parent_id from tasks o where o.space_id = t.space_id and o.id = t.id
      union select o.parent_id from tasks o join above a on o.space_id = t.space_id and o.id = a.parent_id)
    select from above where parent_id = t.id)`,
  "not open, and to be told of": `(t.deleted_at is not null or t.completed_at is not null) and exists (
    select from notices n where n.space_id = t.space_id and n.task_id = t.id and n.sent_at is null)`,
};

/** The tasks of which something is true that may be of none, as sentences; nothing when all is well. */
export async function brokenIn(database: Database, spaceId: string): Promise<string[]> {
  const looks = Object.entries(never).map(
    ([what, condition]) => `select 'task ' || t.number || ': ${what.replaceAll("'", "''")}' as broken
      from tasks t, space where t.space_id = space.id and ${condition}`,
  );
  const rows = await database.rows<{ broken: string }>(
    sql`with space as (select ${spaceId}::uuid as id) ${literal(looks.join(" union all "))}
      union all select 'a notice of no task' from notices n, space where n.space_id = space.id and n.task_id is not null
        and n.sent_at is null and not exists (select from tasks t where t.space_id = n.space_id and t.id = n.task_id)`,
  );
  return rows.map(({ broken }) => broken);
}
