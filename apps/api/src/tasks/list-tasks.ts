/**
 * list_tasks: filters become conditions, the sort becomes an order with the
 * task's number as the last key, and the cursor is the keys of the page's last
 * row. PostgreSQL writes the answer's JSON; nothing here parses a row.
 */
import { Instant, invalid, LocalDate, notFound, Priority } from "@todo/contract";
import { findProfile } from "../access/queries.ts";
import type { Reader } from "../db/database.ts";
import { join, literal, type Sql, sql } from "../db/sql.ts";
import { conditionsOf as filterConditions } from "../filters/conditions.ts";
import { readFilter } from "../filters/read.ts";
import { findLabel, findList } from "../lists/queries.ts";
import { type HandlerContext, JsonText, type ParsedInput } from "../operations/implement.ts";
import { COMPLETED, DUE, hasLabel, hasWords, lexemesOf, overdue, titleHolds } from "./conditions.ts";
import {
  type FoundTasks,
  findProgress,
  findTask,
  findTaskPage,
  gatherTaskPage,
  type TaskPage,
} from "./queries.ts";

type Input = ParsedInput<"list_tasks">;

const DEFAULT_LIMIT = 50;

export async function listTasks(input: Input, context: HandlerContext) {
  const { db, actor } = context;
  const { space_id } = actor;
  const order = orders[input.sort ?? "position"];
  const descending = (input.order ?? order.natural) === "desc";
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, order, input);
  const { base, filters, found } = await conditionsOf(input, context);
  if (cursor) base.push(beyond(order, descending, cursor.values));
  const all = [...order.keys, NUMBER];
  const keys = all.map(({ expression }) => expression);
  const page: TaskPage = {
    space: sql`t.space_id = ${space_id}`,
    base,
    filters,
    found,
    orderBy: literal(keys.map((key) => (descending ? `${key} desc` : key)).join(", ")),
    keys: literal(
      `json_build_array(${all.map(({ expression, written = expression }) => written).join(", ")})`,
    ),
    limit: input.limit ?? DEFAULT_LIMIT,
  };
  const { tasks, ids, next } =
    input.search === undefined
      ? await findTaskPage(db, page)
      : await searchTasks(db, page, input.search, cursor);
  const next_cursor = next && Buffer.from(JSON.stringify(next)).toString("base64url");
  const progress = input.progress ? `,"progress":${await findProgress(db, space_id, ids)}` : "";
  return new JsonText(`{"tasks":${tasks},"next_cursor":${JSON.stringify(next_cursor)}${progress}}`);
}

interface Key {
  expression: string;
  /** In a cursor, where that isn't how PostgreSQL writes it. */
  written?: string;
  type: "int" | "text" | "priority" | "date" | "timestamptz";
}

interface Order {
  keys: Key[];
  natural: "asc" | "desc";
}

const NUMBER: Key = { expression: "t.number", type: "int" };

