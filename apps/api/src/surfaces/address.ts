/**
 * Where a request came from. Proxies in private networks are believed about
 * whom they speak for; an address that a stranger claims is not.
 */
import type { IncomingMessage } from "node:http";
import type { Context } from "hono";
import proxyAddr from "proxy-addr";

const trusted = proxyAddr.compile(["loopback", "linklocal", "uniquelocal"]);

/** The client's address; `unknown` where no socket is at hand. */
export function clientAddress(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
  return incoming ? proxyAddr(incoming, trusted) : "unknown";
}
