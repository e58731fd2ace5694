/**
 * Better Auth's routes, those that we stand behind, with limits on attempts.
 * A program that sends neither cookie nor Origin may sign in: there is no
 * browser to trick. With a cookie, or from another origin, it may not.
 */
import { AppError } from "@todo/contract";
import { type Context, Hono } from "hono";
import type { Auth } from "../access/auth.ts";
import { countAttempt, forgetAttempts, type Limit } from "../access/limits.ts";
import type { Database } from "../db/database.ts";

export interface AuthRoutes {
  auth: Auth;
  database: Database;
  signUpOpen: boolean;
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
const signUpsPerAddress: Limit = { attempts: 200, seconds: 3600 };

export function authRoutes({ auth, database, signUpOpen, now, addressOf }: AuthRoutes): Hono {
  return new Hono().all("/api/auth/*", async (c) => {
    const path = new URL(c.req.url).pathname.slice("/api/auth".length);
    if (!served.has(`${c.req.method} ${path}`)) throw new AppError("not_found", "There is nothing here.");
    const request = fromProgram(c.req.raw) ? withoutFetchMetadata(c.req.raw) : c.req.raw;

    if (path === "/sign-up/email") {
      if (!signUpOpen)
        throw new AppError("forbidden", "Signing up is closed here. Ask whoever runs this server.");
      await countAttempt(database, `sign-up:${addressOf(c)}`, signUpsPerAddress, now());
    }
    if (path !== "/sign-in/email") return auth.handler(request);

    const address = addressOf(c);
    const account = `sign-in:${await accountOf(c.req.raw)}:${address}`;
    await countAttempt(database, `sign-in:${address}`, signInsPerAddress, now());
    await countAttempt(database, account, signInsPerAccount, now());
    const response = await auth.handler(request);
    if (response.ok) await forgetAttempts(database, account);
    return response;
  });
}

const fromProgram = ({ headers }: Request) =>
  !headers.has("cookie") && !headers.has("origin") && !headers.has("referer");

/** Node's fetch says `sec-fetch-mode`, which Better Auth takes for a browser that hides its origin. */
function withoutFetchMetadata(request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of ["sec-fetch-mode", "sec-fetch-site", "sec-fetch-dest"]) headers.delete(name);
  return new Request(request, { headers });
}

/** The address of the account that is tried, as far as the body tells; Better Auth judges the body itself. */
async function accountOf(request: Request): Promise<string> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  const email = (body as { email?: unknown } | undefined)?.email;
  return typeof email === "string" ? email.toLowerCase().slice(0, 320) : "";
}