const orders: Record<NonNullable<Input["sort"]>, Order> = {
  position: { keys: [{ expression: "t.position", type: "text" }], natural: "asc" },
  created: { keys: [], natural: "asc" },
  priority: { keys: [{ expression: "t.priority", type: "priority" }], natural: "desc" },
  completed: {
    keys: [
      {
        expression: COMPLETED,
        written: `coalesce(to_char(t.completed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'infinity')`,
        type: "timestamptz",
      },
    ],
    natural: "desc",
  },
  title: { keys: [{ expression: 'lower(t.title) collate "C"', type: "text" }], natural: "asc" },
  due: {
    keys: [
      { expression: DUE, type: "date" },
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

interface Cursor {
  values: unknown[];
  /** The page before it held titles that are alike, and so does the next. */
  alike: boolean;
}

const ALIKE = "alike";

function readCursor(cursor: string, order: Order, { search }: Input): Cursor {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(values)) {
      const keys = [...order.keys, NUMBER];
      const alike = search !== undefined && values.length > keys.length && values.at(-1) === ALIKE;
      const given = alike ? values.slice(0, -1) : values;
      const fits = given.length === keys.length && given.every((value, n) => shapes[keys[n]!.type](value));
      if (fits) return { values: given, alike };
    }
  } catch {
    // Falls through to the one answer for every kind of wrong cursor.
  }
  throw invalid("cursor", "This cursor belongs to another query. Start again without one.");
}

const shapes: Record<Key["type"], (value: unknown) => boolean> = {
  int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  text: (value) => typeof value === "string" && !value.includes("\0"),
  priority: (value) => Priority.safeParse(value).success,
  // PostgreSQL knows no year 0.
  date: (value) =>
    value === "infinity" || (LocalDate.safeParse(value).success && (value as string) >= "0001"),
  timestamptz: (value) =>
    value === "infinity" || (Instant.safeParse(value).success && (value as string) >= "0001"),
};

interface Conditions extends Pick<TaskPage, "base" | "filters"> {
  found?: Sql;
}

/** What the order's index answers as well goes to `base`: due dates when sorted by them, a list in its own order. */
async function conditionsOf(input: Input, context: HandlerContext): Promise<Conditions> {
  const { db, now } = context;
  const { space_id: spaceId } = context.actor;
  const base = [input.trash ? sql`t.deleted_at is not null` : sql`t.deleted_at is null`];
  const conditions: Conditions = { base, filters: [] };
  const sort = input.sort ?? "position";
  const kept = (key: typeof sort) => (key === sort ? base : conditions.filters);
  const due = literal(DUE);
  /** One index answers at a time, and words are what it is best at. */
  const lookFor = (condition: Sql) => {
    if (input.search === undefined && !conditions.found) conditions.found = condition;
    else conditions.filters.push(condition);
  };

  if (input.status === "pending") base.push(sql`t.completed_at is null`);
  if (input.status === "completed") {
    if (sort === "completed") base.push(sql`${literal(COMPLETED)} < 'infinity'`);
    else kept("position").push(sql`t.completed_at is not null`);
  }
  if (input.priority) kept("priority").push(sql`t.priority = any(${input.priority}::priority[])`);
  if (input.due_on) base.push(sql`${due} = ${input.due_on}::date`);
  if (input.due_before) kept("due").push(sql`${due} < ${input.due_before}::date`);
  if (input.due_after) kept("due").push(sql`${due} > ${input.due_after}::date and ${due} < 'infinity'`);
  if (input.list !== undefined) kept("position").push(await inList(db, spaceId, input.list));
  if (input.overdue !== undefined) {
    const { until, late } = overdue(now(), (await findProfile(db, spaceId)).time_zone);
    if (input.overdue) base.push(sql`t.completed_at is null`);
    if (input.overdue) kept("due").push(until, late);
    else base.push(sql`not (t.completed_at is null and t.due_on is not null and ${late})`);
  }
  if (input.parent !== undefined) {
    const parent = await findTask(db, spaceId, input.parent);
    if (!parent) throw notFound("task", input.parent);
    base.push(sql`t.parent_id = ${parent.id}`);
  }
  if (input.label !== undefined) {
    const label = await findLabel(db, spaceId, input.label);
    if (!label) throw notFound("label", input.label);
    lookFor(hasLabel(label.id));
  }
  if (input.filter !== undefined) {
    const filter = filterConditions(await readFilter(input.filter, "filter", context));
    base.push(...filter.base);
    conditions.filters.push(...filter.filters);
    if (filter.found) lookFor(filter.found);
  }
  return conditions;
}

async function inList(db: Reader, spaceId: string, name: string): Promise<Sql> {
  const list = await findList(db, spaceId, name);
  if (list) return sql`t.list_id = ${list.id}`;
  if (name.toLowerCase() === "inbox") return sql`t.list_id is null`;
  throw notFound("list", name);
}

/** Tasks with these words; when there are none, those with a title that is alike: a typing error still finds it. */
async function searchTasks(
  db: Reader,
  page: TaskPage,
  words: string,
  cursor: Cursor | undefined,
): Promise<FoundTasks> {
  const lexemes = lexemesOf(words);
  if (!lexemes) return findTaskPage(db, { ...page, filters: [...page.filters, titleHolds(words)] });
  const exact = cursor?.alike ? undefined : await findTaskPage(db, { ...page, found: hasWords(lexemes) });
  if (exact && (exact.count > 0 || cursor)) return exact;
  // To compare titles one by one is slow: the index must find them, unless they are few.
  const find = exact?.whole ? findTaskPage : gatherTaskPage;
  const alike = await find(db, { ...page, found: isAlike(words) });
  return { ...alike, next: alike.next && [...alike.next, ALIKE] };
}

/** How alike a word of a title must be, from 0 to 1. Lower finds “silk” for “milk”; higher misses “metting”. */
const ENOUGH = "0.45";

/** By pg_trgm's word similarity. The threshold is set for this statement alone, before its scan begins. */
const isAlike = (words: string) =>
  sql`(select set_config('pg_trgm.word_similarity_threshold', ${ENOUGH}, true)) is not null and ${words} <% t.title`;
