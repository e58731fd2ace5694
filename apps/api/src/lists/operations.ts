/** The handlers of lists and labels. A list that is deleted takes its tasks to the trash with it. */
import { AppError, type Label, type List, notFound } from "@todo/contract";
import { renamedInFilters } from "../filters/renamed.ts";
import { type Change, changed, type LabelRow, type ListRow } from "../operations/entities.ts";
import { type HandlerContext, implement } from "../operations/implement.ts";
import { placeAmong } from "../operations/place-among.ts";
import { type Expecting, requireVersion } from "../operations/versions.ts";
import { hasLabel } from "../tasks/conditions.ts";
import { zoneOf } from "../tasks/due.ts";
import { localDate } from "../tasks/local-time.ts";
import { findTasksOfList, findTasksWithLabel } from "../tasks/queries.ts";
import { deletions, goingTogether } from "../tasks/trash.ts";
import { newList } from "./find-or-make.ts";
import {
  countInboxAndDue,
  countOpenTasks,
  findLabel,
  findLabelsWithCounts,
  findList,
  findLists,
  findListsWithCounts,
  ofList,
} from "./queries.ts";

type OneList = Expecting & { list_id: string };
type OneLabel = Expecting & { label_id: string };

const listTarget = async (input: OneList, context: HandlerContext) => {
  const { id, name } = await getExpectedList(context, input);
  return [{ id, number: null, title: name }];
};

const labelTarget = async (input: OneLabel, context: HandlerContext) => {
  const { id, name } = await getExpectedLabel(context, input);
  return [{ id, number: null, title: name }];
};

export const listOperations = implement({
  async add_list({ name }, context) {
    const { db, actor, now, record } = context;
    refuseInbox(name);
    refuseTaken("list", await findList(db, actor.space_id, name));
    const position = placeAmong("list", await findLists(db, actor.space_id));
    const list = newList(name, position, now().toISOString());
    await record([{ entity: "list", before: null, after: list }]);
    return toList(list, 0);
  },

  async list_lists({ archived = false }, context) {
    const { db, actor, now } = context;
    const on = localDate(now(), await zoneOf(context));
    const [lists, { inbox, due }] = await Promise.all([
      findListsWithCounts(db, actor.space_id, archived),
      countInboxAndDue(db, actor.space_id, on),
    ]);
    return { lists, inbox: { open_tasks: inbox }, today: { on, open_tasks: due } };
  },

  rename_list: {
    targets: listTarget,
    async run(input, context) {
      const { name } = input;
      const list = await getExpectedList(context, input);
      refuseInbox(name);
      refuseTaken("list", await findList(context.db, context.actor.space_id, name), list.id);
      const filters = await renamedInFilters("list", list.name, name, context);
      return changeList(list, { name }, context, filters);
    },
  },

  reorder_list: {
    targets: listTarget,
    async run(input, context) {
      const list = await getExpectedList(context, input);
      return changeList(list, { position: await placeOf(list, input, context) }, context);
    },
  },

  archive_list: {
    targets: listTarget,
    async run(input, context) {
      const list = await getExpectedList(context, input);
      return changeList(list, { archived_at: list.archived_at ?? context.now().toISOString() }, context);
    },
  },

  unarchive_list: {
    targets: listTarget,
    async run(input, context) {
      return changeList(await getExpectedList(context, input), { archived_at: null }, context);
    },
  },

  delete_list: {
    targets: listTarget,
    async run(input, context) {
      const list = await getExpectedList(context, input);
      const tasks = await findTasksOfList(context.db, context.actor.space_id, list.id);
      const at = context.now();
      const gone = changed("list", list, { deleted_at: at.toISOString() }, at);
      await context.record([...gone, ...deletions(await goingTogether(tasks, context), at)]);
      return toList(gone[0]!.after as ListRow, 0);
    },
  },
});

