/**
 * JWTs are checked here, against the keys that Better Auth publishes, and
 * remembered until they expire: asking Better Auth costs milliseconds. There
 * are two kinds, told apart by their audience, and neither passes for the other.
 */
import { hash } from "node:crypto";
import { AppError, type Effect, effects } from "@todo/contract";
import { createLocalJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import type { Auth } from "./auth.ts";
import { CONNECTION_CLAIM, mcpResource } from "./oauth.ts";

/** A JWT that the person got for their session. */
interface SessionToken {
  user_id: string;
  session_id: string;
  /** In seconds since 1970. */
  expires_at: number;
}

/** The access token of a client that was let in by OAuth. */
interface ClientToken {
  user_id: string;
  connection_id: string;
  scopes: Effect[];
}

/** Each throws `unauthenticated` for whatever isn't a valid token of its kind. */
export interface JwtVerifier {
  session(token: string): Promise<SessionToken>;
  client(token: string): Promise<ClientToken>;
  /** Whom a token claims to be for; nothing is checked. */
  audience(token: string): unknown;
}

/** One that never ends doesn't count. */
type Payload = JWTPayload & { exp: number };

export function createJwtVerifier(auth: Auth, publicUrl: string): JwtVerifier {
  const known = new LRUCache<string, Payload>({ max: 10_000 });
  let keySet: ReturnType<typeof createLocalJWKSet> | undefined;

  const check = async (token: string, audience: string): Promise<JWTPayload> => {
    keySet ??= createLocalJWKSet(await auth.api.getJwks());
    return (await jwtVerify(token, keySet, { issuer: publicUrl, audience, algorithms: ["EdDSA"] })).payload;
  };

  const verify = async (token: string, audience: string): Promise<Payload> => {
    const digest = hash("sha256", `${audience} ${token}`, "base64");
    const cached = known.get(digest);
    if (cached) return cached;
    const payload = await check(token, audience)
      .catch((error: unknown) => {
        // Another replica may have made a new key since these were read.
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        keySet = undefined;
        return check(token, audience);
      })
      .catch((error: unknown) => {
        if (error instanceof errors.JOSEError) throw notValid();
        throw error;
      });
    const { exp } = payload;
    if (!exp) throw notValid();
    const ending = { ...payload, exp };
    // A time of 0 would mean for ever.
    known.set(digest, ending, { ttl: Math.max(1, exp * 1000 - Date.now()) });
    return ending;
  };

  return {
    async session(token) {
      const { sub, sid, exp } = await verify(token, publicUrl);
      if (!sub || typeof sid !== "string") throw notValid();
      return { user_id: sub, session_id: sid, expires_at: exp };
    },
    async client(token) {
      const { sub, scope, [CONNECTION_CLAIM]: connection } = await verify(token, mcpResource(publicUrl));
      if (!sub || typeof connection !== "string" || typeof scope !== "string") throw notValid();
      const scopes = scope.split(" ");
      return {
        user_id: sub,
        connection_id: connection,
        scopes: effects.filter((effect) => scopes.includes(effect)),
      };
    },
    audience(token) {
      try {
        return decodeJwt(token).aud;
      } catch {
        return undefined;
      }
    },
  };
}

const notValid = () => new AppError("unauthenticated", "This token is not valid any more. Get a new one.");
