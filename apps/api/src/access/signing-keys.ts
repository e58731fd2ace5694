/**
 * The keys that sign JWTs, of those in the database the ones that this process
 * can open: their private halves are sealed with BETTER_AUTH_SECRET. Better Auth
 * takes the latest, whoever sealed it, and fails; without one it makes one. The
 * rows of another secret stay, for when that is set again.
 */
import { symmetricDecrypt } from "better-auth/crypto";
import type { Jwk, JwtOptions } from "better-auth/plugins";

type ReadKeys = NonNullable<NonNullable<JwtOptions["adapter"]>["getJwks"]>;

export function openableKeys(warn: (message: string) => void): ReadKeys {
  /** By the key's id. */
  const known = new Map<string, boolean>();
  return async ({ context }) => {
    const keys = await context.adapter.findMany<Jwk>({ model: "jwks" });
    const unseen = keys.filter(({ id }) => !known.has(id));
    for (const { id, privateKey } of unseen)
      known.set(id, await canBeOpened(privateKey, context.secretConfig));
    const closed = unseen.filter(({ id }) => !known.get(id));
    if (closed.length > 0) warn(setAside(closed.length));
    return keys.filter(({ id }) => known.get(id));
  };
}

async function canBeOpened(
  privateKey: string,
  key: Parameters<typeof symmetricDecrypt>[0]["key"],
): Promise<boolean> {
  try {
    await symmetricDecrypt({ key, data: JSON.parse(privateKey) });
    return true;
  } catch {
    return false;
  }
}

const setAside = (count: number) =>
  `BETTER_AUTH_SECRET is another than the one that ${count} of the keys that sign tokens ${count === 1 ? "was" : "were"} sealed with. They are set aside, a new one is made, and people sign in again. With the former secret they count again.`;
