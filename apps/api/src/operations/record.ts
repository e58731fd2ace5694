/**
 * The one statement that changes anything of a person's: it takes the space's
 * numbers and sequence, applies the changes and journals them. Being a single
 * statement it is atomic on its own, in one round trip.
 */
import { join, literal, type Sql, sql } from "../db/sql.ts";
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

export function recordStatement(entry: Entry, changes: Change[]): Sql {
  const newTasks = changes.filter(
    ({ entity, before, after }) => entity === "task" && !before && after && !hasNumber(after),
  );
  const parts = (Object.keys(entities) as EntityName[]).flatMap((name) =>
    applyParts(entry.space_id, name, changes),
  );
  const insertsTasks = changes.some(({ entity, before }) => entity === "task" && !before);
  return sql`
    with space as (
      update spaces set last_seq = last_seq + ${changes.length}, next_number = next_number + ${newTasks.length}
      where id = ${entry.space_id}
      returning last_seq, last_seq - ${changes.length} as seq, next_number - ${newTasks.length} as number
    )${join(
      parts.map((part) => sql`, ${part}`),
      "",
    )}, journaled as (
      insert into journal (space_id, seq, at, group_id, undoes, operation, surface, actor_id,
        conversation_id, run_id, entity, entity_id, name, before, after)
      select ${entry.space_id}, space.seq + j.ordinality, ${entry.at}::timestamptz, ${entry.group_id}, ${entry.undoes}::uuid,
        ${entry.operation}, ${entry.surface}, ${entry.actor_id}, ${entry.conversation_id}::uuid,
        ${entry.run_id}::uuid, j.value->>'entity', (j.value->>'id')::uuid, j.value->>'name',
        nullif(j.value->'before', 'null'), nullif(j.value->'after', 'null')
      from space, jsonb_array_elements(${JSON.stringify(changes.map(toJournal))}::jsonb) with ordinality j
    )
    select space.last_seq, ${insertsTasks ? newTaskColumns : literal("null::json")} as tasks from space`;
}

const newTaskColumns = sql`(
  select json_agg(json_build_object('id', id, 'number', number, 'position', position) order by number)
  from inserted_task)`;

const hasNumber = (after: object) => "number" in after && after.number !== undefined;

function applyParts(spaceId: string, name: EntityName, changes: Change[]): Sql[] {
  const { table, columns } = entities[name];
  const mine = changes.filter(({ entity }) => entity === name);
  const rows = (kept: Change[]) => JSON.stringify(kept.map(({ before, after }) => after ?? before));
  const inserted = mine.filter(({ before }) => !before);
  const updated = mine.filter(({ before, after }) => before && after);
  const deleted = mine.filter(({ after }) => !after);
  const source = (kept: Change[]) =>
    sql`from space, rows from (jsonb_populate_recordset(null::${literal(table)}, ${rows(kept)}::jsonb)) with ordinality r`;
  const parts: Sql[] = [];

  if (inserted.length > 0) {
    parts.push(sql`${literal(`inserted_${name}`)} as (
      insert into ${literal(table)} (space_id, id, ${literal(columns.join(", "))})
      select ${spaceId}, r.id, ${literal(columns.map((column) => newValues[`${name}.${column}`] ?? `r.${column}`).join(", "))}
      ${source(inserted)} returning *)`);
  }
  if (updated.length > 0) {
    parts.push(sql`${literal(`updated_${name}`)} as (
      update ${literal(table)} t set ${literal(columns.map((column) => `${column} = r.${column}`).join(", "))}
      ${source(updated)} where t.space_id = ${spaceId} and t.id = r.id)`);
  }
  if (deleted.length > 0) {
    parts.push(sql`${literal(`deleted_${name}`)} as (
      delete from ${literal(table)} t using (select r.id ${source(deleted)}) gone
      where t.space_id = ${spaceId} and t.id = gone.id)`);
  }
  return parts;
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
  "task.position": `coalesce(r.position, 'h' || lpad(to_hex(${nextNumber}), 8, '0'))`,
};

function toJournal({ entity, before, after }: Change) {
  const now = (after ?? before) as unknown as Record<string, unknown>;
  return {
    entity,
    id: now.id,
    name: now[entities[entity].name],
    ...differences(before, after),
  };
}

/** What the journal keeps: of a new or removed thing the whole, of a changed one the fields that differ. */
export function differences(before: object | null, after: object | null) {
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
