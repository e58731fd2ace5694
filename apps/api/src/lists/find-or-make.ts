/**
 * Lists and labels by name, made where they don't exist yet. One finder serves
 * one call, so that ten new tasks for a new list make it once.
 */
import { notFound } from "@todo/contract";
import { generateKeyBetween } from "fractional-indexing";
import { v7 as uuid } from "uuid";
import type { Change, LabelRow, ListRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findLabelsByName, findList, findLists } from "./queries.ts";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface Finder {
  /** Null is the Inbox. */
  listId(nameOrId: string): Promise<string | null>;
  labelIds(names: string[]): Promise<string[]>;
  /** What has to be recorded with the tasks. */
  made: Change[];
}

export function createFinder({ db, actor, now }: HandlerContext): Finder {
  const at = now().toISOString();
  const made: Change[] = [];
  const lists = new Map<string, string | null>();
  const labels = new Map<string, string>();

  const makeList = async (name: string) => {
    const last = (await findLists(db, actor.space_id)).at(-1)?.position ?? null;
    const newest = made.findLast((change) => change.entity === "list")?.after as ListRow | undefined;
    const row = newList(name, generateKeyBetween(newest?.position ?? last, null), at);
    made.push({ entity: "list", before: null, after: row });
    return row.id;
  };

  return {
    made,
    async listId(nameOrId) {
      const key = nameOrId.toLowerCase();
      const known = lists.get(key);
      if (known !== undefined) return known;
      const found = await findList(db, actor.space_id, nameOrId);
      if (!found && ID.test(nameOrId)) throw notFound("list", nameOrId);
      const id = found?.id ?? (key === "inbox" ? null : await makeList(nameOrId));
      lists.set(key, id);
      return id;
    },
    async labelIds(names) {
      const missing = names.filter((name) => !labels.has(name.toLowerCase()));
      if (missing.length > 0) {
        for (const { id, name } of await findLabelsByName(db, actor.space_id, missing))
          labels.set(name.toLowerCase(), id);
      }
      for (const name of missing.filter((one) => !labels.has(one.toLowerCase()))) {
        if (labels.has(name.toLowerCase())) continue;
        const row: LabelRow = {
          id: uuid(),
          name,
          deleted_at: null,
          created_at: at,
          updated_at: at,
          version: 1,
        };
        made.push({ entity: "label", before: null, after: row });
        labels.set(name.toLowerCase(), row.id);
      }
      return [...new Set(names.map((name) => labels.get(name.toLowerCase())!))];
    },
  };
}

export const newList = (name: string, position: string, at: string): ListRow => ({
  id: uuid(),
  name,
  position,
  archived_at: null,
  deleted_at: null,
  created_at: at,
  updated_at: at,
  version: 1,
});
