/** Tasks in the database, and nothing else. Every statement starts from the space, so another's task isn't there. */
import type { Task } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { join, literal, type Sql, sql } from "../db/sql.ts";
import { entities, type TaskRow } from "../operations/entities.ts";

export type TaskRef = string | number;

export const taskColumns = literal(
  ["id", ...entities.task.columns].map((column) => `t.${column}`).join(", "),
);

export async function findTask(db: Reader, spaceId: string, ref: TaskRef): Promise<TaskRow | undefined> {
  return first<TaskRow>(
    db,
    sql`select ${taskColumns} from tasks t where t.space_id = ${spaceId} and ${isRef(ref)}`,
  );
}

/** In the order of the refs; a ref that leads nowhere is left out. */
export async function findTasks(db: Reader, spaceId: string, refs: TaskRef[]): Promise<TaskRow[]> {
  const ids = refs.filter((ref) => !isNumber(ref)).map(String);
  const numbers = refs.filter(isNumber).map(Number);
  const rows = await db.rows<TaskRow>(
    sql`select ${taskColumns} from tasks t
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
        select ${taskColumns} from tasks t join below using (id)
        where t.space_id = ${spaceId} and t.deleted_at is null order by t.number`,
  );
}

export async function findTasksOfList(db: Reader, spaceId: string, listId: string): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`select ${taskColumns} from tasks t
        where t.space_id = ${spaceId} and t.list_id = ${listId} and t.deleted_at is null order by t.number`,
  );
}

export async function findTasksWithLabel(db: Reader, spaceId: string, labelId: string): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`select ${taskColumns} from tasks t
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
        select ${taskColumns} from tasks t join below using (id)
        where t.space_id = ${spaceId} and t.deleted_at = ${deletedAt} order by t.number`,
  );
}

/** What lies in the trash below these, at any depth. */
export async function findDeletedBelow(db: Reader, spaceId: string, ids: string[]): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`with recursive below as (
          select id from tasks where space_id = ${spaceId} and parent_id = any(${ids}::uuid[]) and deleted_at is not null
          union select c.id from tasks c join below b on c.space_id = ${spaceId} and c.parent_id = b.id
            where c.deleted_at is not null)
        select ${taskColumns} from tasks t join below using (id) where t.space_id = ${spaceId} order by t.number`,
  );
}

export async function findChildren(db: Reader, spaceId: string, ids: string[]): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`select ${taskColumns} from tasks t
        where t.space_id = ${spaceId} and t.parent_id = any(${ids}::uuid[]) order by t.number`,
  );
}

export async function findOldestInTrash(db: Reader, spaceId: string, limit: number): Promise<TaskRow[]> {
  return db.rows<TaskRow>(
    sql`select ${taskColumns} from tasks t
        where t.space_id = ${spaceId} and t.deleted_at is not null order by t.deleted_at, t.number limit ${limit}`,
  );
}

export async function countTrash(db: Reader, spaceId: string): Promise<number> {
  const row = await first<{ count: number }>(
    db,
    sql`select count(*)::int as count from tasks where space_id = ${spaceId} and deleted_at is not null`,
  );
  return row!.count;
}

