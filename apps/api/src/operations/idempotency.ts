/**
 * A POST with an Idempotency-Key happens once: for 24 hours the same person,
 * route, key and body get the same answer. The key's row commits together with
 * the work; a second request that races waits for it at the unique index.
 */
import { AppError } from "@todo/contract";
import { first } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import type { Context } from "./context.ts";
import { type BoundOperation, JsonText } from "./implement.ts";
import type { Unit } from "./unit.ts";

interface KeyRow {
  body_hash: string;
  response: string | null;
}

/** Claims the key, or gives the answer that it already had. */
export async function replay(
  unit: Unit,
  { actor, idempotency, now }: Context,
): Promise<JsonText | undefined> {
  if (!idempotency) return undefined;
  const { key, route, body_hash } = idempotency;
  const db = await unit.begin();
  const at = now();
  const dayBefore = new Date(at.getTime() - 24 * 3_600_000);
  const claimed = await first(
    db,
    sql`insert into idempotency_keys (user_id, route, key, body_hash, created_at)
        values (${actor.user_id}, ${route}, ${key}, ${body_hash}, ${at})
        on conflict (user_id, route, key) do update
          set body_hash = excluded.body_hash, response = null, created_at = excluded.created_at
          where idempotency_keys.created_at < ${dayBefore}
        returning key`,
  );
  if (claimed) return undefined;
  const known = await first<KeyRow>(
    db,
    sql`select body_hash, response from idempotency_keys
        where user_id = ${actor.user_id} and route = ${route} and key = ${key}`,
  );
  if (known?.body_hash !== body_hash) {
    throw new AppError(
      "idempotency_conflict",
      "This Idempotency-Key was used with another body. Use a new one.",
    );
  }
  if (known.response === null) {
    throw new AppError(
      "idempotency_conflict",
      "This was already done; its answer held a secret and isn't kept.",
    );
  }
  return new JsonText(known.response);
}

/** Keeps the answer for a repetition, unless it holds a secret. */
export async function remember(
  unit: Unit,
  { actor, idempotency }: Context,
  operation: BoundOperation,
  answer: unknown,
) {
  if (!idempotency || operation.personal) return;
  const db = await unit.begin();
  await db.rows(
    sql`update idempotency_keys set response = ${JSON.stringify(answer)}
        where user_id = ${actor.user_id} and route = ${idempotency.route} and key = ${idempotency.key}`,
  );
}
