/** Databases to back up and to restore into, and somebody who lives in one. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Client } from "@todo/contract";
import pg from "pg";
import { expect, inject, onTestFinished } from "vitest";
import { databaseUrl, onServer, TEMPLATE } from "../../../api/src/testing/database.ts";
import { scriptedModel } from "../../../api/src/testing/scripted-model.ts";
import { giveThings } from "../../../api/src/testing/things.ts";
import { createWorld, PASSWORD, type Person } from "../../../api/src/testing/world.ts";
import { type Home, openHome, type Result } from "../testing/run-cli.ts";

export const SECRET = "a secret for tests alone, 0123456789";

/** A database of this test's own, empty or with Todo's tables. It is dropped after the test. */
export async function newDatabase({ withTables = false } = {}): Promise<string> {
  const server = inject("databaseServer");
  const name = `backup_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, (client) =>
    client.query(`create database ${name} ${withTables ? `template ${TEMPLATE}` : ""}`),
  );
  onTestFinished(async () => {
    await onServer(server, (client) => client.query(`drop database ${name} with (force)`));
  });
  return databaseUrl(server, name);
}

export async function rowsIn(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

export interface Lived {
  url: string;
  ada: Person;
}

/** A database of somebody with one of everything, a chat with tool calls, and an approval that waits. */
export async function liveALittle(): Promise<Lived> {
  const url = await newDatabase({ withTables: true });
  const model = scriptedModel([
    [{ name: "add_task", arguments: { title: "Feed\tthe \\ cat ☕", description: "\\N\n\\.\n" } }],
    "Added.",
    [{ name: "delete_tasks", arguments: { task_ids: ["1", "2"] } }],
  ]);
  const world = await createWorld({ environment: { DATABASE_URL: url }, modelOverride: () => model });
  const ada = await world.as("ada");
  await giveThings(world, ada);
  for (const message of ["feed the cat", "delete the first two"]) {
    const headers = { "content-type": "application/json", accept: "application/json" };
    const body = JSON.stringify({ message });
    const answer = await ada.fetch("/api/chat", { method: "POST", headers, body });
    expect(answer.status, await answer.clone().text()).toBe(200);
  }
  // Makes the first signing key.
  await ada.fetch("/api/auth/token");
  return { url, ada };
}

/** What a person can see of what is theirs. */
export const everythingOf = (person: Client) =>
  Promise.all([
    person.list_tasks({ limit: 200 }),
    person.list_tasks({ limit: 200, trash: true }),
    // What is due today is counted anew each day.
    person.list_lists({}).then(({ lists }) => lists),
    person.list_labels({}),
    person.list_filters({}),
    person.history({ limit: 200 }),
    person.list_approvals({}),
    person.list_conversations({}),
    person.list_api_keys({}),
  ]);

export interface Backup {
  home: Home;
  file: string;
  said: string;
}

export async function backUp(url: string, more: string[] = []): Promise<Backup> {
  const home = await openHome({ DATABASE_URL: url, BETTER_AUTH_SECRET: SECRET });
  const file = join(home.folder, "saved.backup");
  const { code, stdout, stderr } = await home.todo(["backup", "--output", file, ...more]);
  expect(code, stderr).toBe(0);
  return { home, file, said: stdout + stderr };
}

export async function restore(
  file: string,
  environment: Record<string, string>,
  more: string[] = [],
): Promise<Result> {
  const home = await openHome({ BETTER_AUTH_SECRET: SECRET, ...environment });
  return home.todo(["restore", file, ...more]);
}

/** The person who signed up where the backup was made, signed in to what was restored. */
export async function signInAgain(url: string, email: string, secret = SECRET) {
  const world = await createWorld({ environment: { DATABASE_URL: url, BETTER_AUTH_SECRET: secret } });
  const origin = "http://localhost:3000";
  const response = await world.app.fetch(
    new Request(`${origin}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({ email, password: PASSWORD }),
    }),
  );
  expect(response.status, await response.clone().text()).toBe(200);
  const somebody = await world.as("bob");
  return somebody.with(response.headers.get("set-auth-token")!);
}