/** How far the sub-tasks of these are, as the contract writes it; those without any are left out. A JSON array. */
export async function findProgress(db: Reader, spaceId: string, ids: string[]): Promise<string> {
  const row = await first<{ progress: string }>(
    db,
    sql`select coalesce(json_agg(p), '[]')::text as progress from (
          select parent_id as task_id, count(completed_at)::int as completed, count(*)::int as total from tasks
          where space_id = ${spaceId} and parent_id = any(${ids}::uuid[]) and deleted_at is null group by parent_id) p`,
  );
  return row!.progress;
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
    where l.space_id = t.space_id and l.id = t.list_id) end
  || ',"recurrence":' || coalesce(t.recurrence::text, 'null') || ',"series":' || coalesce('"' || t.series_id || '"', 'null')
  || ',"occurrence":' || coalesce('"' || t.occurrence || '"', 'null') || ',"reminders":' || t.reminders || '}')`);

/** One page of one person's tasks. All conditions hold together; how they are told apart decides how rows are found. */
export interface TaskPage {
  space: Sql;
  /** What the order's own index answers, or leaves only few. */
  base: Sql[];
  /** What has to be looked for. */
  filters: Sql[];
  /** The filter that a GIN index answers: over all spaces, so nothing else may lure the planner away from it. */
  found?: Sql | undefined;
  orderBy: Sql;
  /** A JSON array of the sort's keys. */
  keys: Sql;
  limit: number;
}

export interface FoundTasks {
  /** A JSON array. */
  tasks: string;
  /** Of those tasks, in no order. */
  ids: string[];
  count: number;
  /** The keys of the page's last row when more come after it. */
  next: unknown[] | null;
  /** The person has so few tasks that the first rows were all of them. */
  whole: boolean;
}

/**
 * A filter that keeps many is quick when rows are looked at in the order
 * wanted until the page is full, one that keeps few when its rows are gathered
 * and sorted. No statistic says which it is, least of all of one person's
 * tasks: how many of the first rows it keeps does.
 */
const FIRST_ROWS = 500;
const KEPT_BY_COMMON = 6;
const MOST_ROWS = 8000;

export async function findTaskPage(db: Reader, page: TaskPage): Promise<FoundTasks> {
  if (!page.found && page.filters.length === 0) return findRows(db, page, inOrder(page));
  const looked = await lookThrough(db, page, FIRST_ROWS);
  if (looked.next || looked.whole) return looked;
  if (looked.count >= KEPT_BY_COMMON) {
    const further = await lookThrough(db, page, MOST_ROWS);
    if (further.next) return further;
  }
  return gatherTaskPage(db, page);
}

/** Rows leave a subquery in its order, unless it is joined: in a `case`, an `exists` is no join. */
const lookThrough = (db: Reader, page: TaskPage, rows: number) =>
  findRows(
    db,
    page,
    sql`select t.* from (${inOrder(page)} limit ${literal(`${rows}`)}) t
        where case when ${and(page.found ? [...page.filters, page.found] : page.filters)} then true end`,
    sql`count(*) <= ${page.limit} and (select count(*) from (
      select from tasks t where ${page.space} limit ${literal(`${FIRST_ROWS + 1}`)}) t) <= ${literal(`${FIRST_ROWS}`)}`,
  );

/** The same page by way of all rows that match; `offset 0` keeps what is outside from being planned with what is inside. */
export async function gatherTaskPage(db: Reader, page: TaskPage): Promise<FoundTasks> {
  const { space, base, filters, found, orderBy } = page;
  const source = found ? sql`(select t.* from tasks t where ${found} offset 0) t` : literal("tasks t");
  return findRows(
    db,
    page,
    sql`select t.* from (select t.* from ${source} where ${and([space, ...base, ...filters])} offset 0) t order by ${orderBy}`,
  );
}

const inOrder = ({ space, base, orderBy }: TaskPage) =>
  sql`select t.* from tasks t where ${and([space, ...base])} order by ${orderBy}`;

const and = (conditions: Sql[]) => join(conditions, " and ");

async function findRows(
  db: Reader,
  { keys, limit }: TaskPage,
  rows: Sql,
  whole = literal("false"),
): Promise<FoundTasks> {
  const row = await first<FoundTasks>(
    db,
    sql`select '[' || coalesce(string_agg(f.task, ',') filter (where f.place <= ${limit}), '') || ']' as tasks,
          coalesce(array_agg(f.id) filter (where f.place <= ${limit}), '{}') as ids,
          count(*)::int as count,
          case when count(*) > ${limit} then (array_agg(f.keys) filter (where f.place = ${limit}))[1] end as next,
          ${whole} as whole
        from (
          select ${taskJson} as task, t.id, t.place, case when t.place = ${limit} then ${keys} end as keys
          from (select t.*, row_number() over () as place from (${rows} limit ${limit + 1}) t) t) f`,
  );
  return row!;
}
