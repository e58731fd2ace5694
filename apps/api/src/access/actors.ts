/**
 * Who is this? A session's cookie or token, a JWT, an API key, or at `/mcp` the
 * token of a client that was let in becomes an actor. JWTs are checked in
 * `jwt.ts`, without the database.
 */
import { AppError, effects } from "@todo/contract";
import type { Reader } from "../db/database.ts";
import type { Actor } from "../operations/context.ts";
import { type Auth, KEY_PREFIX } from "./auth.ts";
import { findGrant } from "./connections.ts";
import { createJwtVerifier } from "./jwt.ts";
import type { KeyStore } from "./keys.ts";
import { mcpResource } from "./oauth.ts";
import { refuseForeignOrigin } from "./origin.ts";
import type { Revocations } from "./revocations.ts";

export interface ActorsOptions {
  auth: Auth;
  keys: KeyStore;
  revocations: Revocations;
  database: Reader;
  publicUrl: string;
  origins: string[];
}

/** Finds out who sent a request; throws `unauthenticated` when nobody can be told. */
export type ActorOf = (request: Request) => Promise<Actor>;

export interface Actors {
  actorOf: ActorOf;
  /** At `/mcp` the tokens of connected clients count as well; they do nowhere else. */
  mcpActorOf: ActorOf;
}

export function createActors(options: ActorsOptions): Actors {
  const { auth, keys, revocations, database, publicUrl, origins } = options;
  const verify = createJwtVerifier(auth, publicUrl);

  const personOfJwt = async (token: string): Promise<Actor> => {
    const { user_id, session_id, expires_at } = await verify.session(token);
    if (revocations.has(session_id)) throw unauthenticated("This session has ended. Sign in again.");
    return { ...person(user_id, "jwt", session_id), expires_at };
  };

  const clientOfJwt = async (token: string): Promise<Actor> => {
    const { user_id, connection_id, scopes } = await verify.client(token);
    const granted = await findGrant(database, connection_id, user_id);
    if (!granted) throw unauthenticated("This app was disconnected. Connect it again.");
    const allowed = granted.filter((effect) => scopes.includes(effect));
    return { user_id, space_id: user_id, scopes: allowed, credential: "oauth", key_id: connection_id };
  };

  const actorWith =
    (ofJwt: (token: string) => Promise<Actor>): ActorOf =>
    async (request) => {
      const token = bearerOf(request.headers);
      if (token?.startsWith(KEY_PREFIX)) {
        const key = await keys.verify(token);
        if (!key) throw unauthenticated("This API key is unknown, expired or revoked.");
        const { user_id, scopes, auto_approve, id: key_id } = key;
        return { user_id, space_id: user_id, scopes, credential: "api_key", key_id, auto_approve };
      }
      if (token && /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(token)) return ofJwt(token);
      if (!token) refuseForeignOrigin(request, origins);
      const session = await auth.api.getSession({ headers: sessionHeaders(request.headers, token) });
      if (!session)
        throw unauthenticated(token ? "This token is unknown or expired. Sign in again." : "Sign in first.");
      return person(session.user.id, "session", session.session.id);
    };

  return {
    actorOf: actorWith(personOfJwt),
    mcpActorOf: actorWith((token) =>
      verify.audience(token) === mcpResource(publicUrl) ? clientOfJwt(token) : personOfJwt(token),
    ),
  };
}

const person = (user_id: string, credential: "session" | "jwt", session_id: string): Actor => ({
  user_id,
  space_id: user_id,
  scopes: effects,
  credential,
  session_id,
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
