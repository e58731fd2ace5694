/**
 * list_tasks: filters become conditions, the sort becomes an order with the
 * task's number as the last key, and the cursor is the keys of the page's last
 * row. PostgreSQL writes the answer's JSON; nothing here parses a row.
 */
import { invalid, notFound } from "@todo/contract";
import { findProfile } from "../access/queries.ts";
import type { Reader } from "../db/database.ts";
import { join, literal, type Sql, sql } from "../db/sql.ts";
import { findLabel, findList } from "../lists/queries.ts";
import { type HandlerContext, JsonText, type ParsedInput } from "../operations/implement.ts";
import { findTask, findTaskPage } from "./queries.ts";

type Input = ParsedInput<"list_tasks">;

const DEFAULT_LIMIT = 50;

export async function listTasks(input: Input, { db, actor, now }: HandlerContext) {
  const { space_id } = actor;
  const limit = input.limit ?? DEFAULT_LIMIT;
  const order = orders[input.sort ?? "position"];
  const descending = (input.order ?? order.natural) === "desc";
  const where = [sql`t.space_id = ${space_id}`, ...(await conditions(db, space_id, input, now()))];
  if (input.cursor) where.push(beyond(order, descending, readCursor(input.cursor, order)));
  const direction = literal(descending ? " desc" : "");
  const { tasks, next } = await findTaskPage(db, {
    where: join(where, " and "),
    orderBy: join(
      [...order.keys, NUMBER].map(({ expression }) => sql`${literal(expression)}${direction}`),
      ", ",
    ),
    keys: literal(
      `json_build_array(${[...order.keys, NUMBER].map(({ expression }) => expression).join(", ")})`,
    ),
    limit,
  });
  const cursor = next && Buffer.from(JSON.stringify(next)).toString("base64url");
  return new JsonText(`{"tasks":${tasks},"next_cursor":${JSON.stringify(cursor)}}`);
}

interface Key {
  expression: string;
  type: string;
}

interface Order {
  keys: Key[];
  natural: "asc" | "desc";
}

const NUMBER: Key = { expression: "t.number", type: "int" };

/** A missing due date sorts last: after every date there is. */
const orders: Record<NonNullable<Input["sort"]>, Order> = {
  position: { keys: [{ expression: "t.position", type: "text" }], natural: "asc" },
  created: { keys: [], natural: "asc" },
  priority: { keys: [{ expression: "t.priority", type: "priority" }], natural: "desc" },
  title: { keys: [{ expression: 'lower(t.title) collate "C"', type: "text" }], natural: "asc" },
  due: {
    keys: [
      { expression: "coalesce(t.due_on, 'infinity')", type: "date" },
      { expression: "coalesce(t.due_time, '')", type: "text" },
    ],
    natural: "asc",
  },
};

/** Rows behind the cursor, as one row comparison, which an index can answer. */
function beyond(order: Order, descending: boolean, values: unknown[]): Sql {
  const keys = [...order.keys, NUMBER];
  const left = literal(keys.map(({ expression }) => expression).join(", "));
  const right = join(
    keys.map(({ type }, index) => sql`${values[index]}::${literal(type)}`),
    ", ",
  );
  return sql`(${left}) ${literal(descending ? "<" : ">")} (${right})`;
}

function readCursor(cursor: string, order: Order): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const keys = [...order.keys, NUMBER];
    if (
      Array.isArray(values) &&
      values.length === keys.length &&
      values.every((value, n) => fits(value, keys[n]!))
    ) {
      return values;
    }
  } catch {
    // Falls through to the one answer for every kind of wrong cursor.
  }
  throw invalid("cursor", "This cursor belongs to another query. Start again without one.");
}

const shapes: Record<string, (value: unknown) => boolean> = {
  int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  text: (value) => typeof value === "string" && !value.includes("\0"),
  priority: (value) => ["none", "low", "medium", "high", "urgent"].includes(value as string),
  date: (value) =>
    typeof value === "string" &&
    /^(\d{4}-\d\d-\d\d|infinity)$/.test(value) &&
    !Number.isNaN(value === "infinity" ? 0 : Date.parse(value)),
};
const fits = (value: unknown, { type }: Key) => shapes[type]!(value);

async function conditions(db: Reader, spaceId: string, input: Input, now: Date): Promise<Sql[]> {
  const found: Sql[] = [input.trash ? sql`t.deleted_at is not null` : sql`t.deleted_at is null`];
  if (input.status === "pending") found.push(sql`t.completed_at is null`);
  if (input.status === "completed") found.push(sql`t.completed_at is not null`);
  if (input.priority) found.push(sql`t.priority = any(${input.priority}::priority[])`);
  if (input.due_on) found.push(sql`t.due_on = ${input.due_on}::date`);
  if (input.due_before) found.push(sql`t.due_on < ${input.due_before}::date`);
  if (input.due_after) found.push(sql`t.due_on > ${input.due_after}::date`);
  if (input.overdue !== undefined) found.push(await overdue(db, spaceId, input.overdue, now));
  if (input.search) found.push(searched(input.search));
  if (input.list !== undefined) found.push(await inList(db, spaceId, input.list));
  if (input.label !== undefined) {
    const label = await findLabel(db, spaceId, input.label);
    if (!label) throw notFound("label", input.label);
    found.push(sql`t.label_ids @> array[${label.id}]::uuid[]`, sql`t.label_ids <> '{}'`);
  }
  if (input.parent !== undefined) {
    const parent = await findTask(db, spaceId, input.parent);
    if (!parent) throw notFound("task", input.parent);
    found.push(sql`t.parent_id = ${parent.id}`);
  }
  return found;
}

async function inList(db: Reader, spaceId: string, name: string): Promise<Sql> {
  const list = await findList(db, spaceId, name);
  if (list) return sql`t.list_id = ${list.id}`;
  if (name.toLowerCase() === "inbox") return sql`t.list_id is null`;
  throw notFound("list", name);
}

/** A date alone is over when its day is, where the person is; a time when it has passed in its own zone. */
async function overdue(db: Reader, spaceId: string, wanted: boolean, now: Date): Promise<Sql> {
  const { time_zone } = await findProfile(db, spaceId);
  const today = sql`(${now}::timestamptz at time zone ${time_zone})::date`;
  const late = sql`t.completed_at is null and t.due_on is not null and case when t.due_time is null then t.due_on < ${today}
    else (t.due_on + t.due_time::time) at time zone t.time_zone < ${now}::timestamptz end`;
  return wanted ? sql`t.due_on <= ${today} + 1 and ${late}` : sql`not (${late})`;
}

/** How alike a word of a title must be, from 0 to 1. Lower finds “silk” for “milk”; higher misses “metting”. */
const ALIKE = "0.45";

/**
 * Every word, the last one perhaps unfinished; or a title that is alike enough
 * (pg_trgm's word similarity), so that a typing error still finds it. The
 * threshold is set for this statement alone, before its scan begins.
 */
function searched(words: string): Sql {
  const lexemes = words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (lexemes.length === 0) return sql`t.title ilike ${`%${words.replace(/[\\%_]/g, "\\$&")}%`}`;
  const query = lexemes.map((lexeme) => `'${lexeme}':*`).join(" & ");
  return sql`(select set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true)) is not null
    and (t.search @@ to_tsquery('simple', ${query}) or ${words} <% t.title)`;
}
