/** The handlers of saved filters. A filter is read when it is saved, so that none is kept that never worked. */
import { AppError, notFound, type SavedFilter } from "@todo/contract";
import { v7 as uuid } from "uuid";
import { changed, type FilterRow } from "../operations/entities.ts";
import { type HandlerContext, implement } from "../operations/implement.ts";
import { placeAmong } from "../operations/place-among.ts";
import { type Expecting, requireVersion } from "../operations/versions.ts";
import { findFilter, findFilters } from "./queries.ts";
import { problemsOf, readFilter } from "./read.ts";

type OneFilter = Expecting & { filter_id: string };

const target = async (input: OneFilter, context: HandlerContext) => {
  const { id, name } = await getExpectedFilter(context, input);
  return [{ id, number: null, title: name }];
};

export const filterOperations = implement({
  async add_filter({ name, query }, context) {
    const { db, actor, now, record } = context;
    refuseTaken(await findFilter(db, actor.space_id, name));
    await readFilter(query, "query", context);
    const others = await findFilters(db, actor.space_id);
    const at = now().toISOString();
    const filter: FilterRow = {
      id: uuid(),
      name,
      query,
      position: placeAmong("filter", others),
      deleted_at: null,
      created_at: at,
      updated_at: at,
      version: 1,
    };
    await record([{ entity: "filter", before: null, after: filter }]);
    return toFilter(filter, null);
  },

  async list_filters(_input, context) {
    const rows = await findFilters(context.db, context.actor.space_id);
    const problems = await problemsOf(
      rows.map(({ query }) => query),
      context,
    );
    return { filters: rows.map((row, index) => toFilter(row, problems[index]!)) };
  },

  update_filter: {
    targets: target,
    async run(input, context) {
      const { name, query } = input;
      const filter = await getExpectedFilter(context, input);
      if (name !== undefined) refuseTaken(await findFilter(context.db, context.actor.space_id, name), filter);
      if (query !== undefined) await readFilter(query, "query", context);
      const patch = { ...(name !== undefined && { name }), ...(query !== undefined && { query }) };
      return change(filter, patch, context);
    },
  },

  reorder_filter: {
    targets: target,
    async run(input, context) {
      const filter = await getExpectedFilter(context, input);
      return change(filter, { position: await placeOf(filter, input, context) }, context);
    },
  },

  delete_filter: {
    targets: target,
    async run(input, context) {
      const filter = await getExpectedFilter(context, input);
      return change(filter, { deleted_at: context.now().toISOString() }, context);
    },
  },
});

async function change(filter: FilterRow, patch: Partial<FilterRow>, context: HandlerContext) {
  const [made] = changed("filter", filter, patch, context.now());
  if (made) await context.record([made]);
  return toKnownFilter((made?.after as FilterRow | undefined) ?? filter, context);
}

async function getFilter({ db, actor }: HandlerContext, nameOrId: string): Promise<FilterRow> {
  const filter = await findFilter(db, actor.space_id, nameOrId);
  if (!filter) throw notFound("filter", nameOrId);
  return filter;
}

async function getExpectedFilter(context: HandlerContext, input: OneFilter): Promise<FilterRow> {
  const filter = await getFilter(context, input.filter_id);
  await requireVersion(filter, input, context, async () => ({
    kind: "filter",
    current: await toKnownFilter(filter, context),
  }));
  return filter;
}

async function placeOf(
  filter: FilterRow,
  { after, before }: { after?: string | undefined; before?: string | undefined },
  context: HandlerContext,
): Promise<string> {
  const others = (await findFilters(context.db, context.actor.space_id)).filter(({ id }) => id !== filter.id);
  const named = after ?? before;
  if (named === undefined) return placeAmong("filter", others);
  const { id } = await getFilter(context, named);
  return placeAmong("filter", others, { id, side: after === undefined ? "before" : "after" });
}

function refuseTaken(found: FilterRow | undefined, except?: FilterRow) {
  if (!found || found.id === except?.id) return;
  throw new AppError("already_exists", `There is already a filter called ${found.name}.`, {
    params: { kind: "filter", name: found.name, id: found.id },
  });
}

async function toKnownFilter(filter: FilterRow, context: HandlerContext): Promise<SavedFilter> {
  const [problem] = await problemsOf([filter.query], context);
  return toFilter(filter, problem!);
}

const toFilter = (
  { id, name, query, position, deleted_at, created_at, updated_at, version }: FilterRow,
  problem: string | null,
): SavedFilter => ({
  id,
  name,
  query,
  problem,
  position,
  deleted_at,
  created_at,
  updated_at,
  version,
});
