/** A person's first steps in a running Todo. */
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@todo/contract";
import { z } from "zod";

const PUBLIC_URL = "http://localhost:3000";

/** Signs somebody up, as the web app does. Answers their token, good at every replica. */
export async function signUp(url: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: PUBLIC_URL },
    body: JSON.stringify({
      name: "Ada",
      email: `${randomBytes(6).toString("hex")}@example.com`,
      password: randomBytes(12).toString("hex"),
    }),
  });
  if (!response.ok) throw new Error(`Signing up answered ${response.status}: ${await response.text()}`);
  const session = response.headers.get("set-auth-token");
  const answer = await fetch(`${url}/api/auth/token`, { headers: { authorization: `Bearer ${session}` } });
  return z.object({ token: z.string() }).parse(await answer.json()).token;
}

const clientFor = (url: string, token: string) =>
  createClient({ baseUrl: url, headers: { authorization: `Bearer ${token}` } });

/** Says something to the assistant. Answers its words. */
export async function chatTurn(url: string, token: string, message: string): Promise<string> {
  return (await clientFor(url, token).chat({ message })).response;
}

/** Titles of the person's tasks. */
export async function tasksOf(url: string, token: string): Promise<string[]> {
  return (await clientFor(url, token).list_tasks()).tasks.map(({ title }) => title);
}

/** Waits at most a minute. */
export async function until(what: string, is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await is()) return;
    await sleep(50);
  }
  throw new Error(`Waited a minute, and not yet: ${what}.`);
}
