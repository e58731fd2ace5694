/** API keys: made and checked by Better Auth, which stores a hash alone; listed and revoked by their owner here. */
import { AppError, type Effect, effects } from "@todo/contract";
import type { Reader } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import type { Auth } from "./auth.ts";

export interface StoredKey {
  id: string;
  user_id: string;
  name: string;
  start: string;
  scopes: Effect[];
  auto_approve: boolean;
  expires_at: string | null;
  last_used_at: string | null;
  created_at: string;
}

interface NewKey {
  name: string;
  scopes: Effect[];
  autoApprove: boolean;
  expiresInDays?: number | undefined;
  /** The Idempotency-Key of the call. */
  madeUnder?: string | undefined;
}

export interface KeyStore {
  create(userId: string, key: NewKey): Promise<StoredKey & { key: string }>;
  /**
   * Removes what a call under this Idempotency-Key left behind that died before it was noted: nobody ever saw that key.
   * For whoever has claimed the Idempotency-Key.
   */
  removeUnseen(db: Reader, userId: string, madeUnder: string): Promise<void>;
  /** Nothing when the key is unknown, expired or revoked. */
  verify(key: string): Promise<StoredKey | undefined>;
  list(db: Reader, userId: string): Promise<StoredKey[]>;
  /** Gives the name of the key; nothing if there was none. */
  revoke(db: Reader, userId: string, keyId: string): Promise<string | undefined>;
}

export function createKeyStore(auth: Auth): KeyStore {
  return {
    async create(userId, { name, scopes, autoApprove, expiresInDays, madeUnder }) {
      const made = await auth.api.createApiKey({
        body: {
          userId,
          name,
          permissions: { todo: scopes },
          metadata: { auto_approve: autoApprove, ...(madeUnder !== undefined && { made_under: madeUnder }) },
          ...(expiresInDays !== undefined && { expiresIn: expiresInDays * 86_400 }),
        },
      });
      return { ...toStored(made), key: made.key };
    },

    async removeUnseen(db, userId, madeUnder) {
      // Older ones were made when the Idempotency-Key, which holds a day, was another call's.
      const rows = await db.rows<KeyRow>(
        sql`select * from apikey where "referenceId" = ${userId} and "createdAt" > now() - interval '23 hours'`,
      );
      const unseen = rows.filter(({ metadata }) => metadataOf(metadata).made_under === madeUnder);
      for (const { id } of unseen)
        await db.rows(sql`delete from apikey where "referenceId" = ${userId} and id = ${id}`);
    },

    async verify(key) {
      const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
      return valid && found ? toStored(found) : undefined;
    },

    async list(db, userId) {
      const rows = await db.rows<KeyRow>(
        sql`select * from apikey where "referenceId" = ${userId} order by "createdAt"`,
      );
      return rows.map(toStored);
    },

    async revoke(db, userId, keyId) {
      const [row] = await db.rows<{ name: string | null }>(
        sql`delete from apikey where "referenceId" = ${userId} and id = ${keyId} returning name`,
      );
      return row && (row.name ?? "");
    },
  };
}

/** Better Auth's own spelling, from its API (dates, objects) or its table (ISO strings, JSON). */
interface KeyRow {
  id: string;
  referenceId: string;
  name: string | null;
  start: string | null;
  permissions?: unknown;
  metadata?: unknown;
  expiresAt: Date | string | null;
  lastRequest: Date | string | null;
  createdAt: Date | string;
}

function toStored(row: KeyRow): StoredKey {
  const { todo = [] } = (parsed(row.permissions) ?? {}) as { todo?: string[] };
  const { auto_approve = false } = metadataOf(row.metadata);
  const created_at = instant(row.createdAt);
  if (!created_at) throw new AppError("internal", "The key has no date of creation.");
  return {
    id: row.id,
    user_id: row.referenceId,
    name: row.name ?? "",
    start: row.start ?? "",
    scopes: effects.filter((effect) => todo.includes(effect)),
    auto_approve,
    expires_at: instant(row.expiresAt),
    last_used_at: instant(row.lastRequest),
    created_at,
  };
}

const metadataOf = (value: unknown) =>
  (parsed(value) ?? {}) as { auto_approve?: boolean; made_under?: string };

/** The table holds JSON text, in some versions twice encoded. */
function parsed(value: unknown): unknown {
  return typeof value === "string" ? parsed(JSON.parse(value)) : value;
}

const instant = (value: Date | string | null) => (value === null ? null : new Date(value).toISOString());
