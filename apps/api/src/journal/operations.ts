/** Undo, redo and history. An undo takes back a group that stands; a redo takes back an undo. */
import { AppError, type HistoryEntry, invalid } from "@todo/contract";
import { implement } from "../operations/implement.ts";
import { getTask } from "../tasks/find.ts";
import {
  findGroup,
  findHistory,
  findLatestToRedo,
  findLatestToUndo,
  findStandingUndo,
  type HistoryRow,
  isUndone,
} from "./queries.ts";
import { takeBack } from "./take-back.ts";
import { readTaskHistory } from "./task-history.ts";

const DEFAULT_LIMIT = 50;

export const journalOperations = implement({
  async undo({ undo }, context) {
    const { db, actor, conversation_id } = context;
    const whose = { space_id: actor.space_id, actor_id: actor.user_id, conversation_id };
    const group = undo ?? (await findLatestToUndo(db, whose));
    if (!group) throw new AppError("nothing_to_undo", "There is nothing to undo.");
    const root = await rootOf(group, context);
    if (await isUndone(db, actor.space_id, root)) {
      throw new AppError("nothing_to_undo", "That was already taken back. Redo brings it back.");
    }
    return takeBack(root, context);
  },

  async redo({ undo }, context) {
    const { db, actor, conversation_id } = context;
    const whose = { space_id: actor.space_id, actor_id: actor.user_id, conversation_id };
    const latest = undo ? await standingUndoOf(undo, context) : await findLatestToRedo(db, whose);
    if (!latest) throw new AppError("nothing_to_redo", "There is nothing to redo.");
    const [undone] = await findGroup(db, actor.space_id, latest);
    const [original] = await findGroup(db, actor.space_id, undone!.undoes!);
    return { ...(await takeBack(latest, context)), operation: original?.operation ?? "undo" };
  },

  async history({ task_id, undo: groups, limit = DEFAULT_LIMIT, cursor }, context) {
    const { db, actor } = context;
    if (task_id !== undefined && groups === undefined) {
      const { id: taskId } = await getTask(context, task_id);
      const { rows, deliveries, next } = await readTaskHistory(db, actor.space_id, { taskId, cursor, limit });
      return { entries: rows.map(toEntry), deliveries, next_cursor: next };
    }
    if (cursor !== undefined && !/^[1-9]\d{0,14}$/.test(cursor)) {
      throw invalid("cursor", "This cursor belongs to another query. Start again without one.");
    }
    const taskId = task_id === undefined ? undefined : (await getTask(context, task_id)).id;
    const before = cursor === undefined ? undefined : Number(cursor);
    const rows = await findHistory(db, actor.space_id, { taskId, groups, before, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const next_cursor = rows.length > limit ? String(page.at(-1)!.seq) : null;
    return { entries: page.map(toEntry), deliveries: [], next_cursor };
  },
});

type Context = Parameters<typeof takeBack>[1];

/** A group that redid something stands for what it redid. */
async function rootOf(group: string, { db, actor }: Context): Promise<string> {
  const [entry] = await findGroup(db, actor.space_id, group);
  if (!entry) throw new AppError("nothing_to_undo", "That change left nothing to take back.");
  if (!entry.undoes) return group;
  const [undone] = await findGroup(db, actor.space_id, entry.undoes);
  if (undone?.undoes) return undone.undoes;
  throw new AppError("nothing_to_undo", "That was an undo. Redo takes it back.");
}

/** Takes the id of an undo, or of what was undone. */
async function standingUndoOf(group: string, { db, actor }: Context): Promise<string | undefined> {
  const [entry] = await findGroup(db, actor.space_id, group);
  if (!entry) return undefined;
  const standing = await findStandingUndo(db, actor.space_id, entry.undoes ?? group);
  return entry.undoes && standing !== group ? undefined : standing;
}

function toEntry(row: HistoryRow): HistoryEntry {
  const { seq, at, operation, surface, conversation_id, run_id, sentence, undoes } = row;
  const { entity, name, before, after } = row;
  return {
    seq,
    at,
    undo: row.group_id,
    undoes,
    operation,
    surface,
    actor: row.actor_id,
    conversation_id,
    run_id,
    sentence,
    change: { entity, id: row.entity_id, name, before, after },
  };
}
