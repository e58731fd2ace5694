/** Whether a wish and a newer version of its thing can both be had. */
import type { ChangeSince, VersionedThing } from "@todo/contract/conflict";
import type { Viewpoint } from "../tasks/due.ts";
import { AtOdds, fieldsAtOdds } from "./at-odds.ts";
import { addConflict } from "./conflict-store.ts";
import type { Wish } from "./for-seen.ts";
import { latestChangeOf } from "./latest-change.ts";

/** Throws AtOdds when the person has to choose; the choice is put before them. */
export function weigh<Seen extends object>(
  { title, seen, mine, deletes, again, inWords = textInWords }: Wish<Seen>,
  now: VersionedThing & { changes: ChangeSince[] },
): void {
  const current = { ...seen, ...now.current };
  const fields = fieldsAtOdds<Seen>(seen, current, mine);
  if (fields.length === 0) return;
  addConflict({
    title,
    deed: deletes && "delete",
    change: latestChangeOf(fields, now.changes),
    fields: (viewpoint) =>
      fields.map((field) => {
        const { name, words } = inWords(field, { ...seen, ...mine }, viewpoint);
        return { name, mine: words, theirs: inWords(field, current, viewpoint).words };
      }),
    keepMine: () => void again(current),
  });
  throw new AtOdds(now);
}

const textInWords = (field: string, thing: object, { t }: Viewpoint) => ({
  name: t(field === "query" ? "filter.query" : "field.name"),
  words: String(Reflect.get(thing, field)),
});
