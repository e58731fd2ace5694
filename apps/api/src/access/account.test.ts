import { describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { connect } from "../testing/oauth.ts";
import { lockWaiters, readUntil } from "../testing/runs.ts";
import { scriptedModel } from "../testing/scripted-model.ts";
import { giveThings } from "../testing/things.ts";
import { createWorld, PASSWORD, type Person, type World } from "../testing/world.ts";

const ORIGIN = "http://localhost:3000";

const remove = (person: Pick<Person, "fetch">, password: string) =>
  person.fetch("/api/account/delete", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ password }),
  });

/** A person who did a bit of everything. */
async function live(world: World, name: string) {
  const person = await world.as(name);
  const things = await giveThings(world, person);
  await person.chat({ message: "Add milk" });
  await person.chat({ message: "Delete the milk task" });
  const { key } = await person.create_api_key({ name: "script" }, { idempotencyKey: "once" });
  await person.add_task({ title: "Eggs" }, { idempotencyKey: "twice" });
  const { tokens } = await connect(world, person);
  const { token: jwt } = (await (await person.fetch("/api/auth/token")).json()) as { token: string };
  await remove(person, "wrong password");
  return { person, things, key, jwt, tokens };
}

/** Tables, and how many rows of each hold one of these words anywhere. */
async function rowsWith({ database }: World, words: string[]): Promise<Record<string, number>> {
  const { rows: tables } = await database.pool.query(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const counts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::int as count from "${name}" t
       where exists (select from unnest($1::text[]) word where strpos(t::text, word) > 0)`,
  );
  const { rows } = await database.pool.query(counts.join(" union all "), [words]);
  return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]));
}

describe("deleting the account", () => {
  test("leaves no row of the person's in any table, and everybody else's alone", async () => {
    const world = await createWorld();
    const { person: ada } = await live(world, "ada");
    const bob = await world.as("bob");
    await giveThings(world, bob);
    const bobs = await rowsWith(world, [bob.id, bob.email]);
    expect(Object.keys(await rowsWith(world, [ada.id, ada.email])).length).toBeGreaterThan(15);

    expect((await remove(ada, PASSWORD)).status).toBe(200);

    expect(await rowsWith(world, [ada.id, ada.email])).toEqual({});
    expect(await rowsWith(world, [bob.id, bob.email])).toEqual(bobs);
  });

  test("goes through while the assistant is about to change something", async () => {
    const asked = Promise.withResolvers<void>();
    const think = async () => {
      await asked.promise;
      return [{ name: "add_task", arguments: { title: "eggs" } }];
    };
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const world = await createWorld({ modelOverride: () => scriptedModel([think]), log });
    const ada = await world.as("ada");
    await ada.add_task({ title: "milk" });
    await readUntil(ada.streamChat({ message: "eggs" }), ({ type }) => type === "run_started");
    const areWaiting = (count: number) =>
      expect.poll(() => world.database.rows(lockWaiters)).toHaveLength(count);

    const [deletion] = await world.database.transaction(async (db) => {
      await db.rows(sql`select id from tasks where space_id = ${ada.id} for update`);
      const deleting = remove(ada, PASSWORD);
      await areWaiting(1);
      asked.resolve();
      await areWaiting(2);
      return [deleting];
    });

    expect((await deletion).status).toBe(200);
    await world.app.assistant.settled();
    expect(lines.join("\n")).not.toContain("deadlock");
  });

  test("ends every token at once", async () => {
    const world = await createWorld();
    const { person: ada, key, jwt, tokens } = await live(world, "ada");
    await remove(ada, PASSWORD);
    for (const token of [ada.token, key, jwt])
      await expect(ada.with(token).list_tasks()).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await ada.with(tokens.access_token).fetch("/mcp", { method: "POST" })).status).toBe(401);
    const again = new Request(`${ORIGIN}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: ada.email, password: PASSWORD }),
    });
    expect((await world.app.fetch(again)).status).toBe(401);
  });

  test("needs the password, and a wrong one deletes nothing", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });
    expect((await remove(ada, "wrong password")).status).toBe(403);
    expect((await remove(ada, "")).status).toBe(422);
    expect((await ada.list_tasks()).tasks).toHaveLength(1);
  });

  test("can't be tried without end", async () => {
    const ada = await (await createWorld()).as("ada");
    for (let n = 0; n < 10; n++) await remove(ada, "wrong password");
    const refused = await remove(ada, PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("is nothing that a key may do", async () => {
    const ada = await (await createWorld()).as("ada");
    const { key } = await ada.create_api_key({ name: "all", scopes: ["read", "write", "destroy"] });
    expect((await remove(ada.with(key), PASSWORD)).status).toBe(403);
    expect((await ada.with(key).fetch("/api/account/export")).status).toBe(403);
  });
});

interface Export {
  [part: string]: unknown[] | Record<string, unknown>;
}

describe("the export", () => {
  test("holds everything of the person's, what is in the trash as well, and nothing of another's", async () => {
    const world = await createWorld();
    const { person: ada } = await live(world, "ada");
    const { person: bob } = await live(world, "bob");

    const response = await ada.fetch("/api/account/export");

    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="todo-\d{4}-.*\.json"$/,
    );
    const text = await response.text();
    expect(text).not.toContain(bob.id);
    const found = JSON.parse(text) as Export;
    expect(found.profile).toMatchObject({ email: ada.email, name: "ada" });
    const { rows } = await world.database.pool.query(
      `select 'tasks' as part, count(*)::int from tasks where space_id = $1 union all
       select 'lists', count(*)::int from lists where space_id = $1 union all
       select 'labels', count(*)::int from labels where space_id = $1 union all
       select 'conversations', count(*)::int from conversations where space_id = $1 union all
       select 'messages', count(*)::int from messages where space_id = $1 union all
       select 'runs', count(*)::int from agent_runs where space_id = $1 union all
       select 'approvals', count(*)::int from approvals where space_id = $1 union all
       select 'journal', count(*)::int from journal where space_id = $1 union all
       select 'keys', count(*)::int from apikey where "referenceId" = $1::text union all
       select 'sessions', count(*)::int from "session" where "userId" = $1 union all
       select 'connections', count(*)::int from "oauthConsent" where "userId" = $1 union all
       select 'audit_events', count(*)::int from audit_events where user_id = $1`,
      [ada.id],
    );
    for (const { part, count } of rows) {
      expect(count, part).toBeGreaterThan(0);
      expect(found[part], part).toHaveLength(count);
    }
    const row = await world.database.pool.query(`select * from tasks where space_id = $1 limit 1`, [ada.id]);
    const derived = ["space_id", "search", "json"];
    expect(Object.keys((JSON.parse(text) as { tasks: [object] }).tasks[0]).sort()).toEqual(
      row.fields
        .map(({ name }) => name)
        .filter((name) => !derived.includes(name))
        .sort(),
    );
    expect(found.runs).toContainEqual(
      expect.objectContaining({ calls: [expect.objectContaining({ tool: "add_task" })] }),
    );
  });

  test("holds no secret", async () => {
    const world = await createWorld();
    const { person: ada, key, jwt, tokens } = await live(world, "ada");
    const text = await (await ada.fetch("/api/account/export")).text();
    const { rows } = await world.database.pool.query(
      `select token as secret from "session" where "userId" = $1 union all
       select password from "account" where "userId" = $1 union all select key from apikey where "referenceId" = $1::text`,
      [ada.id],
    );
    const stored = rows.map(({ secret }) => secret as string);
    for (const secret of [ada.token, key, jwt, tokens.access_token, tokens.refresh_token ?? "", ...stored])
      expect(text).not.toContain(secret);
  });

  test("is read page by page, without a gap where one ends", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    for (let batch = 0; batch < 11; batch++) {
      const tasks = Array.from({ length: 100 }, (_, index) => ({ title: `task ${batch * 100 + index}` }));
      await ada.add_tasks({ tasks });
    }
    const found = (await (await ada.fetch("/api/account/export")).json()) as { tasks: { number: number }[] };
    expect(found.tasks.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1100 }, (_, index) => index + 1),
    );
  });
});