export const labelOperations = implement({
  async list_labels(_input, { db, actor }) {
    return { labels: await findLabelsWithCounts(db, actor.space_id) };
  },

  rename_label: {
    targets: labelTarget,
    async run(input, context) {
      const { name } = input;
      const label = await getExpectedLabel(context, input);
      refuseTaken("label", await findLabel(context.db, context.actor.space_id, name), label.id);
      const [change] = changed("label", label, { name }, context.now());
      if (change)
        await context.record([change, ...(await renamedInFilters("label", label.name, name, context))]);
      return toLabel((change?.after as LabelRow | undefined) ?? label, context);
    },
  },

  delete_label: {
    targets: labelTarget,
    async run(input, context) {
      const label = await getExpectedLabel(context, input);
      const at = context.now();
      const tasks = await findTasksWithLabel(context.db, context.actor.space_id, label.id);
      const gone = changed("label", label, { deleted_at: at.toISOString() }, at);
      const freed: Change[] = tasks.flatMap((task) =>
        changed("task", task, { label_ids: task.label_ids.filter((id) => id !== label.id) }, at),
      );
      await context.record([...gone, ...freed]);
      return toLabel(gone[0]!.after as LabelRow, context);
    },
  },
});

async function getList({ db, actor }: HandlerContext, nameOrId: string): Promise<ListRow> {
  const list = await findList(db, actor.space_id, nameOrId);
  if (!list) throw notFound("list", nameOrId);
  return list;
}

async function getExpectedList(context: HandlerContext, input: OneList): Promise<ListRow> {
  const list = await getList(context, input.list_id);
  await requireVersion(list, input, context, async () => ({
    kind: "list",
    current: toList(list, await countOpenTasks(context.db, context.actor.space_id, ofList(list.id))),
  }));
  return list;
}

async function getExpectedLabel(context: HandlerContext, input: OneLabel): Promise<LabelRow> {
  const label = await getLabel(context, input.label_id);
  await requireVersion(label, input, context, async () => ({
    kind: "label",
    current: await toLabel(label, context),
  }));
  return label;
}

async function getLabel({ db, actor }: HandlerContext, nameOrId: string): Promise<LabelRow> {
  const label = await findLabel(db, actor.space_id, nameOrId);
  if (!label) throw notFound("label", nameOrId);
  return label;
}

async function changeList(
  list: ListRow,
  patch: Partial<ListRow>,
  context: HandlerContext,
  more: Change[] = [],
): Promise<List> {
  const [change] = changed("list", list, patch, context.now());
  if (change) await context.record([change, ...more]);
  const count = await countOpenTasks(context.db, context.actor.space_id, ofList(list.id));
  return toList((change?.after as ListRow | undefined) ?? list, count);
}

async function placeOf(
  list: ListRow,
  { after, before }: { after?: string | undefined; before?: string | undefined },
  context: HandlerContext,
): Promise<string> {
  const others = (await findLists(context.db, context.actor.space_id)).filter(({ id }) => id !== list.id);
  const named = after ?? before;
  if (named === undefined) return placeAmong("list", others);
  const { id } = await getList(context, named);
  return placeAmong("list", others, { id, side: after === undefined ? "before" : "after" });
}

/** The Inbox is where tasks without a list are, and is found by its name everywhere: a list of that name never would be. */
function refuseInbox(name: string) {
  if (name.toLowerCase() !== "inbox") return;
  throw new AppError("already_exists", "There is already the Inbox, for tasks without a list.", {
    params: { kind: "list", name: "Inbox" },
  });
}

function refuseTaken(kind: string, found: { id: string; name: string } | undefined, except?: string) {
  if (!found || found.id === except) return;
  throw new AppError("already_exists", `There is already a ${kind} called ${found.name}.`, {
    params: { kind, name: found.name, id: found.id },
  });
}

const toList = (
  { id, name, position, archived_at, deleted_at, created_at, updated_at, version }: ListRow,
  open_tasks: number,
): List => ({
  id,
  name,
  position,
  open_tasks,
  archived_at,
  deleted_at,
  created_at,
  updated_at,
  version,
});

async function toLabel(label: LabelRow, { db, actor }: HandlerContext): Promise<Label> {
  const { id, name, deleted_at, created_at, updated_at, version } = label;
  const open_tasks = await countOpenTasks(db, actor.space_id, hasLabel(id));
  return { id, name, open_tasks, deleted_at, created_at, updated_at, version };
}
