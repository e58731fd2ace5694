/**
 * What must hold for every change of a thing with a version: who saw another one changes nothing, and is shown both. Who
 * says none leaves what others wrote in the fields that it isn't about.
 */
import { createClient, operations } from "@todo/contract";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { callTool } from "../testing/mcp.ts";
import { sendOperation } from "../testing/rest.ts";
import { examples, giveThings, rowsOf } from "../testing/things.ts";
import { createWorld, type Person, type World } from "../testing/world.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld({ lasts: "file" });
});

const versioned = operations.filter(({ input, effect }) => effect !== "read" && "version" in input.shape);
const tools = versioned.filter(({ personal }) => !personal);
const OLD = 999_999;

test("every change of a single thing takes a version", () => {
  const changes = operations.filter(({ effect, pathFields }) => effect !== "read" && pathFields.length > 0);
  const without = changes.filter((operation) => !versioned.includes(operation)).map(({ name }) => name);
  // What these end can't be changed, and that a message arrived is nothing that a version counts.
  expect(without).toEqual([
    "revoke_api_key",
    "revoke_feed",
    "revoke_session",
    "revoke_connection",
    "confirm_channel",
  ]);
});

test.each(versioned)("$name refuses another version and shows the thing as it is", async (operation) => {
  const ada = await world.as(operation.name);
  const input = examples[operation.name](await giveThings(world, ada));
  const before = await rowsOf(world, ada.id);

  const refused = await sendOperation(ada, operation, input, { "if-match": `"${OLD}"` });
  const problem = await refused.json();
  expect(refused.status).toBe(412);
  expect(problem).toMatchObject({
    code: "version_conflict",
    conflict: { based_on: OLD, sent: input, current: { id: expect.any(String) }, changes: [] },
  });
  const { kind, current } = problem.conflict;
  expect(problem.params).toEqual({ kind, id: current.id, version: current.version, expected: OLD });
  expect(await rowsOf(world, ada.id)).toEqual(before);

  const done = await sendOperation(ada, operation, input, { "if-match": `"${current.version}"` });
  expect(done.status, await done.clone().text()).toBe(200);
  const { version } = await done.json();
  expect(done.headers.get("etag")).toBe(version === undefined ? null : `"${version}"`);
});

test.each(tools)("$name refuses another version as a tool", async ({ name }) => {
  const ada = await world.as(`tool-${name}`);
  const input = examples[name](await giveThings(world, ada));
  const before = await rowsOf(world, ada.id);
  const answer = await callTool(ada, name, { ...input, version: OLD });
  expect(answer).toMatchObject({ isError: true, structuredContent: { code: "version_conflict" } });
  expect(await rowsOf(world, ada.id)).toEqual(before);
});

const ofTasks = operations.filter(
  ({ effect, undoable, input }) =>
    effect !== "read" && undoable !== false && ("task_id" in input.shape || "task_ids" in input.shape),
);
const Named = z.object({ task_id: z.string().optional(), task_ids: z.array(z.string()).optional() });
const elsewhere = { description: "Said elsewhere.", priority: "medium" } as const;

/** What another window makes of a task meanwhile, wherever it lies. */
async function changeElsewhere(person: Person, task_id: string) {
  const { deleted_at } = await person.get_task({ task_id });
  if (deleted_at) await person.restore_task({ task_id });
  await person.update_task({ task_id, ...elsewhere });
  if (deleted_at) await person.delete_task({ task_id });
}

test.each(ofTasks)(
  "$name without a version leaves what others wrote, and so does its undo",
  async (operation) => {
    const ada = await world.as(`unseen-${operation.name}`);
    const input = examples[operation.name](await giveThings(world, ada));
    const { task_id, task_ids = task_id ? [task_id] : [] } = Named.parse(input);
    for (const id of task_ids) await changeElsewhere(ada, id);
    const before = await rowsOf(world, ada.id);
    const stands = { ...elsewhere, ...("priority" in input && { priority: input.priority }) };

    const done = await sendOperation(ada, operation, input);
    const { undo } = await done.json();
    const tasks = await Promise.all(task_ids.map((id) => ada.get_task({ task_id: id })));
    expect(tasks).toMatchObject(task_ids.map((id) => ({ id, ...stands })));

    await ada.undo({ undo });
    expect(await rowsOf(world, ada.id)).toEqual(before);
  },
);

test("a list or filter that is placed among the others keeps the name that it got elsewhere", async () => {
  const ada = await world.as("placing");
  const { list, otherList, filter, otherFilter } = await giveThings(world, ada);
  await ada.rename_list({ list_id: list, name: "House" });
  await ada.update_filter({ filter_id: filter, name: "Green" });
  expect(await ada.reorder_list({ list_id: list, after: otherList })).toMatchObject({ name: "House" });
  const placed = await ada.reorder_filter({ filter_id: filter, after: otherFilter });
  expect(placed).toMatchObject({ name: "Green" });
});

test("a client gets what it sent, what is there, and what happened between", async () => {
  const ada = await world.as("ada");
  const bob = createClient({
    baseUrl: "http://localhost:3000",
    fetch: async (url, init) => world.app.fetch(new Request(url, init)),
    headers: { "todo-client": "web", authorization: `Bearer ${ada.token}` },
  });
  const task = await ada.add_task({ title: "milk", priority: "low" });
  await bob.update_task({ task_id: task.id, title: "oat milk" });
  await bob.complete_task({ task_id: task.id });

  const mine = { task_id: task.id, title: "rice milk", version: task.version };
  await expect(ada.update_task(mine)).rejects.toMatchObject({
    code: "version_conflict",
    conflict: {
      kind: "task",
      based_on: 1,
      sent: mine,
      current: { id: task.id, title: "oat milk", status: "completed", version: 3 },
      changes: [
        {
          actor: ada.id,
          surface: "web",
          operation: "update_task",
          before: { title: "milk" },
          after: { title: "oat milk" },
        },
        { operation: "complete_task", before: { completed_at: null } },
      ],
    },
  });
  expect(await ada.update_task({ ...mine, version: 3 })).toMatchObject({ title: "rice milk", version: 4 });
});

test("a thing's version is the entity tag of its answer", async () => {
  const ada = await world.as("ada");
  const { id } = await ada.add_task({ title: "tags" });
  const read = await ada.fetch(`/api/tasks/${id}`);
  expect(read.headers.get("etag")).toBe('"1"');
});

test.each([
  ["no quotes", "3", 400],
  ["a tag of something else", '"abc"', 400],
  ["several versions", '"1", "2"', 400],
  ["whatever is there", "*", 200],
])("If-Match with %s", async (_what, header, status) => {
  const ada = await world.as("ada");
  const { id } = await ada.add_task({ title: "headers" });
  const headers = { "content-type": "application/json", "if-match": header };
  const response = await ada.fetch(`/api/tasks/${id}`, {
    method: "PATCH",
    headers,
    body: '{"priority":"high"}',
  });
  expect(response.status).toBe(status);
});

test("If-Match on a route that changes no single thing isn't overlooked", async () => {
  const ada = await world.as("ada");
  const headers = { "content-type": "application/json", "if-match": '"1"' };
  const response = await ada.fetch("/api/tasks", { method: "POST", headers, body: '{"title":"x"}' });
  expect(response.status).toBe(400);
});
