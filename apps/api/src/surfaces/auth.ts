/**
 * Better Auth's routes, those that we stand behind, with limits on attempts.
 * A program that sends neither cookie nor Origin may sign in: there is no
 * browser to trick. With a cookie, or from another origin, it may not.
 */
import { AppError } from "@todo/contract";
import { type Context, Hono } from "hono";
import type { Auth } from "../access/auth.ts";
import { countAttempt, forgetAttempts, type Limit } from "../access/limits.ts";
import { refuseForeignOrigin } from "../access/origin.ts";
import type { Database } from "../db/database.ts";
import { readJson } from "./body.ts";

export interface AuthRoutes {
  auth: Auth;
  database: Database;
  origins: string[];
  signUpOpen: boolean;
  signUpsPerHour: number;
  now: () => Date;
  addressOf(c: Context): string;
}

const served = new Set([
  "GET /get-session",
  "GET /jwks",
  "GET /list-sessions",
  "GET /token",
  "POST /change-password",
  "POST /revoke-other-sessions",
  "POST /revoke-session",
  "POST /revoke-sessions",
  "POST /sign-in/email",
  "POST /sign-out",
  "POST /sign-up/email",
]);

const signInsPerAccount: Limit = { attempts: 10, seconds: 300 };
const signInsPerAddress: Limit = { attempts: 100, seconds: 300 };

export function authRoutes({
  auth,
  database,
  origins,
  signUpOpen,
  signUpsPerHour,
  now,
  addressOf,
}: AuthRoutes): Hono {
  return new Hono().all("/api/auth/*", async (c) => {
    const path = new URL(c.req.url).pathname.slice("/api/auth".length);
    if (!served.has(`${c.req.method} ${path}`)) throw new AppError("not_found", "There is nothing here.");
    refuseForeignOrigin(c.req.raw, origins);
    const address = addressOf(c);
    const body = c.req.method === "POST" ? await readJson(c) : undefined;
    const request = forwarded(c.req.raw, body);

    if (path === "/sign-up/email") {
      if (!signUpOpen) throw signUpClosed();
      const limit = { attempts: signUpsPerHour, seconds: 3600 };
      await countAttempt(database, `sign-up:${address}`, limit, now());
    }
    if (path !== "/sign-in/email") return auth.handler(request);

    const account = `sign-in:${emailOf(body)}:${address}`;
    await countAttempt(database, `sign-in:${address}`, signInsPerAddress, now());
    await countAttempt(database, account, signInsPerAccount, now());
    const response = await auth.handler(request);
    if (response.ok) await forgetAttempts(database, account);
    return response;
  });
}

const signUpClosed = () =>
  new AppError("forbidden", "Signing up is closed here. Ask whoever runs this server.");

/**
 * The request as Better Auth gets it. Node's fetch says `sec-fetch-mode`, which
 * it takes for a browser that hides its origin, so a program's is left out.
 */
function forwarded(request: Request, body: unknown): Request {
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  const fromBrowser = ["cookie", "origin", "referer"].some((name) => headers.has(name));
  if (!fromBrowser) for (const name of fetchMetadata) headers.delete(name);
  const init = { method: request.method, headers };
  return new Request(request.url, body === undefined ? init : { ...init, body: JSON.stringify(body) });
}

const fetchMetadata = ["sec-fetch-mode", "sec-fetch-site", "sec-fetch-dest"];

/** The account that is tried, as far as the body tells; Better Auth judges the body itself. */
function emailOf(body: unknown): string {
  const { email } = (body ?? {}) as { email?: unknown };
  return typeof email === "string" ? email.toLowerCase().slice(0, 320) : "";
}
