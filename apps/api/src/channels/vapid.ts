/**
 * The key pair that push messages are signed with (RFC 8292). There is one for
 * the whole installation, made by the first process that needs it: a browser
 * that allowed messages accepts those of this key alone.
 */
import webPush from "web-push";
import { type Database, first } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import { type Seal, SealedElsewhere } from "./sealed.ts";

export interface VapidKeys {
  /** What browsers are given when they subscribe: a point of P-256, uncompressed, in base64url. */
  publicKey(): Promise<string>;
  /** The value of the header `Authorization` for a push service such as `https://push.example`. */
  authorization(origin: string): Promise<string>;
}

export interface VapidOptions {
  database: Database;
  seal: Seal;
  /** Whom a push service may write to: an `https:` or `mailto:` address. */
  subject: string;
}

interface KeyRow {
  public_key: string;
  /** Sealed in the database. */
  private_key: string;
}

const NAME = "vapid";
const ABOUT = "server_keys: vapid";
/** A signature holds for twice as long: push services allow a day at most. */
const SIGNED_ANEW_MS = 6 * 3_600_000;
const SIGNATURES_KEPT = 100;

export function createVapidKeys({ database, seal, subject }: VapidOptions): VapidKeys {
  let known: Promise<KeyRow> | undefined;
  const signed = new Map<string, { header: string; until: number }>();

  const keys = () => {
    known ??= findOrMake(database, seal).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  return {
    publicKey: async () => (await keys()).public_key,
    async authorization(origin) {
      // Always by the real clock, which the push service has as well.
      const now = Date.now();
      const kept = signed.get(origin);
      if (kept && kept.until > now) return kept.header;
      const { public_key, private_key } = await keys();
      const expires = Math.floor((now + 2 * SIGNED_ANEW_MS) / 1000);
      const headers = webPush.getVapidHeaders(origin, subject, public_key, private_key, "aes128gcm", expires);
      if (signed.size >= SIGNATURES_KEPT) signed.clear();
      signed.set(origin, { header: headers.Authorization, until: now + SIGNED_ANEW_MS });
      return headers.Authorization;
    },
  };
}

/**
 * Gives the private key in clear. One that was sealed with another secret is replaced: with it nobody would ever get a
 * message again, and browsers that allowed those of the former allow the new one's when they are asked anew.
 */
async function findOrMake(database: Database, seal: Seal): Promise<KeyRow> {
  const find = () =>
    first<KeyRow>(database, sql`select public_key, private_key from server_keys where name = ${NAME}`);
  const found = await find();
  const known = found && opened(found, seal);
  if (known) return known;
  const made = webPush.generateVAPIDKeys();
  // Of several processes at once one wins: the others find that theirs isn't the row they read.
  await database.rows(
    sql`insert into server_keys as k (name, public_key, private_key)
        values (${NAME}, ${made.publicKey}, ${seal.seal(made.privateKey, ABOUT)})
        on conflict (name) do update set public_key = excluded.public_key, private_key = excluded.private_key
          where k.public_key = ${found?.public_key ?? null}`,
  );
  const { public_key, private_key } = (await find())!;
  return { public_key, private_key: seal.open(private_key, ABOUT) };
}

function opened({ public_key, private_key }: KeyRow, seal: Seal): KeyRow | undefined {
  try {
    return { public_key, private_key: seal.open(private_key, ABOUT) };
  } catch (error) {
    if (error instanceof SealedElsewhere) return undefined;
    throw error;
  }
}
