/** Tasks in the database, and nothing else. Every statement starts from the space, so another's task isn't there. */
import type { Task } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, type Sql, sql } from "../db/sql.ts";
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
  const row = await first<{ task: string }>(
    db,
    sql`select ${taskJson} as task from tasks t where t.space_id = ${spaceId} and ${isRef(ref)}`,
  );
  return row && (JSON.parse(row.task) as Task);
}

export async function findTaskJsons(db: Reader, spaceId: string, ids: string[]): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows = await db.rows<{ task: string }>(
    sql`select ${taskJson} as task from tasks t join unnest(${ids}::uuid[]) with ordinality wanted (id, place) on t.id = wanted.id
        where t.space_id = ${spaceId} order by wanted.place`,
  );
  return rows.map(({ task }) => JSON.parse(task) as Task);
}

const isNumber = (ref: TaskRef) => typeof ref === "number" || /^\d{1,9}$/.test(ref);

const isRef = (ref: TaskRef): Sql =>
  isNumber(ref) ? sql`t.number = ${Number(ref)}` : sql`t.id = ${String(ref).toLowerCase()}`;

/** A task as the contract writes it: what is kept with the row, and what lies in other tables. Text, not parsed. */
const taskJson = literal(`(t.json || ',"labels":' || case when t.label_ids = '{}' then '[]' else coalesce((
    select json_agg(l.name order by lower(l.name))::text from labels l
    where l.space_id = t.space_id and l.id = any(t.label_ids)), '[]') end
  || ',"list":' || case when t.list_id is null then 'null' else (
    select json_build_object('id', l.id, 'name', l.name)::text from lists l
    where l.space_id = t.space_id and l.id = t.list_id) end || '}')`);

export interface Page {
  where: Sql;
  orderBy: Sql;
  /** A JSON array of the sort's keys. */
  keys: Sql;
  limit: number;
}

/** A page as JSON text, and the keys of its last row when more come after it. */
export async function findTaskPage(db: Reader, { where, orderBy, keys, limit }: Page) {
  const row = await first<{ tasks: string; next: unknown[] | null }>(
    db,
    sql`select '[' || coalesce(string_agg(f.task, ',') filter (where f.place <= ${limit}), '') || ']' as tasks,
          case when count(*) > ${limit} then (array_agg(f.keys) filter (where f.place = ${limit}))[1] end as next
        from (
          select ${taskJson} as task, t.place, case when t.place = ${limit} then ${keys} end as keys
          from (
            select t.*, row_number() over (order by ${orderBy}) as place
            from tasks t where ${where} order by ${orderBy} limit ${limit + 1}) t) f`,
  );
  return row!;
}
