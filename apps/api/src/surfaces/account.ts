/** The account as a whole: everything of it as one download, and its end. Neither is an operation: one streams, one asks for the password. */
import { AccountDeletion, AppError } from "@todo/contract";
import { Hono, type Context as HonoContext } from "hono";
import { type AccountOptions, deleteAccount, isPassword } from "../access/account.ts";
import { recordEvent } from "../access/audit.ts";
import { type ExportOptions, exportAccount } from "../access/export.ts";
import { countAttempt, type Limit } from "../access/limits.ts";
import type { Caller, Context } from "../operations/context.ts";
import { parse, requirePerson } from "../operations/run.ts";
import { readJson } from "./body.ts";
import { streamOf } from "./text-stream.ts";

export interface AccountRoutes extends AccountOptions, ExportOptions {
  contextOf(c: HonoContext): Promise<Context>;
  callerOf(c: HonoContext): Caller;
}

const exportsPerHour: Limit = { attempts: 20, seconds: 3600 };
const passwordAttempts: Limit = { attempts: 10, seconds: 300 };

export function accountRoutes(options: AccountRoutes): Hono {
  const { database, contextOf, callerOf } = options;

  const themselves = async (c: HonoContext): Promise<Context> => {
    const context = await contextOf(c);
    requirePerson(context.actor);
    return context;
  };

  return new Hono()
    .get("/api/account/export", async (c) => {
      const { actor, now } = await themselves(c);
      await countAttempt(database, `export:${actor.user_id}`, exportsPerHour);
      await recordEvent(database, actor.user_id, {
        event: "account_exported",
        at: now(),
        caller: callerOf(c),
      });
      const pieces = exportAccount(options, actor.user_id, now());
      return new Response(streamOf(pieces), {
        headers: {
          "content-type": "application/json",
          "content-disposition": `attachment; filename="todo-${now().toISOString().slice(0, 10)}.json"`,
          "cache-control": "no-store, no-transform",
        },
      });
    })
    .post("/api/account/delete", async (c) => {
      const { actor, now } = await themselves(c);
      const { password } = parse(AccountDeletion, await readJson(c));
      await countAttempt(database, `password:${actor.user_id}`, passwordAttempts);
      if (!(await isPassword(options, actor.user_id, password))) {
        const refused = { event: "password_refused", at: now(), caller: callerOf(c) } as const;
        await recordEvent(database, actor.user_id, refused);
        throw new AppError("forbidden", "That isn't your password. Nothing was deleted.", {
          reason: "wrong_password",
        });
      }
      await deleteAccount(options, actor.user_id, now());
      return c.json({ deleted: true });
    });
}
