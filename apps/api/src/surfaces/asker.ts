/** Who sends a request, by which client and from where: what the surfaces make of its headers and its connection. */
import type { Context as HonoContext } from "hono";
import type { ActorOf } from "../access/actors.ts";
import type { Caller, Context, Surface } from "../operations/context.ts";
import { addressBehind, type Proxies } from "./address.ts";

const clients = new Set<string>(["web", "cli"] satisfies Surface[]);

/** Gives where a request came from. */
export function callersBehind(proxies: Proxies): (c: HonoContext) => Caller {
  const addressOf = addressBehind(proxies);
  return (c) => ({ address: addressOf(c), user_agent: c.req.header("user-agent") });
}

/** Gives what its calls are made with; throws unauthenticated. */
export function contextFrom(actorOf: ActorOf, callerOf: (c: HonoContext) => Caller, now: () => Date) {
  return async (c: HonoContext): Promise<Context> => {
    const client = c.req.header("todo-client") ?? "";
    return {
      actor: await actorOf(c.req.raw),
      surface: clients.has(client) ? (client as Surface) : "rest",
      now,
      caller: () => callerOf(c),
    };
  };
}
