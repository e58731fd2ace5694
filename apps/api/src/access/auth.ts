/**
 * Better Auth: accounts, sessions, the JWTs that programs carry, API keys, the
 * tokens of MCP clients. It serves sign-in and the issue of tokens; who a
 * request is, `actors.ts` tells.
 */
import { apiKey } from "@better-auth/api-key";
import { limits } from "@todo/contract";
import { betterAuth } from "better-auth";
import { bearer, jwt } from "better-auth/plugins";
import type { Pool } from "pg";
import type { Reader } from "../db/database.ts";
import { hasMetTrouble } from "../db/trouble.ts";
import { oauthForMcp } from "./oauth.ts";
import { hashedSessionTokens } from "./session-tokens.ts";
import { openableKeys } from "./signing-keys.ts";

export interface AuthOptions {
  pool: Pool;
  database: Reader;
  publicUrl: string;
  origins: string[];
  secret: string;
  warn: (message: string) => void;
}

export const KEY_PREFIX = "todo_";
export const JWT_MINUTES = 15;
const SESSION_DAYS = 30;

export type Auth = ReturnType<typeof createAuth>;

/** The database must have been migrated: it looks at its tables as it is made. */
export function createAuth({ pool, database, publicUrl, origins, secret, warn }: AuthOptions) {
  return betterAuth({
    appName: "Todo",
    database: pool,
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins: origins,
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128, autoSignIn: true },
    session: { expiresIn: SESSION_DAYS * 86_400, updateAge: 86_400 },
    // Attempts are counted in the database by limits.ts, per account and address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // The page that asks for consent also tells what is wrong with a client's request.
    onAPIError: { errorURL: `${publicUrl}/consent` },
    advanced: {
      database: { generateId: "uuid" },
      useSecureCookies: publicUrl.startsWith("https:"),
      cookiePrefix: "todo",
    },
    logger: {
      // What it says of the database's trouble is said of each request, and no more than that something went wrong.
      log: (level, message) => {
        if ((level === "error" || level === "warn") && !hasMetTrouble()) warn(message);
      },
    },
    plugins: [
      hashedSessionTokens(),
      bearer(),
      jwt({
        adapter: { getJwks: openableKeys(warn) },
        jwt: {
          issuer: publicUrl,
          audience: publicUrl,
          expirationTime: `${JWT_MINUTES}m`,
          definePayload: ({ session }) => ({ sid: session.id }),
          getSubject: ({ user }) => user.id,
        },
      }),
      apiKey({
        defaultPrefix: KEY_PREFIX,
        enableMetadata: true,
        // It counts UTF-16 units, the contract characters: the contract decides.
        maximumNameLength: 2 * limits.keyName,
        rateLimit: { enabled: false },
      }),
      oauthForMcp({ database, publicUrl }),
    ],
  });
}
