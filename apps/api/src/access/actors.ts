/**
 * Who is this? A session's cookie or token, a JWT, or an API key becomes an
 * actor. JWTs are checked here, against the keys that Better Auth publishes,
 * and remembered until they expire: asking Better Auth costs milliseconds.
 */
import { hash } from "node:crypto";
import { AppError, effects } from "@todo/contract";
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import type { Actor } from "../operations/context.ts";
import { type Auth, KEY_PREFIX } from "./auth.ts";
import type { KeyStore } from "./keys.ts";
import { refuseForeignOrigin } from "./origin.ts";

export interface ActorsOptions {
  auth: Auth;
  keys: KeyStore;
  publicUrl: string;
  origins: string[];
}

/** Finds out who sent a request; throws `unauthenticated` when nobody can be told. */
export type ActorOf = (request: Request) => Promise<Actor>;

export function createActors({ auth, keys, publicUrl, origins }: ActorsOptions): ActorOf {
  const verifyJwt = createJwtVerifier(auth, publicUrl);

  return async (request) => {
    const token = bearerOf(request.headers);
    if (token?.startsWith(KEY_PREFIX)) {
      const key = await keys.verify(token);
      if (!key) throw unauthenticated("This API key is unknown, expired or revoked.");
      const { user_id, scopes, auto_approve, id: key_id } = key;
      return { user_id, space_id: user_id, scopes, credential: "api_key", key_id, auto_approve };
    }
    if (token && /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(token)) return person(await verifyJwt(token), "jwt");
    if (!token) refuseForeignOrigin(request, origins);
    const session = await auth.api.getSession({ headers: sessionHeaders(request.headers, token) });
    if (!session)
      throw unauthenticated(token ? "This token is unknown or expired. Sign in again." : "Sign in first.");
    return person(session.user.id, "session");
  };
}

const person = (user_id: string, credential: "session" | "jwt"): Actor => ({
  user_id,
  space_id: user_id,
  scopes: effects,
  credential,
});

const unauthenticated = (message: string) => new AppError("unauthenticated", message);

function bearerOf(headers: Headers): string | undefined {
  const header = headers.get("authorization");
  if (!header) return headers.get("x-api-key") ?? undefined;
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!token) throw unauthenticated("The Authorization header is not “Bearer” and a token.");
  return token;
}

/** A token alone decides; a cookie that came along with it doesn't. */
function sessionHeaders(headers: Headers, token: string | undefined): Headers {
  const cookie = headers.get("cookie");
  if (token) return new Headers({ authorization: `Bearer ${token}` });
  return new Headers(cookie ? { cookie } : {});
}

function createJwtVerifier(auth: Auth, publicUrl: string) {
  const known = new LRUCache<string, string>({ max: 10_000 });
  let keySet: ReturnType<typeof createLocalJWKSet> | undefined;

  const verify = async (token: string): Promise<JWTPayload> => {
    keySet ??= createLocalJWKSet(await auth.api.getJwks());
    const expected = { issuer: publicUrl, audience: publicUrl, algorithms: ["EdDSA"] };
    return (await jwtVerify(token, keySet, expected)).payload;
  };

  return async (token: string): Promise<string> => {
    const digest = hash("sha256", token, "base64");
    const cached = known.get(digest);
    if (cached) return cached;
    const payload = await verify(token)
      .catch((error: unknown) => {
        // Another replica may have made a new key since these were read.
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        keySet = undefined;
        return verify(token);
      })
      .catch((error: unknown) => {
        if (error instanceof errors.JOSEError)
          throw unauthenticated("This token is not valid any more. Get a new one.");
        throw error;
      });
    const { sub, exp } = payload;
    if (!sub || !exp) throw unauthenticated("This token names nobody.");
    known.set(digest, sub, { ttl: exp * 1000 - Date.now() });
    return sub;
  };
}