describe("what happened to the account", () => {
  test("is told to its owner: who came in, what was made and ended, from where", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const send = (path: string, body: object) =>
      ada.fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json", "user-agent": "A browser" },
        body: JSON.stringify(body),
      });
    const { email } = ada;
    await send("/api/auth/sign-in/email", { email, password: PASSWORD });
    await send("/api/auth/sign-in/email", { email: email.toUpperCase(), password: "wrong password" });
    const { id } = await ada.create_api_key({ name: "script" });
    await ada.revoke_api_key({ key_id: id });
    await connect(world, ada);
    const [connection] = (await ada.list_connections()).connections;
    await ada.revoke_connection({ connection_id: connection!.id });
    await ada.revoke_other_sessions();
    await send("/api/auth/change-password", {
      currentPassword: "wrong password",
      newPassword: "another password",
    });
    await send("/api/auth/change-password", { currentPassword: PASSWORD, newPassword: "another password" });
    await remove(ada, "wrong password");
    await (await ada.fetch("/api/account/export")).text();

    const { events } = await ada.list_audit_events();

    expect(events.map(({ event }) => event).reverse()).toEqual([
      "signed_up",
      "signed_in",
      "sign_in_failed",
      "key_made",
      "key_revoked",
      "client_connected",
      "client_revoked",
      "session_revoked",
      "password_refused",
      "password_changed",
      "password_refused",
      "account_exported",
    ]);
    expect(events.find(({ event }) => event === "sign_in_failed")).toMatchObject({ user_agent: "A browser" });
    expect(events.find(({ event }) => event === "key_made")?.details).toMatchObject({ name: "script" });
    expect(events.find(({ event }) => event === "client_revoked")?.details).toMatchObject({ name: "A test" });
  });

  test("comes in pages, latest first", async () => {
    const ada = await (await createWorld()).as("ada");
    for (const name of ["a", "b", "c"]) await ada.create_api_key({ name });
    const first = await ada.list_audit_events({ limit: 2 });
    const second = await ada.list_audit_events({ limit: 2, cursor: first.next_cursor ?? "" });
    expect([...first.events, ...second.events].map(({ details }) => details.name)).toEqual([
      "c",
      "b",
      "a",
      undefined,
    ]);
    expect(second.next_cursor).toBeNull();
    await expect(ada.list_audit_events({ cursor: "nonsense" })).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  test("with an address that nobody has is kept without a name", async () => {
    const world = await createWorld();
    const email = `nobody-${crypto.randomUUID()}@example.com`;
    await world.app.fetch(
      new Request(`${ORIGIN}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", "user-agent": email },
        body: JSON.stringify({ email, password: PASSWORD }),
      }),
    );
    const { rows } = await world.database.pool.query(
      "select user_id, event, details from audit_events where user_agent = $1",
      [email],
    );
    expect(rows).toEqual([{ user_id: null, event: "sign_in_failed", details: {} }]);
  });
});
