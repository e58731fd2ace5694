/**
 * Where a request came from. What X-Forwarded-For says counts only from a proxy
 * that is known, and of that only what the last proxies wrote, read from the
 * right: anyone may send a header that begins with anything.
 */
import type { IncomingMessage } from "node:http";
import type { Context } from "hono";
import ipaddr from "ipaddr.js";
import proxyAddr from "proxy-addr";

export interface Proxies {
  /** Addresses, networks, or `loopback`, `linklocal`, `uniquelocal`: who may speak for others, the web app included. */
  trusted: string[];
  /** How many proxies stand in front of Todo and each add whom they heard. */
  hops: number;
}

/** Gives the client's address; `unknown` where no socket is at hand. */
export function addressBehind({ trusted, hops }: Proxies): (c: Context) => string {
  const isTrusted = proxyAddr.compile(trusted);
  // The web app is one itself, and names one address, whatever stands in front of it.
  const most = Math.max(1, hops);
  const isProxy = (address: string, hop: number) => (hop === 0 ? isTrusted(address, hop) : hop < most);
  return (c) => {
    const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
    return incoming ? proxyAddr(incoming, isProxy) : "unknown";
  };
}

/** Of an address of IPv6, in parts of 16 bits: the least that a home gets (RFC 6177), with 2^64 addresses to choose from. */
const HOME_PARTS = 4;

/** Under what attempts from an address are counted: of IPv4 the address, of IPv6 the network that it lies in. */
export function networkOf(address: string): string {
  // Without its zone, which `fe80::1%eth0` names.
  const bare = address.replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return address;
  const parsed = ipaddr.process(bare);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, HOME_PARTS), 0, 0, 0, 0])}/64`;
}
