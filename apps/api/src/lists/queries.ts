/** Lists and labels in the database, and nothing else. Names are compared without case. */
import type { Label, List } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, type Sql, sql } from "../db/sql.ts";
import { entities, type LabelRow, type ListRow } from "../operations/entities.ts";
import { DUE } from "../tasks/conditions.ts";

const columnsOf = (entity: "list" | "label") =>
  literal(["id", ...entities[entity].columns].map((column) => `t.${column}`).join(", "));

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Ends a statement. A name wins over an id: nobody names a list like somebody's id by accident. */
const called = (nameOrId: string): Sql =>
  isId(nameOrId)
    ? sql`(t.id = ${nameOrId.toLowerCase()} or lower(t.name) = lower(${nameOrId}))
        order by lower(t.name) = lower(${nameOrId}) desc limit 1`
    : sql`lower(t.name) = lower(${nameOrId})`;

export async function findList(db: Reader, spaceId: string, nameOrId: string): Promise<ListRow | undefined> {
  return first<ListRow>(
    db,
    sql`select ${columnsOf("list")} from lists t
        where t.space_id = ${spaceId} and t.deleted_at is null and ${called(nameOrId)}`,
  );
}

export async function findListById(db: Reader, spaceId: string, id: string): Promise<ListRow | undefined> {
  return first<ListRow>(
    db,
    sql`select ${columnsOf("list")} from lists t where t.space_id = ${spaceId} and t.id = ${id}`,
  );
}

export async function findLists(db: Reader, spaceId: string): Promise<ListRow[]> {
  return db.rows<ListRow>(
    sql`select ${columnsOf("list")} from lists t
        where t.space_id = ${spaceId} and t.deleted_at is null order by t.position, t.id`,
  );
}

export async function findLabel(
  db: Reader,
  spaceId: string,
  nameOrId: string,
): Promise<LabelRow | undefined> {
  return first<LabelRow>(
    db,
    sql`select ${columnsOf("label")} from labels t
        where t.space_id = ${spaceId} and t.deleted_at is null and ${called(nameOrId)}`,
  );
}

export async function findLabelsByName(db: Reader, spaceId: string, names: string[]): Promise<LabelRow[]> {
  const lowered = names.map((name) => name.toLowerCase());
  return db.rows<LabelRow>(
    sql`select ${columnsOf("label")} from labels t
        where t.space_id = ${spaceId} and t.deleted_at is null and lower(t.name) = any(${lowered})`,
  );
}

const openTasks = (condition: string) =>
  literal(`(select count(*)::int from tasks k where k.space_id = t.space_id and k.deleted_at is null
    and k.completed_at is null and ${condition}) as open_tasks`);

export async function findListsWithCounts(db: Reader, spaceId: string, archived: boolean): Promise<List[]> {
  return db.rows<List>(
    sql`select ${columnsOf("list")}, ${openTasks("k.list_id = t.id")} from lists t
        where t.space_id = ${spaceId} and t.deleted_at is null
          and ${archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`}
        order by t.position, t.id`,
  );
}

export async function findLabelsWithCounts(db: Reader, spaceId: string): Promise<Label[]> {
  return db.rows<Label>(
    sql`select ${columnsOf("label")}, ${openTasks("k.label_ids @> array[t.id] and k.label_ids <> '{}'")} from labels t
        where t.space_id = ${spaceId} and t.deleted_at is null order by lower(t.name)`,
  );
}

export const ofList = (id: string): Sql => sql`t.list_id = ${id}`;

export async function countOpenTasks(db: Reader, spaceId: string, which: Sql): Promise<number> {
  const row = await first<{ count: number }>(db, sql`select ${openCount(spaceId, which)} as count`);
  return row!.count;
}

/** In the Inbox, and due on a day or before. */
export async function countInboxAndDue(
  db: Reader,
  spaceId: string,
  day: string,
): Promise<{ inbox: number; due: number }> {
  const row = await first<{ inbox: number; due: number }>(
    db,
    sql`select ${openCount(spaceId, sql`t.list_id is null`)} as inbox,
          ${openCount(spaceId, sql`${literal(DUE)} <= ${day}::date`)} as due`,
  );
  return row!;
}

const openCount = (spaceId: string, which: Sql): Sql =>
  sql`(select count(*)::int from tasks t where t.space_id = ${spaceId} and t.deleted_at is null
        and t.completed_at is null and ${which})`;

/** Those of the labels that aren't deleted. */
export async function findLivingLabels(db: Reader, spaceId: string, ids: string[]): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(
    sql`select id from labels where space_id = ${spaceId} and id = any(${ids}::uuid[]) and deleted_at is null`,
  );
  return rows.map(({ id }) => id);
}
