/** The journal, read. Rows of one group belong together; a group that `undoes` another took it back. */
import { first, type Reader } from "../db/database.ts";
import { literal, type Sql, sql } from "../db/sql.ts";
import { type EntityName, entities } from "../operations/entities.ts";

export interface JournalRow {
  seq: number;
  at: string;
  group_id: string;
  undoes: string | null;
  operation: string;
  surface: string;
  actor_id: string;
  conversation_id: string | null;
  run_id: string | null;
  entity: EntityName;
  entity_id: string;
  name: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const columns = literal(
  "j.seq, j.at, j.group_id, j.undoes, j.operation, j.surface, j.actor_id, j.conversation_id, j.run_id, j.entity, j.entity_id, j.name, j.before, j.after",
);

/** Latest first: the order in which an undo goes back. */
export async function findGroup(db: Reader, spaceId: string, groupId: string): Promise<JournalRow[]> {
  return db.rows<JournalRow>(
    sql`select ${columns} from journal j where j.space_id = ${spaceId} and j.group_id = ${groupId} order by j.seq desc`,
  );
}

/** The ids of the tasks that were there before and that these operations changed in a group. */
export async function findChangedTasks(
  db: Reader,
  spaceId: string,
  groupId: string,
  operations: string[],
): Promise<string[]> {
  const rows = await db.rows<{ entity_id: string }>(
    sql`select distinct j.entity_id from journal j
        where j.space_id = ${spaceId} and j.group_id = ${groupId} and j.operation = any(${operations})
          and j.entity = 'task' and j.before is not null`,
  );
  return rows.map(({ entity_id }) => entity_id);
}

/** An undo that wasn't redone. */
const standingUndo = literal(`exists (select from journal u
  where u.space_id = j.space_id and u.undoes = j.group_id
    and not exists (select from journal r where r.space_id = u.space_id and r.undoes = u.group_id))`);

export async function isUndone(db: Reader, spaceId: string, groupId: string): Promise<boolean> {
  const row = await first<{ undone: boolean }>(
    db,
    sql`select ${standingUndo} as undone from journal j where j.space_id = ${spaceId} and j.group_id = ${groupId} limit 1`,
  );
  return row?.undone ?? false;
}

/** The latest undo of a group that still stands. */
export async function findStandingUndo(
  db: Reader,
  spaceId: string,
  groupId: string,
): Promise<string | undefined> {
  const row = await first<{ group_id: string }>(
    db,
    sql`select u.group_id from journal u where u.space_id = ${spaceId} and u.undoes = ${groupId}
          and not exists (select from journal r where r.space_id = u.space_id and r.undoes = u.group_id)
        order by u.seq desc limit 1`,
  );
  return row?.group_id;
}

export interface Whose {
  space_id: string;
  actor_id: string;
  /** In a chat only what was done in that conversation. */
  conversation_id?: string | undefined;
}

const mine = ({ space_id, actor_id, conversation_id }: Whose): Sql =>
  sql`j.space_id = ${space_id} and j.actor_id = ${actor_id} and j.entity in ('task', 'list', 'label') and (j.before is not null or j.after is not null)
    ${conversation_id ? sql`and j.conversation_id = ${conversation_id}` : literal("")}`;

export async function findLatestToUndo(db: Reader, whose: Whose): Promise<string | undefined> {
  const row = await first<{ group_id: string }>(
    db,
    sql`select j.group_id from journal j where ${mine(whose)} and j.undoes is null and not ${standingUndo}
        order by j.seq desc limit 1`,
  );
  return row?.group_id;
}

/** The latest undo that wasn't redone. A redo undoes an undo, so it isn't one itself. */
export async function findLatestToRedo(db: Reader, whose: Whose): Promise<string | undefined> {
  const row = await first<{ group_id: string }>(
    db,
    sql`select j.group_id from journal j where ${mine(whose)} and j.undoes is not null
          and not exists (select from journal r where r.space_id = j.space_id and r.undoes = j.group_id)
          and not exists (select from journal g where g.space_id = j.space_id and g.group_id = j.undoes and g.undoes is not null)
        order by j.seq desc limit 1`,
  );
  return row?.group_id;
}

export interface HistoryRow extends JournalRow {
  sentence: string | null;
}

interface Wanted {
  taskId?: string | undefined;
  groups?: string[] | undefined;
  /** A `seq`. */
  before?: number | undefined;
  limit: number;
}

/** The groups themselves, their undos, and the redos of these: there is nothing beyond, since a group is always taken back itself. */
const isOf = (spaceId: string, groups: string[]): Sql =>
  sql`(j.group_id = any(${groups}::uuid[]) or j.undoes = any(${groups}::uuid[]) or j.undoes in (
        select u.group_id from journal u where u.space_id = ${spaceId} and u.undoes = any(${groups}::uuid[])))`;

export async function findHistory(
  db: Reader,
  spaceId: string,
  { taskId, groups, before, limit }: Wanted,
): Promise<HistoryRow[]> {
  return db.rows<HistoryRow>(
    sql`select ${columns}, (select m.text from messages m
          where m.space_id = j.space_id and m.run_id = j.run_id and m.role = 'user' limit 1) as sentence
        from journal j where j.space_id = ${spaceId}
          ${taskId ? sql`and j.entity_id = ${taskId}` : literal("")}
          ${groups ? sql`and ${isOf(spaceId, groups)}` : literal("")}
          ${before ? sql`and j.seq < ${before}` : literal("")}
        order by j.seq desc limit ${limit}`,
  );
}

/** What a live listener hasn't seen yet, oldest first. */
export async function findChangesAfter(
  db: Reader,
  spaceId: string,
  seq: number,
  limit: number,
): Promise<JournalRow[]> {
  return db.rows<JournalRow>(
    sql`select ${columns} from journal j where j.space_id = ${spaceId} and j.seq > ${seq} order by j.seq limit ${limit}`,
  );
}

export async function findLastSeq(db: Reader, spaceId: string): Promise<number> {
  const row = await first<{ last_seq: number }>(db, sql`select last_seq from spaces where id = ${spaceId}`);
  return row?.last_seq ?? 0;
}

/** Rows of any entity by id, whether in the trash or not. */
export async function findRows<Row extends object>(
  db: Reader,
  spaceId: string,
  entity: EntityName,
  ids: string[],
): Promise<Row[]> {
  const { table, columns: own } = entities[entity];
  return db.rows<Row>(
    sql`select id, ${literal(own.join(", "))} from ${literal(table)}
        where space_id = ${spaceId} and id = any(${ids}::uuid[])`,
  );
}
