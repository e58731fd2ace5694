/**
 * Which addresses anybody may make this server speak to: those of the public
 * internet, and what whoever runs it has allowed. Everything else could be a
 * neighbour, the machine itself or a cloud's metadata.
 */
import ipaddr from "ipaddr.js";

export interface AllowList {
  /** The name itself was listed, whatever it resolves to. */
  hasName(host: string): boolean;
  /** The address was listed, or lies in a network that was. */
  hasAddress(address: string): boolean;
}

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** Host names, addresses and networks, such as `hooks.internal`, `10.1.2.3`, `10.0.0.0/8`, `[fd00::5]`. Throws on a network that is none. */
export function allowList(entries: string[]): AllowList {
  const names = new Set<string>();
  const networks: Network[] = [];
  for (const entry of entries) {
    const host = bareHost(entry);
    if (entry.includes("/")) networks.push(ipaddr.parseCIDR(entry));
    else if (ipaddr.isValid(host)) networks.push(wholeAddress(host));
    else names.add(host);
  }
  return {
    hasName: (host) => names.has(bareHost(host)),
    hasAddress: (address) => ipaddr.isValid(address) && networks.some((network) => lies(address, network)),
  };
}

/** As a URL writes it, without the brackets of IPv6 and the dot that ends a full name. */
export const bareHost = (host: string) =>
  host
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();

function wholeAddress(text: string): Network {
  const address = ipaddr.parse(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

function lies(text: string, [network, bits]: Network): boolean {
  const address = ipaddr.parse(text);
  return address.kind() === network.kind() && address.match(network, bits);
}

/** What the library takes for ordinary unicast and isn't for us to speak to. */
const ALSO_REFUSED = [
  // RFC 2544: networks under test.
  "198.18.0.0/15",
  // A public number behind which a large cloud keeps the agent of its machines.
  "168.63.129.16/32",
  // RFC 2928: protocol assignments, among them Teredo, ORCHID and networks under test.
  "2001::/23",
  // RFC 9637: documentation.
  "3fff::/20",
].map((network) => ipaddr.parseCIDR(network));

const GLOBAL_UNICAST = ipaddr.parseCIDR("2000::/3");

/**
 * True for an address of the public internet (RFC 6890, and for IPv6 nothing
 * outside of 2000::/3). Addresses that carry an IPv4 one in themselves (mapped,
 * NAT64, 6to4, Teredo) are refused whatever they carry.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  if (address.kind() === "ipv6" && !lies(text, GLOBAL_UNICAST)) return false;
  return !ALSO_REFUSED.some((network) => lies(text, network));
}
