/**
 * Better Auth's routes, those that we stand behind, with limits on attempts
 * and a note of each in the account's audit. A program that sends neither
 * cookie nor Origin may sign in: there is no browser to trick. With a cookie,
 * or from another origin, it may not.
 */
import { AppError, type AuditEventName, NameChange } from "@todo/contract";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { recordAttempt, recordEvent } from "../access/audit.ts";
import type { Auth } from "../access/auth.ts";
import { countAttempt, forgetAttempts, type Limit, uncountAttempt } from "../access/limits.ts";
import { refuseForeignOrigin } from "../access/origin.ts";
import { holdName } from "../access/queries.ts";
import type { Revocations } from "../access/revocations.ts";
import { signInKey, signInKeyAnywhere } from "../access/sign-in-key.ts";
import { attachToSession, detachFromSession } from "../channels/queries.ts";
import type { Database, Transaction } from "../db/database.ts";
import { within } from "../db/library-pool.ts";
import type { Caller } from "../operations/context.ts";
import { parse } from "../operations/run.ts";
import { networkOf } from "./address.ts";
import { readJson } from "./body.ts";
import { forwarded } from "./forwarded.ts";

export interface AuthRoutes {
  auth: Auth;
  database: Database;
  revocations: Revocations;
  origins: string[];
  signUpOpen: boolean;
  signUpsPerHour: number;
  now: () => Date;
  callerOf(c: Context): Caller;
}

const served = {
  GET: ["/get-session", "/jwks", "/token"],
  POST: ["/change-password", "/sign-in/email", "/sign-out", "/sign-up/email", "/update-user"],
};

const signInsPerAccount: Limit = { attempts: 10, seconds: 300 };
/** Only wrong passwords count. More than one address gets to try, so no stranger alone locks somebody out. */
const signInsAnywhere: Limit = { attempts: 300, seconds: 3600 };
const signInsPerAddress: Limit = { attempts: 100, seconds: 300 };

type Signature = NonNullable<Awaited<ReturnType<Auth["api"]["getSession"]>>>;

/** One try at somebody's account or password, as the handlers below see it. */
interface Try {
  body: unknown;
  caller: Caller;
  /** Hands the body on, or what was made of it. */
  send: (body?: object) => Promise<Response>;
  headers: Headers;
}

export function authRoutes(options: AuthRoutes): Hono {
  const { auth, database, revocations, origins, signUpOpen, signUpsPerHour, now, callerOf } = options;
  const note = (user: string, event: AuditEventName, caller: Caller) =>
    recordEvent(database, user, { event, at: now(), caller });

  const signUp = async ({ caller, send }: Try) => {
    if (!signUpOpen) throw signUpClosed();
    const limit = { attempts: signUpsPerHour, seconds: 3600 };
    await countAttempt(database, `sign-up:${networkOf(caller.address)}`, limit);
    const response = await send();
    const user = await userIn(response);
    if (user) await note(user, "signed_up", caller);
    return response;
  };

  const signIn = async ({ body, caller, send }: Try) => {
    const email = emailOf(body);
    const account = signInKey(email, networkOf(caller.address));
    const anywhere = signInKeyAnywhere(email);
    await countAttempt(database, `sign-in:${networkOf(caller.address)}`, signInsPerAddress);
    await countAttempt(database, account, signInsPerAccount);
    await countAttempt(database, anywhere, signInsAnywhere);
    const response = await send();
    const event = response.ok ? "signed_in" : "sign_in_failed";
    if (response.ok) await forgetAttempts(database, account);
    if (response.status !== 401) await uncountAttempt(database, anywhere);
    if (response.ok || response.status === 401)
      await recordAttempt(database, email, { event, at: now(), caller });
    return response;
  };

  const signOut = async ({ caller, send, headers }: Try) => {
    const session = await auth.api.getSession({ headers });
    const response = await send();
    await revocations.changed();
    if (session && response.ok) await note(session.user.id, "signed_out", caller);
    return response;
  };

  const changePassword = async ({ caller, send, headers }: Try) => {
    const session = await auth.api.getSession({ headers });
    if (session) await countAttempt(database, `password:${session.user.id}`, signInsPerAccount);
    const response = session ? await keepingPush(session, send) : await send();
    await revocations.changed();
    if (session && response.status < 500)
      await note(session.user.id, response.ok ? "password_changed" : "password_refused", caller);
    return response;
  };

  /**
   * A new password may put a new session in this one's place, with which this browser's reminders go on. Whoever ends the
   * session meanwhile waits for it.
   */
  const keepingPush = ({ session }: Signature, send: () => Promise<Response>) =>
    together(async (transaction) => {
      const ids = await detachFromSession(transaction, session.id);
      const response = await send();
      if (response.status < 500)
        await attachToSession(transaction, ids, (await sessionIn(response)) ?? session.id);
      return response;
    });

  /** In one transaction with all that Better Auth does meanwhile. */
  const together = async (work: (transaction: Transaction) => Promise<Response>) => {
    const transaction = await database.begin();
    const response = await within(transaction, () => work(transaction)).catch(async (error: unknown) => {
      await transaction.rollback();
      throw error;
    });
    await (response.status < 500 ? transaction.commit() : transaction.rollback());
    return response;
  };

  /** The session that an answer opens, if it does. */
  const sessionIn = async ({ headers }: Response) => {
    const token = headers.get("set-auth-token");
    if (!token) return undefined;
    const found = await auth.api.getSession({ headers: new Headers({ authorization: `Bearer ${token}` }) });
    return found?.session.id;
  };

  const changeName = async ({ body, send, headers }: Try) => {
    const { name, was } = parse(NameChange, body);
    const signature = was === undefined ? null : await auth.api.getSession({ headers });
    if (!signature) return send({ name });
    return together(async (transaction) => {
      const now = await holdName(transaction, signature.user.id);
      if (now !== undefined && now !== was) throw nameChanged(now);
      return send({ name });
    });
  };

  const watched: Record<string, (one: Try) => Promise<Response>> = {
    "/sign-up/email": signUp,
    "/sign-in/email": signIn,
    "/sign-out": signOut,
    "/change-password": changePassword,
    "/update-user": changeName,
  };

  const answer = (path: string) => async (c: Context) => {
    refuseForeignOrigin(c.req.raw, origins);
    const body = c.req.method === "POST" ? await readJson(c) : undefined;
    const send = (given = body) =>
      auth.handler(forwarded(c.req.raw, given === undefined ? undefined : JSON.stringify(given)));
    const handle = watched[path];
    return handle ? handle({ body, caller: callerOf(c), send, headers: c.req.raw.headers }) : send();
  };

  const routes = new Hono();
  for (const [method, paths] of Object.entries(served))
    for (const path of paths) routes.on(method, `/api/auth${path}`, answer(path));
  return routes;
}

const signUpClosed = () =>
  new AppError("forbidden", "Signing up is closed here. Ask whoever runs this server.", {
    reason: "sign_up_closed",
  });

const nameChanged = (name: string) =>
  new AppError("conflict", `The name is “${name}” by now, so nothing was changed.`, {
    reason: "name_changed",
    params: { name },
  });

const Signed = z.object({ user: z.object({ id: z.string() }) });

async function userIn(response: Response): Promise<string | undefined> {
  if (!response.ok) return undefined;
  return Signed.safeParse(await response.clone().json()).data?.user.id;
}

const WithEmail = z.object({ email: z.string() });

/** The account that is tried, as far as the body tells; Better Auth judges the body itself. */
const emailOf = (body: unknown) => WithEmail.safeParse(body).data?.email.toLowerCase().slice(0, 320) ?? "";
