/** Tasks in the database, and nothing else. Every statement starts from the space, so another's task isn't there. */
import type { Task } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { join, literal, type Sql, sql } from "../db/sql.ts";
import { entities, type TaskRow } from "../operations/entities.ts";

export type TaskRef = string | number;

const columns = literal(["id", ...entities.task.columns].map((column) => `t.${column}`).join(", "));

export async function findTask(db: Reader, spaceId: string, ref: TaskRef): Promise<TaskRow | undefined> {
  return first<TaskRow>(
    db,
    sql`select ${columns} from tasks t where t.space_id = ${spaceId} and ${isRef(ref)}`,
  );
}

/** In the order of the refs; a ref that leads nowhere is left out. */
export async function findTasks(db: Reader, spaceId: string, refs: TaskRef[]): Promise<TaskRow[]> {
  const ids = refs.filter((ref) => !isNumber(ref)).map(String);
  const numbers = refs.filter(isNumber).map(Number);
  const rows = await db.rows<TaskRow>(
    sql`select ${columns} from tasks t
        where t.space_id = ${spaceId} and (t.id = any(${ids}::uuid[]) or t.number = any(${numbers}::int[]))`,
  );
  const found = refs.map((ref) => rows.find((row) => matches(row, ref))).filter((row) => row !== undefined);
  return [...new Set(found)];
}

export const matches = (row: TaskRow, ref: TaskRef) =>
  isNumber(ref) ? row.number === Number(ref) : row.id === String(ref).toLowerCase();

/** Living tasks below these, at any depth. */
export async function findDescendants(db: Reader, spaceId: string, ids: string[]): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`with recursive below as (
          select id from tasks where space_id = ${spaceId} and parent_id = any(${ids}::uuid[])
          union select c.id from tasks c join below b on c.space_id = ${spaceId} and c.parent_id = b.id)
        select ${columns} from tasks t join below using (id)
        where t.space_id = ${spaceId} and t.deleted_at is null order by t.number`,
  );
}

export async function findTasksOfList(db: Reader, spaceId: string, listId: string): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`select ${columns} from tasks t
        where t.space_id = ${spaceId} and t.list_id = ${listId} and t.deleted_at is null order by t.number`,
  );
}

export async function findTasksWithLabel(db: Reader, spaceId: string, labelId: string): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`select ${columns} from tasks t
        where t.space_id = ${spaceId} and t.label_ids @> array[${labelId}]::uuid[] and t.label_ids <> '{}' order by t.number`,
  );
}

/** Tasks of one batch of deletion: what the trash took at the same moment. */
export async function findDeletedWith(
  db: Reader,
  spaceId: string,
  ids: string[],
  deletedAt: string,
): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`with recursive below as (
          select id from tasks where space_id = ${spaceId} and parent_id = any(${ids}::uuid[])
          union select c.id from tasks c join below b on c.space_id = ${spaceId} and c.parent_id = b.id)
        select ${columns} from tasks t join below using (id)
        where t.space_id = ${spaceId} and t.deleted_at = ${deletedAt} order by t.number`,
  );
}

/** The place next to a task in the order of its list: its own and its neighbour's. */
export async function findNeighbour(
  db: Reader,
  spaceId: string,
  anchor: TaskRow,
  side: "after" | "before",
  leaveOut: string,
): Promise<string | null> {
  const [sign, order] = side === "after" ? [">", "asc"] : ["<", "desc"];
  const row = await first<{ position: string }>(
    db,
    sql`select t.position from tasks t
        where t.space_id = ${spaceId} and t.list_id is not distinct from ${anchor.list_id} and t.deleted_at is null
          and t.id <> ${leaveOut} and t.position ${literal(sign)} ${anchor.position}
        order by t.position ${literal(order)} limit 1`,
  );
  return row?.position ?? null;
}

/** The number that the next new task gets. */
export async function findNextNumber(db: Reader, spaceId: string): Promise<number> {
  const row = await first<{ next_number: number }>(
    db,
    sql`select next_number from spaces where id = ${spaceId}`,
  );
  return row!.next_number;
}

/** One task in the form of the contract, built by the database. */
export async function findTaskJson(db: Reader, spaceId: string, ref: TaskRef): Promise<Task | undefined> {
  const row = await first<{ task: Task }>(
    db,
    sql`select ${taskJson} as task from tasks t where t.space_id = ${spaceId} and ${isRef(ref)}`,
  );
  return row?.task;
}

export async function findTaskJsons(db: Reader, spaceId: string, ids: string[]): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows = await db.rows<{ task: Task }>(
    sql`select ${taskJson} as task from tasks t join unnest(${ids}::uuid[]) with ordinality wanted (id, place) on t.id = wanted.id
        where t.space_id = ${spaceId} order by wanted.place`,
  );
  return rows.map(({ task }) => task);
}

const isNumber = (ref: TaskRef) => typeof ref === "number" || /^\d{1,9}$/.test(ref);

const isRef = (ref: TaskRef): Sql =>
  isNumber(ref) ? sql`t.number = ${Number(ref)}` : sql`t.id = ${String(ref).toLowerCase()}`;

const instant = (column: string) =>
  literal(`to_char(t.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The fields of a task as the contract writes them; a test holds them and `toTask` to one schema. */
const taskFields = join(
  [
    literal("t.id, t.number, t.title, t.description"),
    literal("case when t.completed_at is null then 'pending' else 'completed' end as status"),
    literal("t.priority"),
    literal(`case when t.label_ids = '{}' then '[]'::json else coalesce((
      select json_agg(l.name order by lower(l.name)) from labels l
      where l.space_id = t.space_id and l.id = any(t.label_ids)), '[]'::json) end as labels`),
    literal(`case when t.list_id is not null then (
      select json_build_object('id', l.id, 'name', l.name) from lists l
      where l.space_id = t.space_id and l.id = t.list_id) end as list`),
    literal("t.parent_id as parent, t.due_on, t.due_time, t.time_zone, t.position"),
    sql`${instant("completed_at")} as completed_at`,
    sql`${instant("deleted_at")} as deleted_at`,
    sql`${instant("created_at")} as created_at`,
    sql`${instant("updated_at")} as updated_at`,
    literal("t.version"),
  ],
  ", ",
);

const taskJson = sql`(select row_to_json(f) from (select ${taskFields}) f)`;

/** A page as JSON text: `tasks` and what the cursor needs of the last row. */
export async function findTaskPage(
  db: Reader,
  page: { where: Sql; orderBy: Sql; keys: Sql; limit: number },
): Promise<{ tasks: string; count: number; last: unknown[] | null }> {
  const row = await first<{ tasks: string; count: number; last: unknown[] | null }>(
    db,
    sql`select coalesce(json_agg(f.task order by f.place) filter (where f.place <= ${page.limit}), '[]')::text as tasks,
          count(*)::int as count, (json_agg(f.keys order by f.place desc) filter (where f.place = ${page.limit}))->0 as last
        from (
          select ${taskJson} as task, ${page.keys} as keys, row_number() over (order by ${page.orderBy}) as place
          from tasks t where ${page.where} order by ${page.orderBy} limit ${page.limit + 1}) f`,
  );
  return row!;
}
