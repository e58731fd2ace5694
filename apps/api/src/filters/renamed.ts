/** A label or list gets another name: saved filters that name it go on meaning it. */
import { renameInFilter } from "@todo/language/filter/names";
import { parseFilter } from "@todo/language/filter/parse";
import { type Change, changed } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findFilters } from "./queries.ts";
import { clockOf } from "./read.ts";

/** To be recorded together with the new name, so that one undo takes back both. */
export async function renamedInFilters(
  kind: "label" | "list",
  name: string,
  to: string,
  context: HandlerContext,
): Promise<Change[]> {
  const saved = await findFilters(context.db, context.actor.space_id);
  if (saved.length === 0) return [];
  const clock = await clockOf(context);
  return saved.flatMap((row) => {
    const parsed = parseFilter(row.query, clock);
    if ("problem" in parsed) return [];
    const query = renameInFilter(row.query, parsed.filter, { kind, name, to });
    return changed("filter", row, { query }, context.now());
  });
}
