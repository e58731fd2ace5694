/**
 * The way to the server: its address, the token and the typed client. A stored
 * token is sent to the server that issued it and to no other.
 */
import { type Client, createClient } from "@todo/contract/client";
import { AppError } from "@todo/contract/errors";
import { readCredentials } from "./credentials.ts";
import { readEnvironment } from "./environment.ts";
import { UsageError } from "./failures.ts";

const defaultUrl = "http://localhost:3000";
/** A restart of the server, or a lost connection, is over after as many attempts, or it is no moment's trouble. */
const RETRIES = 2;

export interface Session {
  url: string;
  token: string;
  client: Client;
}

/** Origin as people write it (`todo.example.com/`) → origin without a slash at its end. */
export function originOf(written: string): string {
  const local = /^(localhost|127\.|\[::1\])/.test(written);
  const address = /^[a-z]+:\/\//i.test(written) ? written : `${local ? "http" : "https"}://${written}`;
  if (!URL.canParse(address) || !/^https?:/i.test(address))
    throw new UsageError(`“${written}” is not an address such as ${defaultUrl}.`);
  return address.replace(/\/+$/, "");
}

export interface Whereabouts {
  url: string;
  token: string | undefined;
  /** Where the token is from. */
  source: "environment" | "file" | "nowhere";
}

export async function findServer(environment = readEnvironment()): Promise<Whereabouts> {
  const stored = await readCredentials(environment.credentialsFile);
  const url = originOf(environment.url ?? stored?.url ?? defaultUrl);
  if (environment.token) return { url, token: environment.token, source: "environment" };
  return stored && stored.url === url
    ? { url, token: stored.token, source: "file" }
    : { url, token: undefined, source: "nowhere" };
}

/** Throws `unauthenticated` without asking the server when there is no token. */
export async function openSession(): Promise<Session> {
  const { url, token } = await findServer();
  if (!token) throw new AppError("unauthenticated", `You are not signed in to ${url}.`);
  return { url, token, client: clientFor(url, token) };
}

export function clientFor(url: string, token: string): Client {
  return createClient({ baseUrl: url, headers: headersFor(token), retries: RETRIES });
}

export const headersFor = (token: string) => ({ "todo-client": "cli", authorization: `Bearer ${token}` });

/** The zone in which the person's "today" is meant; this machine's when the key may not read the profile. */
export async function zoneOf(client: Client): Promise<string> {
  return client.get_profile({}).then(
    ({ time_zone }) => time_zone,
    (error: unknown) => {
      if (error instanceof AppError && error.code === "forbidden") return machineZone();
      throw error;
    },
  );
}

export const machineZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
