/**
 * The one statement that changes anything of a person's: it takes the space's
 * numbers and sequence, applies the changes and journals them. Being a single
 * statement it is atomic on its own, in one round trip.
 */
import { Sql } from "../db/sql.ts";
import { type Change, type EntityName, entities } from "./entities.ts";

/** What every journal row of a call says of it. */
export interface Entry {
  space_id: string;
  group_id: string;
  at: string;
  operation: string;
  surface: string;
  actor_id: string;
  conversation_id: string | null;
  run_id: string | null;
  undoes: string | null;
}

export interface Recorded {
  /** New tasks in the order given. */
  tasks: { id: string; number: number; position: string }[];
}

/**
 * The statement's text depends on what kinds
 * of change there are, its values on the changes themselves. It gives no row,
 * and changes nothing, where the space is gone or has had its writes of the minute (0: no limit).
 */
export function recordStatement(entry: Entry, changes: Change[], writesPerMinute: number): Sql {
  const batches = inBatches(changes);
  const unnumbered = changes.filter(
    ({ entity, before, after }) => entity === "task" && !before && !("number" in after!),
  );
  const shape = batches.map(({ entity, kind }) => `${kind} ${entity}`).join(", ");
  const text = texts.get(shape) ?? statementText(batches);
  texts.set(shape, text);
  return Sql.of(text, [
    entry.space_id,
    changes.length,
    unnumbered.length,
    entry.at,
    entry.group_id,
    entry.undoes,
    entry.operation,
    entry.surface,
    entry.actor_id,
    entry.conversation_id,
    entry.run_id,
    JSON.stringify(changes.map(toJournal)),
    writesPerMinute,
    ...batches.map(({ rows }) => JSON.stringify(rows)),
  ]);
}

const texts = new Map<string, string>();

interface Batch {
  entity: EntityName;
  kind: "insert" | "update" | "delete";
  rows: object[];
}

function inBatches(changes: Change[]): Batch[] {
  const batches = new Map<string, Batch>();
  for (const { entity, before, after } of changes) {
    const kind = !before ? "insert" : after ? "update" : "delete";
    const batch = batches.get(`${kind} ${entity}`) ?? { entity, kind, rows: [] };
    batch.rows.push((after ?? before)!);
    batches.set(`${kind} ${entity}`, batch);
  }
  return [...batches.values()];
}

/** The batches' rows are the parameters from here on. */
const FIRST_ROWS = 14;

function statementText(batches: Batch[]): string {
  const insertsTasks = batches.some(({ entity, kind }) => entity === "task" && kind === "insert");
  return `
    with space as (
      update spaces set last_seq = last_seq + $2::int, next_number = next_number + $3::int,
        writes = case when ${MINUTE_IS_OVER} then 1 else writes + 1 end,
        writes_since = case when ${MINUTE_IS_OVER} then now() else writes_since end
      where id = $1 and ($13::int = 0 or writes < $13::int or ${MINUTE_IS_OVER})
      returning last_seq, last_seq - $2::int as seq, next_number - $3::int as number
    )${batches.map((batch, index) => `, ${batchText(batch, index + FIRST_ROWS)}`).join("")}, journaled as (
      insert into journal (space_id, seq, at, group_id, undoes, operation, surface, actor_id,
        conversation_id, run_id, entity, entity_id, name, before, after)
      select $1, space.seq + j.ordinality, $4::timestamptz, $5::uuid, $6::uuid, $7, $8, $9::uuid, $10::uuid, $11::uuid,
        j.value->>'entity', (j.value->>'id')::uuid, j.value->>'name',
        nullif(j.value->'before', 'null'), nullif(j.value->'after', 'null')
      from space, jsonb_array_elements($12::jsonb) with ordinality j
    )
    select space.last_seq, ${insertsTasks ? NEW_TASKS : "null::json"} as tasks from space`;
}

/** By the database's clock, which all processes share. */
const MINUTE_IS_OVER = "writes_since <= now() - interval '1 minute'";

const NEW_TASKS = `(
  select json_agg(json_build_object('id', id, 'number', number, 'position', position) order by number) from insert_task)`;

function batchText({ entity, kind }: Batch, parameter: number): string {
  const { table, columns } = entities[entity];
  const source = `from space, rows from (jsonb_populate_recordset(null::${table}, $${parameter}::jsonb)) with ordinality r`;
  const values = columns.map((column) => newValues[`${entity}.${column}`] ?? `r.${column}`);
  const statements = {
    insert: `insert into ${table} (space_id, id, ${columns.join(", ")})
      select $1, r.id, ${values.join(", ")} ${source} returning *`,
    update: `update ${table} t set ${columns.map((column) => `${column} = r.${column}`).join(", ")}
      ${source} where t.space_id = $1 and t.id = r.id`,
    delete: `delete from ${table} t using (select r.id ${source}) gone where t.space_id = $1 and t.id = gone.id`,
  };
  return `${kind}_${entity} as (${statements[kind]})`;
}

/**
 * A new task takes the space's next number, and from it its place: `h` and
 * eight hexadecimal digits are an integer key of fractional indexing, so that
 * later tasks come after earlier ones and there is room between any two.
 */
const nextNumber = "coalesce(r.number, space.number + r.ordinality::int - 1)";
export const positionOf = (number: number) => `h${number.toString(16).padStart(8, "0")}`;
const newValues: Record<string, string> = {
  "task.number": nextNumber,
  // The journal has tasks from before there were reminders.
  "task.reminders": "coalesce(r.reminders, '[]')",
  "task.position": `coalesce(r.position, 'h' || lpad(to_hex(${nextNumber}), 8, '0'))`,
};

/** A change as the journal tells it: what it was done to, by name, and what differs. */
export function toJournal({ entity, before, after }: Change) {
  const now = (after ?? before) as unknown as Fields & { id: string };
  return { entity, id: now.id, name: String(now[entities[entity].name]), ...differences(before, after) };
}

/** What the journal keeps: of a new or removed thing the whole, of a changed one the fields that differ. */
function differences(before: object | null, after: object | null) {
  const was = before as Fields | null;
  const becomes = after as Fields | null;
  if (!was || !becomes) return { before: was, after: becomes };
  const fields = Object.keys(becomes).filter(
    (field) => !bookkeeping.has(field) && JSON.stringify(was[field]) !== JSON.stringify(becomes[field]),
  );
  const pick = (row: Fields) => Object.fromEntries(fields.map((field) => [field, row[field]]));
  return { before: pick(was), after: pick(becomes) };
}

type Fields = Record<string, unknown>;

/** Columns that count changes; an undo doesn't turn them back. */
export const bookkeeping = new Set(["updated_at", "version"]);
