import { expect, test, vi } from "vitest";
import { z } from "zod";
import { wireToDatabase } from "../testing/wired.ts";
import { createWorld, PASSWORD, type Person, type World } from "../testing/world.ts";
import { sql } from "./sql.ts";

/** How long these worlds wait for the database. What follows from it is bounded by a few times of it. */
const TIMEOUT_MS = "3000";

/** A busy machine takes its time. */
const PATIENCE = { timeout: 60_000 };

/** The person comes from a world without trouble, where nothing is hurried. */
async function wiredWorld() {
  const lines: string[] = [];
  const { wire, url } = await wireToDatabase();
  const calm = await (await createWorld()).as("ada");
  const world = await createWorld({
    environment: { DATABASE_URL: url, DATABASE_TIMEOUT_MS: TIMEOUT_MS },
    announcerPace: { again: 20, probe: 200 },
    log: (line) => lines.push(line),
  });
  const { token } = (await (await calm.fetch("/api/auth/token")).json()) as { token: string };
  await calm.add_task({ title: "milk" });
  const ada = { ...world.with(calm.token), id: calm.id, email: calm.email };
  return { wire, world, ada, jwt: world.with(token), lines };
}

type Caller = Pick<Person, "fetch">;

const post = (as: Caller, path: string, body: object) =>
  as.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const listing = { name: "list_tasks", arguments: {} };

/** One request by each way in. */
const surfaces: Record<
  string,
  (as: Caller, ada: Pick<Person, "id" | "email">, world: World) => Promise<Response>
> = {
  "a read": (as) => as.fetch("/api/tasks"),
  "a write in one statement": (as) => post(as, "/api/tasks", { title: "eggs" }),
  "a write in a transaction": (as) => post(as, "/api/tasks/1/complete", {}),
  "the chat": (as) => post(as, "/api/chat", { message: "what is due today?" }),
  "live updates": (as) => as.fetch("/api/live"),
  "a tool": (as) => post(as, "/mcp", { jsonrpc: "2.0", id: 1, method: "tools/call", params: listing }),
  "the classic contract": (as, { id }) => as.fetch(`/api/${id}/tasks`),
  "a sign-in": async (_as, { email }, world) =>
    world.app.fetch(
      new Request("http://localhost:3000/api/auth/sign-in/email", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email, password: PASSWORD }),
      }),
    ),
};

const faults = ["refuse", "stall"] as const;

test.each(faults)(
  "while the database does %s, every surface says so, and works again after it",
  PATIENCE,
  async (fault) => {
    const { wire, world, ada, jwt } = await wiredWorld();
    wire[fault](true);

    const requests = Object.entries(surfaces).flatMap(([name, send]) =>
      [jwt, ada].map(async (as) => ({ name, response: await send(as, ada, world) })),
    );
    for (const { name, response } of await Promise.all(requests)) {
      expect(response.status, name).toBe(503);
      expect(response.headers.get("retry-after"), name).toBe("2");
      expect(await response.json(), name).toMatchObject({ code: "unavailable" });
    }
    const health = await world.app.fetch(new Request("http://localhost:8000/health"));
    const ready = await world.app.fetch(new Request("http://localhost:8000/ready"));
    expect([health.status, ready.status]).toEqual([200, 503]);
    expect(await ready.json()).toMatchObject({ checks: { database: "does not answer" } });

    wire[fault](false);
    if (fault === "stall") wire.cut();
    await vi.waitFor(async () => expect((await jwt.fetch("/api/tasks")).status).toBe(200), PATIENCE);
    for (const [name, send] of Object.entries(surfaces)) {
      const response = await send(jwt, ada, world);
      expect(response.status, name).toBeLessThan(300);
      await response.body?.cancel();
    }
  },
);

const Line = z.looseObject({ level: z.string(), msg: z.string() });

