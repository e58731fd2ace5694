/** What must hold for every write by every way in: sent again with its key, it is done once and answers the same. */
import { effects, operations } from "@todo/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { callTool } from "../testing/mcp.ts";
import { sendOperation } from "../testing/rest.ts";
import { examples, giveThings, rowsOf, type Things } from "../testing/things.ts";
import { createWorld, type Person, type World } from "../testing/world.ts";

let here: World;
/** Another process on the same database. */
let there: World;

beforeAll(async () => {
  [here, there] = await Promise.all([createWorld({ lasts: "file" }), createWorld({ lasts: "file" })]);
});

type Caller = Pick<Person, "fetch">;

interface Scene {
  ada: Person;
  things: Things;
  /** All that can be seen of an effect: rows, journal, keys. */
  traces(): Promise<unknown>;
  /** How many changes were journaled since the scene began. */
  changes(): Promise<number>;
}

let people = 0;

async function scene(): Promise<Scene> {
  people += 1;
  const ada = await here.as(`ada-${people}`);
  const things = await giveThings(here, ada);
  const { database } = here;
  const journal = () =>
    database.rows<{ group_id: string }>(
      sql`select distinct group_id from journal where space_id = ${ada.id} order by group_id`,
    );
  const before = (await journal()).length;
  return {
    ada,
    things,
    traces: async () => [
      await rowsOf(here, ada.id),
      await journal(),
      await database.rows(sql`select id from apikey where "referenceId" = ${ada.id} order by id`),
    ],
    changes: async () => (await journal()).length - before,
  };
}

const writing = operations.filter(({ effect }) => effect !== "read");

describe("by REST", () => {
  test.each(writing)("$name", async (operation) => {
    const { ada, things, traces, changes } = await scene();
    const input = examples[operation.name](things);
    const send = async (as: Caller) => {
      const response = await sendOperation(as, operation, input, { "idempotency-key": "k1" });
      return { status: response.status, body: await response.text() };
    };

    const atOnce = await Promise.all([send(ada), send(there.with(ada.token))]);
    const done = await traces();
    const later = await send(there.with(ada.token));

    const told = new Set([...atOnce, later].map(({ body }) => body));
    if (operation.answersSecret) {
      expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(JSON.parse(later.body)).toMatchObject({ code: "idempotency_conflict" });
    } else {
      expect(told.size, [...told].join("\n")).toBe(1);
      expect(later.status).toBeLessThan(300);
    }
    expect(await traces()).toEqual(done);
    expect(await changes()).toBeLessThanOrEqual(1);
  });
});

describe("by MCP", () => {
  test.each(writing.filter(({ personal }) => !personal))("$name", async ({ name }) => {
    const { ada, things, traces, changes } = await scene();
    const { key } = await ada.create_api_key({ name: "agent", scopes: [...effects], auto_approve: true });
    const input = examples[name](things);

    const atOnce = await Promise.all([
      callTool(ada.with(key), name, input, "k1"),
      callTool(there.with(key), name, input, "k1"),
    ]);
    const done = await traces();
    const later = await callTool(there.with(key), name, input, "k1");

    expect(later.isError).toBeUndefined();
    expect(atOnce).toEqual([later, later]);
    expect(await traces()).toEqual(done);
    expect(await changes()).toBeLessThanOrEqual(1);
  });

  test("a call that waited for a yes, once its answer was collected", async () => {
    const { ada, things } = await scene();
    const { key } = await ada.create_api_key({ name: "agent", scopes: [...effects] });
    const call = () => callTool(ada.with(key), "delete_task", { task_id: things.task }, "k1");

    const { structuredContent } = await call();
    expect(await call()).toMatchObject({ structuredContent: { status: "waiting_for_approval" } });
    await ada.answerApproval(String(structuredContent!.approval_id), { decision: "approve" });

    const collected = await call();
    expect(collected.structuredContent).toMatchObject({ id: things.task, deleted_at: expect.any(String) });
    expect(await call()).toEqual(collected);
  });

  test("the key may be the HTTP request's, and another input is a conflict", async () => {
    const { ada } = await scene();
    const call = async (title: string) => {
      const response = await ada.fetch("/mcp", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": "k1" },
        body: JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "tools/call",
          params: { name: "add_task", arguments: { title } },
        }),
      });
      return response.text();
    };
    expect(await call("milk")).toBe(await call("milk"));
    expect(await call("eggs")).toContain("idempotency_conflict");
  });
});

describe("by the classic contract", () => {
  const routes: [string, string, string, object | undefined][] = [
    ["adding", "POST", "", { title: "eggs", completed: true }],
    ["changing", "PUT", "/1", { title: "oat milk", completed: true }],
    ["deleting", "DELETE", "/1", undefined],
    ["completing, which would otherwise be turned round", "PATCH", "/1/complete", undefined],
  ];

  test.each(routes)("%s", async (_name, method, path, body) => {
    const { ada, traces, changes } = await scene();
    const send = async (as: Caller, key = "k1", sent: object | undefined = body) => {
      const response = await as.fetch(`/api/${ada.id}/tasks${path}`, {
        method,
        headers: { "content-type": "application/json", "idempotency-key": key },
        ...(sent && { body: JSON.stringify(sent) }),
      });
      return { status: response.status, body: await response.text() };
    };
    const [first, second] = await Promise.all([send(ada), send(there.with(ada.token))]);
    const done = await traces();
    expect(first.status).toBeLessThan(300);
    expect(second).toEqual(first);
    expect(await send(there.with(ada.token))).toEqual(first);
    expect(await traces()).toEqual(done);
    expect(await changes()).toBe(1);
    if (body) {
      const other = await send(ada, "k1", { title: "another" });
      expect(JSON.parse(other.body)).toMatchObject({ code: "idempotency_conflict" });
    }
  });
});

test("a key holds a day whatever the clocks of the processes say", async () => {
  const early = await createWorld({ now: "2026-01-05T09:00:00Z" });
  const late = await createWorld({ now: "2026-01-07T09:00:00Z" });
  const ada = await early.as("ada");
  const once = { idempotencyKey: "once" };

  const task = await ada.add_task({ title: "milk" }, once);

  expect(await late.with(ada.token).add_task({ title: "milk" }, once)).toEqual(task);
});
