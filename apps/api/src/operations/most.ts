/** That what a person makes has an end where it is answered whole. */
import { AppError } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { literal, sql } from "../db/sql.ts";
import { type Change, entities } from "./entities.ts";

const bounded = ["list", "label", "filter"] as const;

/** Whether anything is made of which there may be only so many. */
export const makesBounded = (changes: Change[]) =>
  changes.some(({ entity, before }) => !before && bounded.some((one) => one === entity));

/** Throws `conflict` where there would be more than there may be. `db` must hold the space's lock. */
export async function refuseTooMany(db: Reader, spaceId: string, changes: Change[]): Promise<void> {
  for (const one of bounded) {
    const made = changes.filter(({ entity, before }) => entity === one && !before).length;
    if (made === 0) continue;
    const { table, most } = entities[one];
    const row = await first<{ count: number }>(
      db,
      sql`select count(*)::int as count from ${literal(table)}
          where space_id = ${spaceId} and deleted_at is null`,
    );
    if (row!.count + made > most)
      throw new AppError("conflict", `There can be ${most} ${table} at most. Delete one first.`, {
        reason: `too_many_${table}`,
        params: { most },
      });
  }
}
