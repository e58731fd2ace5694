/**
 * Requests to addresses that a person has named: browsers' push services and
 * webhooks. The address that is checked is the one connected to, since the
 * check is in the look-up of the name; redirects are not followed, and nothing
 * of an answer but its status is read.
 */
import { lookup as lookUpByDns } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { type Reason, sayUndelivered, type Undelivered, undelivered } from "@todo/contract";
import { type AllowList, bareHost, isPublicAddress } from "./public-address.ts";

export interface OutboundOptions {
  /** Where plain http and private addresses will do as well. */
  allow: AllowList;
  /** Empty: any. */
  ports: number[];
  /** From the look-up of the name to the head of the answer. Default: ten seconds. */
  timeoutMs?: number;
  /** For tests, whose names are in no DNS. */
  resolve?: typeof lookUpByDns;
}

interface OutboundRequest {
  headers: Record<string, string>;
  body: Buffer | string;
}

/** A reason that has its place among both: an address is refused when it is typed in, or later when something is sent there. */
type AddressProblem = Undelivered<Extract<Reason, Undelivered["name"]>>;

export interface Outbound {
  /** Why nothing would be sent there, as far as the address itself tells; nothing when it may be tried. */
  problemWith(address: string): AddressProblem | undefined;
  /** Sends one POST. Gives the status, whatever it is; throws Unreachable when there was no answer. */
  post(address: string, request: OutboundRequest): Promise<number>;
  close(): void;
}

/** Says why, to the person whose address it is. It never quotes an answer. */
export class Unreachable extends Error {
  override name = "Unreachable";
  readonly why: Undelivered;

  constructor(why: Undelivered) {
    super(sayUndelivered(why));
    this.why = why;
  }
}

const USUAL_TIMEOUT_MS = 10_000;
/** The rest of an answer is let run dry, so that its connection can be used again, up to here. */
const ANSWER_BYTES = 65_536;

export function createOutbound(options: OutboundOptions): Outbound {
  const { allow, ports, timeoutMs = USUAL_TIMEOUT_MS, resolve = lookUpByDns } = options;

  /** Every address of a name must do: one with a public and a private address isn't taken by its better half. */
  const checkedLookup: LookupFunction = (host, wanted, callback) =>
    resolve(host, { ...wanted, all: true }, (error, addresses) => {
      const mayGo = ({ address }: { address: string }) =>
        allow.hasName(host) || allow.hasAddress(address) || isPublicAddress(address);
      const first = addresses?.[0];
      if (error || !first || !addresses.every(mayGo))
        return callback(new Unreachable(nothingPublic(host)), "");
      return wanted.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });

  const settings = { keepAlive: true, maxSockets: 50, lookup: checkedLookup };
  const plain = new http.Agent(settings);
  const secure = new https.Agent(settings);

  const problemWith = (address: string): AddressProblem | undefined => {
    if (!URL.canParse(address)) return undelivered("address_wrong");
    const { protocol, hostname, port, username, password } = new URL(address);
    const host = bareHost(hostname);
    const isListed = allow.hasName(host) || allow.hasAddress(host);
    if (protocol !== "https:" && !(protocol === "http:" && isListed))
      return undelivered("address_needs_https");
    if (username || password) return undelivered("address_with_password");
    const used = Number(port) || (protocol === "https:" ? 443 : 80);
    if (ports.length > 0 && !ports.some((one) => one === used))
      return undelivered("address_port", { port: used });
    // A number is connected to without being looked up.
    if (isIP(host) && !isListed && !isPublicAddress(host)) return nothingPublic(host);
    return undefined;
  };

  const send = (url: URL, { headers, body }: OutboundRequest, signal: AbortSignal) =>
    new Promise<number>((answered, failed) => {
      const { request: open, agent } =
        url.protocol === "https:"
          ? { request: https.request, agent: secure }
          : { request: http.request, agent: plain };
      const sent = { ...headers, "content-length": String(Buffer.byteLength(body)) };
      const request = open(url, { method: "POST", agent, headers: sent, signal });
      request.on("error", (error: NodeJS.ErrnoException) =>
        // The other side let the kept connection go in the same moment: it read nothing of this.
        request.reusedSocket && error.code === "ECONNRESET"
          ? send(url, { headers, body }, signal).then(answered, failed)
          : failed(error),
      );
      request.on("response", (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > ANSWER_BYTES) response.destroy();
        });
        response.on("error", () => {});
        answered(response.statusCode ?? 0);
      });
      request.end(body);
    });

  return {
    problemWith,
    async post(address, request) {
      const problem = problemWith(address);
      if (problem) throw new Unreachable(problem);
      const url = new URL(address);
      const signal = AbortSignal.timeout(timeoutMs);
      return send(url, request, signal).catch((error: unknown) => {
        throw signal.aborted
          ? new Unreachable(undelivered("silent", { host: url.hostname, seconds: timeoutMs / 1000 }))
          : explained(error, url.hostname);
      });
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

/** The same for a name that isn't there and one that leads inside: a stranger can't ask which names we know. */
const nothingPublic = (host: string) => undelivered("address_not_public", { host });

function explained(error: unknown, host: string): Unreachable {
  if (error instanceof Unreachable) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED") return new Unreachable(undelivered("refused", { host }));
  if (/CERT|SELF_SIGNED|ALTNAME|^ERR_(SSL|TLS)|EPROTO/.test(code))
    return new Unreachable(undelivered("no_tls", { host }));
  return new Unreachable(undelivered("broken", { host }));
}
