/**
 * What lives is tied to nothing that is gone, whatever is taken back: no task below one in the trash or in a deleted
 * list, no label on a task that nobody has any more. A task in the trash keeps its labels, and no place.
 */
import { AppError, type Reason } from "@todo/contract";
import { type Change, entities, isOfTask, type NewTaskRow, type TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findChildren, findTasksOfList, findTasksWithLabel } from "../tasks/queries.ts";
import { findRows } from "./queries.ts";

const kinds = ["task", "list", "label"] as const;
type Kind = (typeof kinds)[number];

/** A row of any of the kinds; which column is its name depends on that. */
type Thing = { id: string; deleted_at: string | null } & Partial<Record<"title" | "name", string>>;

/** Throws `undo_conflict` where these changes would leave a task tied to what is gone. */
export async function refuseLooseEnds(changes: Change[], context: HandlerContext): Promise<void> {
  for (const kind of kinds) {
    await refuseReturnToGone(kind, changes, context);
    await refuseLeavingBehind(kind, changes, context);
  }
}

async function refuseReturnToGone(kind: Kind, changes: Change[], { db, actor }: HandlerContext) {
  const anew = changes.filter(isOfTask).flatMap(({ before, after }) => {
    const known = tiesOf(kind, before);
    return tiesOf(kind, after).flatMap((id) => (after && !known.includes(id) ? { task: after, id } : []));
  });
  if (anew.length === 0) return;
  const ids = [...new Set(anew.map(({ id }) => id))];
  const things = new Map<string, Thing | null>();
  for (const thing of await findRows<Thing>(db, actor.space_id, kind, ids)) things.set(thing.id, thing);
  for (const change of changes) if (change.entity === kind) things.set(idOf(change), change.after);
  for (const { task, id } of anew) {
    const thing = things.get(id);
    if (!thing || thing.deleted_at) throw belongsToGone(kind, task, thing);
  }
}

async function refuseLeavingBehind(kind: Kind, changes: Change[], context: HandlerContext) {
  const going = changes.flatMap(({ entity, before, after }): Thing[] =>
    entity === kind && before && !before.deleted_at && (!after || after.deleted_at) ? [before] : [],
  );
  const becoming = new Map(changes.map((change) => [idOf(change), change]));
  for (const thing of going) {
    for (const task of await tiedTo(kind, thing.id, context)) {
      const change = becoming.get(task.id);
      const then = change?.entity === "task" ? change.after : task;
      if (then && tiesOf(kind, then).includes(thing.id)) throw belongsToGoing(kind, then, thing);
    }
  }
}

/** The tasks that are tied to it now; some of them may be in the trash. */
function tiedTo(kind: Kind, id: string, { db, actor }: HandlerContext): Promise<TaskRow[]> {
  if (kind === "task") return findChildren(db, actor.space_id, [id]);
  return (kind === "list" ? findTasksOfList : findTasksWithLabel)(db, actor.space_id, id);
}

function tiesOf(kind: Kind, task: NewTaskRow | null): string[] {
  if (!task) return [];
  if (kind === "label") return task.label_ids;
  const id = kind === "task" ? task.parent_id : task.list_id;
  return id && !task.deleted_at ? [id] : [];
}

const idOf = ({ before, after }: Change): string => (after ?? before)!.id;

const nameOf = (kind: Kind, thing: Thing) => thing[entities[kind].name] ?? "";

function belongsToGone(kind: Kind, { title: name }: NewTaskRow, thing: Thing | null | undefined): AppError {
  if (!thing) return conflict(`What “${name}” belongs to was removed since, so nothing was taken back.`);
  const to = nameOf(kind, thing);
  const sentence = {
    task: `“${name}” belongs below “${to}”, which is in the trash, so nothing was taken back. Restore “${to}” first.`,
    list: `“${name}” belongs in the list “${to}”, which was deleted since, so nothing was taken back. Undo that first.`,
    label: `“${name}” had the label “${to}”, which was deleted since, so nothing was taken back. Undo that first.`,
  }[kind];
  return conflict(sentence, { reason: "belongs_to_gone", params: { name, to } });
}

function belongsToGoing(kind: Kind, { title: name }: NewTaskRow, thing: Thing): AppError {
  const to = nameOf(kind, thing);
  const sentence = {
    task: `“${name}” is below “${to}” by now, so nothing was taken back. Move or delete “${name}” first.`,
    list: `“${name}” is in the list “${to}” by now, so nothing was taken back. Move or delete “${name}” first.`,
    label: `“${name}” has the label “${to}” by now, so nothing was taken back. Take the label off first.`,
  }[kind];
  return conflict(sentence, { reason: "belongs_to_going", params: { name, to } });
}

const conflict = (sentence: string, said: { reason?: Reason; params?: Record<string, string> } = {}) =>
  new AppError("undo_conflict", sentence, said);
