/**
 * Optimistic concurrency: who says which version they saw changes nothing when
 * there is a newer one. They get both, what they sent and what is there, and
 * what happened between, so that nothing is lost.
 */
import { AppError, type ChangeSince, type VersionedThing } from "@todo/contract";
import { sql } from "../db/sql.ts";
import type { HandlerContext } from "./implement.ts";

const MOST_CHANGES = 20;

/** An input that may say which version it is meant for. */
export interface Expecting {
  version?: number | undefined;
}

interface Row {
  id: string;
  version: number;
}

/** Throws `version_conflict` when the row has another version than the input says. `thing` is the row as the contract writes it. */
export async function requireVersion(
  row: Row,
  input: Expecting,
  context: HandlerContext,
  thing: () => Promise<VersionedThing>,
): Promise<void> {
  const { version } = input;
  if (version === undefined || version === row.version) return;
  const found = await thing();
  const conflict = {
    ...found,
    based_on: version,
    sent: { ...input },
    changes: await changesSince(row, version, context),
  };
  const { kind } = found;
  throw new AppError(
    "version_conflict",
    `This ${kind} was changed meanwhile: it has version ${row.version}, not ${version}. Nothing was changed. Look at it as it is now, and send your change again with that version.`,
    { params: { kind, id: row.id, version: row.version, expected: version }, conflict },
  );
}

/** Each change counted the version up by one and left one row, so the latest rows are those since. Oldest first. */
async function changesSince(
  { id, version }: Row,
  known: number,
  { db, actor }: HandlerContext,
): Promise<ChangeSince[]> {
  const count = Math.min(Math.max(version - known, 0), MOST_CHANGES);
  const rows = await db.rows<ChangeSince>(
    sql`select at, actor_id as actor, surface, operation, before, after from journal
        where space_id = ${actor.space_id} and entity_id = ${id} order by seq desc limit ${count}`,
  );
  return rows.reverse();
}
