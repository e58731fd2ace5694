/** Who sends the requests: people of the project, signed up as anybody would, and their like at the limit server. */
import { createHmac } from "node:crypto";
import { createClient } from "@todo/contract";
import { onDatabase, type Stack, secret } from "./stack.ts";

const TASKS_EACH = 200;
const titles = Array.from({ length: TASKS_EACH }, (_, n) => ({ title: `task number ${n}` }));

export interface Account {
  /** The person's id, which is their space's as well. */
  id: string;
  token: string;
}

/** Signs somebody up and gets them a JWT, as a program would use it. */
export async function signUp(apiUrl: string, name: string): Promise<Account> {
  const email = `${name}@example.com`;
  const signedUp = await send(`${apiUrl}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: apiUrl },
    body: JSON.stringify({ name, email, password: "correct horse battery staple" }),
  });
  const { user } = (await signedUp.json()) as { user: { id: string } };
  const session = signedUp.headers.get("set-auth-token");
  const answer = await send(`${apiUrl}/api/auth/token`, { headers: { authorization: `Bearer ${session}` } });
  const { token } = (await answer.json()) as { token: string };
  return { id: user.id, token };
}

/** Tokens of people of the project, each with 200 tasks. */
export async function projectTokens({ apiUrl }: Stack, count: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let n = 0; n < count; n++) {
    const { token } = await signUp(apiUrl, `person-${n}`);
    const client = createClient({ baseUrl: apiUrl, headers: { authorization: `Bearer ${token}` } });
    for (let from = 0; from < TASKS_EACH; from += 100) {
      const { failures } = await client.add_tasks({ tasks: titles.slice(from, from + 100) });
      if (failures.length > 0) throw new Error(`Tasks could not be added: ${failures[0]!.message}`);
    }
    tokens.push(token);
  }
  return tokens;
}

/** The same for the limit server, which believes any token that is signed. */
export async function limitTokens({ limitDatabaseUrl }: Stack, count: number): Promise<string[]> {
  await onDatabase(
    limitDatabaseUrl,
    `create table plain_tasks (id bigint generated always as identity primary key, owner text not null,
       title text not null, description text not null default '', completed boolean not null default false,
       created_at timestamptz not null default now(), updated_at timestamptz not null default now());
     insert into plain_tasks (owner, title) select 'owner-' || (n % ${count}), 'task number ' || n / ${count}
       from generate_series(0, ${count * TASKS_EACH - 1}) n;
     create index on plain_tasks (owner, id);
     analyze plain_tasks`,
  );
  return Array.from({ length: count }, (_, n) => signedToken(`owner-${n}`));
}

function signedToken(sub: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const exp = Math.floor(Date.now() / 1000) + 24 * 3600;
  const content = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ sub, exp })}`;
  return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response;
}
