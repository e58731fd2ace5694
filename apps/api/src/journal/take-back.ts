/**
 * Takes a group of changes back: each entry, latest first, turned round on the
 * row as it is now. A field that has another value than the entry left it with
 * was changed since, and then nothing is taken back.
 */
import { AppError } from "@todo/contract";
import type { Change, EntityName } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { bookkeeping, positionOf, toJournal } from "../operations/record.ts";
import { refuseSecondRule } from "../recurrence/restore.ts";
import { refuseCircle } from "../tasks/circle.ts";
import { refuseUnfitting } from "../tasks/fitting.ts";
import { findGroup, findRows, type JournalRow } from "./queries.ts";
import { refuseLooseEnds } from "./ties.ts";

type Row = Record<string, unknown> & { id: string; version: number };

export async function takeBack(group: string, context: HandlerContext) {
  const { db, actor, now, record, undoing } = context;
  const entries = await findGroup(db, actor.space_id, group);
  const [latest] = entries;
  if (!latest) throw new AppError("nothing_to_undo", "That change left nothing to take back.");

  const current = await currentRows(entries, context);
  const becoming = new Map(current);
  for (const entry of entries) becoming.set(entry.entity_id, turnBack(entry, becoming.get(entry.entity_id)));

  const at = now().toISOString();
  const changes = [...new Map(entries.map((entry) => [entry.entity_id, entry])).values()].flatMap((entry) =>
    changeTo(entry, current.get(entry.entity_id), becoming.get(entry.entity_id), at),
  );
  refuseUnfitting(changes);
  await refuseSecondRule(changes, context);
  await refuseCircle(changes, context);
  await refuseLooseEnds(changes, context);
  undoing(group);
  await record(changes).catch(explainTakenPlace);
  return { operation: latest.operation, undid: group, changes: changes.map(toJournal) };
}

async function currentRows(entries: JournalRow[], { db, actor }: HandlerContext) {
  const rows = new Map<string, Row | undefined>();
  for (const entity of new Set(entries.map((entry) => entry.entity))) {
    const ids = entries.filter((entry) => entry.entity === entity).map(({ entity_id }) => entity_id);
    for (const row of await findRows<Row>(db, actor.space_id, entity, ids)) rows.set(row.id, row);
  }
  return rows;
}

/** The row as it was before this entry. */
function turnBack(entry: JournalRow, row: Row | undefined): Row | undefined {
  const { before, after } = entry;
  if (!before && !after) throw deletedForGood();
  if (!after) {
    if (row) throw changedSince(entry);
    return before as Row;
  }
  if (!row || !stillHas(row, after)) throw changedSince(entry);
  if (!before) {
    if (
      entry.entity === "task" &&
      !("position" in after) &&
      row.position !== positionOf(row.number as number)
    ) {
      throw changedSince(entry);
    }
    return undefined;
  }
  return { ...row, ...before };
}

const stillHas = (row: Row, after: Record<string, unknown>) =>
  Object.entries(after).every(
    ([field, value]) => bookkeeping.has(field) || JSON.stringify(row[field]) === JSON.stringify(value),
  );

function changeTo({ entity }: JournalRow, from: Row | undefined, to: Row | undefined, at: string): Change[] {
  const bump = (row: Row, version: number) => ({ ...row, updated_at: at, version: version + 1 });
  if (from && to) return [change(entity, from, bump(to, from.version))];
  if (from) return [change(entity, from, null)];
  if (to) return [change(entity, null, bump(to, to.version))];
  return [];
}

/** The journal names the entity and its rows were read by that name, so the pair fits. */
const change = (entity: EntityName, before: Row | null, after: Row | null) =>
  ({ entity, before, after }) as unknown as Change;

const changedSince = ({ name }: JournalRow) =>
  new AppError(
    "undo_conflict",
    `“${name}” was changed since, so nothing was taken back. Undo the later change first.`,
    {
      params: { name },
    },
  );

/** The journal keeps nothing of what was purged from the trash. */
const deletedForGood = () =>
  new AppError("undo_conflict", "What it changed was deleted for good, so it can't be taken back.");

/** 23503: something hangs on what would be removed. 23505: its name or number was taken meanwhile. */
function explainTakenPlace(error: unknown): never {
  const code = (error as { code?: string }).code;
  const why = {
    "23503": "Something that was added since depends on it",
    "23505": "Its place was taken since",
  }[code ?? ""];
  if (!why) throw error;
  throw new AppError("undo_conflict", `${why}, so nothing was taken back.`, { cause: error });
}
