/**
 * Where a request came from. Proxies in private networks are believed about
 * whom they speak for; an address that a stranger claims is not.
 */
import type { IncomingMessage } from "node:http";
import proxyAddr from "proxy-addr";

const addresses = new WeakMap<Request, string>();
const trusted = proxyAddr.compile(["loopback", "linklocal", "uniquelocal"]);

/** Remembers the address while Node's own request is at hand. */
export function rememberAddress(request: Request, incoming: IncomingMessage): void {
  addresses.set(request, proxyAddr(incoming, trusted));
}

export const clientAddress = (request: Request): string => addresses.get(request) ?? "unknown";
