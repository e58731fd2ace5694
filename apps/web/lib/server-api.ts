/** The server's client, used for the first paint: it speaks for the visitor, with their cookie and address. */
import { type Client, createClient } from "@todo/contract/client";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { apiUrl } from "./api-url.ts";

const TIMEOUT_MS = 10_000;
const PASSED_ON = ["cookie", "x-forwarded-for", "user-agent"];

export const serverApi = cache(
  async (): Promise<Client> =>
    createClient({ baseUrl: apiUrl(), headers: await visitorsHeaders(), fetch: impatientFetch }),
);

async function visitorsHeaders(): Promise<Record<string, string>> {
  const incoming = await headers();
  const outgoing: Record<string, string> = { "todo-client": "web" };
  for (const name of PASSED_ON) {
    const value = incoming.get(name);
    if (value) outgoing[name] = value;
  }
  return outgoing;
}

const impatientFetch: typeof fetch = (url, init) =>
  fetch(url, { ...init, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) });

/** Layout and page both ask who is here; the API is asked once. */
export const serverProfile = cache(async () => (await serverApi()).get_profile({}));

/** Nothing where nobody is signed in, or the API doesn't answer. Without a session it isn't asked. */
export const serverProfileIfAny = cache(async () => {
  const hasSession = (await cookies()).getAll().some(({ name }) => name.includes("session_token"));
  return hasSession ? serverProfile().catch(() => undefined) : undefined;
});

/** What an app that asks to connect calls itself, which may be nothing. Undefined: no such app is known. */
export async function serverAppName(clientId: string): Promise<string | undefined> {
  const query = new URLSearchParams({ client_id: clientId });
  const response = await impatientFetch(`${apiUrl()}/api/auth/oauth2/public-client?${query}`, {
    headers: await visitorsHeaders(),
  });
  if (!response.ok) return undefined;
  const { client_name }: { client_name?: string } = await response.json();
  return client_name ?? "";
}
