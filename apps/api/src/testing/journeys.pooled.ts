/** The essential journeys through PgBouncer in transaction mode, by every way in. */
import { effects } from "@todo/contract";
import { readEvents } from "@todo/contract/server-sent-events";
import { expect, inject, onTestFinished, test } from "vitest";
import { sql } from "../db/sql.ts";
import { callTool } from "./mcp.ts";
import { createWorld } from "./world.ts";

test("the way to the database is the pooler's", async () => {
  const { database } = await createWorld();
  const url = new URL(String(database.pool.options.connectionString));
  expect(url.port).toBe(new URL(inject("poolerServer")!).port);
});

test("typed, said and called, told in another process, approved, repeated and taken back", async () => {
  const [here, there] = [await createWorld(), await createWorld()];
  const ada = await here.as("ada");
  const elsewhere = there.with(ada.token);
  const stream = await elsewhere.fetch("/api/live?after=0");
  const events = readEvents(stream.body!);
  onTestFinished(async () => void (await events.return(undefined).catch(() => {})));
  const nextOperation = async () => JSON.parse((await events.next()).value!.data).operation;

  const first = await ada.add_task({ title: "milk" }, { idempotencyKey: "k1" });
  expect(await elsewhere.add_task({ title: "milk" }, { idempotencyKey: "k1" })).toEqual(first);
  expect(await nextOperation()).toBe("add_task");

  const { response } = await ada.chat({ message: "I've bought the milk" });
  expect(response).toMatch(/milk/i);
  expect(await nextOperation()).toBe("complete_task");

  const classic = await ada.fetch(`/api/${ada.id}/tasks/1/complete`, { method: "PATCH" });
  expect(await classic.json()).toMatchObject({ id: 1, completed: false });
  expect(await nextOperation()).toBe("reopen_task");

  const { key } = await ada.create_api_key({ name: "agent", scopes: [...effects] });
  const remove = () => callTool(there.with(key), "delete_task", { task_id: 1 });
  const { structuredContent } = await remove();
  await ada.answerApproval(String(structuredContent!.approval_id), { decision: "approve" });
  expect((await remove()).structuredContent).toMatchObject({ id: first.id });
  expect(await nextOperation()).toBe("delete_task");

  await elsewhere.undo();
  expect((await ada.list_tasks()).tasks).toMatchObject([{ title: "milk", deleted_at: null }]);
  expect(await nextOperation()).toBe("undo");
});

test("what a transaction sets for itself stays in it", async () => {
  const { database } = await createWorld();
  const setting = sql`select current_setting('statement_timeout') as value`;
  const inside = await database.transaction((db) => db.rows(setting));
  expect(inside).toEqual([{ value: "1min" }]);
  const outside = await Promise.all(Array.from({ length: 10 }, () => database.rows(setting)));
  expect(new Set(outside.flat().map((row) => JSON.stringify(row)))).toEqual(new Set(['{"value":"0"}']));
});
