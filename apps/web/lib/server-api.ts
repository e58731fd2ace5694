/** The server's client, used for the first paint: it speaks for the visitor, with their cookie and address. */
import { type Client, createClient } from "@todo/contract/client";
import { headers } from "next/headers";
import { cache } from "react";
import { apiUrl } from "./api-url.ts";

const TIMEOUT_MS = 10_000;
const PASSED_ON = ["cookie", "x-forwarded-for", "user-agent"];

export const serverApi = cache(async (): Promise<Client> => {
  const incoming = await headers();
  const outgoing: Record<string, string> = { "todo-client": "web" };
  for (const name of PASSED_ON) {
    const value = incoming.get(name);
    if (value) outgoing[name] = value;
  }
  return createClient({
    baseUrl: apiUrl(),
    headers: outgoing,
    fetch: (url, init) => fetch(url, { ...init, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) }),
  });
});

/** Layout and page both ask who is here; the API is asked once. */
export const serverProfile = cache(async () => (await serverApi()).get_profile({}));
