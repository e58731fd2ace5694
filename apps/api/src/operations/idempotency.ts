/**
 * A write with an Idempotency-Key happens once: for 24 hours the same person,
 * route, key and body get the same answer. The key's row commits together with
 * the work; a second request that races waits for it at the unique index.
 */
import { AppError } from "@todo/contract";
import { first, type Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import type { Context } from "./context.ts";
import { JsonText } from "./implement.ts";
import type { Unit } from "./unit.ts";

interface KeyRow {
  body_hash: string;
  response: string | null;
}

/** Claims the key, or gives the answer that it already had. */
export async function replay(unit: Unit, context: Context): Promise<JsonText | undefined> {
  return context.idempotency && claim(await unit.begin(), context);
}

/** The same in a transaction that is no unit of work. The day is the database's: the processes' clocks may differ. */
export async function claim(db: Reader, { actor, idempotency }: Context): Promise<JsonText | undefined> {
  if (!idempotency) return undefined;
  const { key, route, body_hash } = idempotency;
  const claimed = await first(
    db,
    sql`insert into idempotency_keys (user_id, route, key, body_hash, created_at)
        values (${actor.user_id}, ${route}, ${key}, ${body_hash}, now())
        on conflict (user_id, route, key) do update
          set body_hash = excluded.body_hash, response = null, created_at = excluded.created_at
          where idempotency_keys.created_at < now() - interval '24 hours'
        returning key`,
  );
  if (claimed) return undefined;
  return answerOf(await findKey(db, actor.user_id, idempotency), body_hash);
}

/** The answer that the key already had; doesn't claim it. */
export async function recall(db: Reader, { actor, idempotency }: Context): Promise<JsonText | undefined> {
  const known = idempotency && (await findKey(db, actor.user_id, idempotency));
  return known && answerOf(known, idempotency.body_hash);
}

const findKey = (db: Reader, userId: string, { route, key }: NonNullable<Context["idempotency"]>) =>
  first<KeyRow>(
    db,
    sql`select body_hash, response from idempotency_keys
        where user_id = ${userId} and route = ${route} and key = ${key}`,
  );

function answerOf(known: KeyRow | undefined, bodyHash: string): JsonText {
  if (known?.body_hash !== bodyHash) {
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

/** Keeps the answer for a repetition. */
export async function remember(unit: Unit, context: Context, answer: unknown) {
  if (context.idempotency) await keepAnswer(await unit.begin(), context, answer);
}

export async function keepAnswer(db: Reader, { actor, idempotency }: Context, answer: unknown) {
  if (!idempotency) return;
  await db.rows(
    sql`update idempotency_keys set response = ${JSON.stringify(answer)}
        where user_id = ${actor.user_id} and route = ${idempotency.route} and key = ${idempotency.key}`,
  );
}