test.each(faults)(
  "while the database does %s, the log tells it once, and then its end, whatever is asked by however many",
  PATIENCE,
  async (fault) => {
    const { wire, world, ada, jwt, lines } = await wiredWorld();
    const askAll = () =>
      Promise.all(Object.values(surfaces).flatMap((send) => [jwt, ada].map((as) => send(as, ada, world))));
    /** What isn't a request's own line, or about what other processes tell this one. */
    const told = () =>
      lines
        .map((line) => Line.parse(JSON.parse(line)))
        .filter(
          ({ level, msg }) =>
            level !== "info" && level !== "debug" && !msg.startsWith("Changes made elsewhere"),
        )
        .map(({ msg }) => msg);

    wire[fault](true);
    await askAll();
    await askAll();
    const during = told();
    wire[fault](false);
    if (fault === "stall") wire.cut();
    await vi.waitFor(async () => {
      await jwt.fetch("/api/tasks");
      expect(told().length).toBeGreaterThan(during.length);
    }, PATIENCE);

    expect(during).toEqual([
      expect.stringMatching(/^The database is away, and requests are refused until it is back: \S/),
    ]);
    expect(told().slice(1)).toEqual([
      expect.stringMatching(/^The database is back; it was away for \d+ seconds$/),
    ]);
    expect(lines.join("\n")).not.toMatch(/select |insert into|@example\.com/);
  },
);

test("a connection that is cut in the middle costs one request and nobody a restart", async () => {
  const { wire, jwt } = await wiredWorld();
  await Promise.all(Array.from({ length: 5 }, () => jwt.fetch("/api/tasks")));
  wire.cut();
  const statuses = await Promise.all(
    Array.from({ length: 20 }, async () => (await jwt.fetch("/api/tasks")).status),
  );
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect((await jwt.fetch("/api/tasks")).status).toBe(200);
});

test("a slow database is waited for", async () => {
  const { wire, jwt } = await wiredWorld();
  wire.delay(20);
  expect((await jwt.fetch("/api/tasks")).status).toBe(200);
  expect(await jwt.complete_task({ task_id: 1 })).toMatchObject({ status: "completed" });
});

test("a lock that isn't given is waited for no longer than the limit", async () => {
  const { ada, jwt } = await wiredWorld();
  // Held by a world that isn't hurried: in the other one a transaction that does nothing is soon ended.
  const { database } = await createWorld();
  await database.transaction(async (db) => {
    await db.rows(sql`select from spaces where id = ${ada.id} for update`);
    await expect(jwt.complete_task({ task_id: 1 })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("Nothing was changed"),
    });
  });
});

const mayHaveHappened = {
  code: "unavailable",
  message: expect.stringContaining("may have happened"),
  params: { may_have_happened: true },
};

test("when the answer to a commit is lost, sending it again with the same key does it once", async () => {
  const { wire, ada, jwt } = await wiredWorld();
  const complete = () => jwt.complete_task({ task_id: 1 }, { idempotencyKey: "k1" });
  wire.loseAnswerTo("commit");
  await expect(complete()).rejects.toMatchObject(mayHaveHappened);

  expect(await complete()).toMatchObject({ status: "completed", version: 2 });
  const { entries } = await ada.history({});
  expect(entries.map(({ operation }) => operation)).toEqual(["complete_task", "add_task"]);
});

test("when the answer to a write without a key is lost, it says that it may have happened", async () => {
  const { wire, jwt } = await wiredWorld();
  wire.loseAnswerTo("eggs");
  await expect(jwt.add_task({ title: "eggs" })).rejects.toMatchObject(mayHaveHappened);
  const { tasks } = await jwt.list_tasks({});
  expect(tasks.map(({ title }) => title)).toEqual(["milk", "eggs"]);
});

test("a transaction whose commit is lost says that it may have happened", async () => {
  const { wire, world } = await wiredWorld();
  const committed = world.database.transaction(async (db) => {
    await db.rows(sql`select 1 as one`);
    wire.cut();
  });
  await expect(committed).rejects.toMatchObject({ name: "DatabaseTrouble", mayHaveHappened: true });
});
