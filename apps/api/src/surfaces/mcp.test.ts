import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { operations } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { callTool, listTools } from "../testing/mcp.ts";
import { createWorld, type Person } from "../testing/world.ts";

const answer = (person: Person, id: string, body: object) =>
  person.fetch(`/api/approvals/${id}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("every operation that isn't personal is a tool under its own name", async () => {
  const ada = await (await createWorld()).as("ada");
  const tools = await listTools(ada);
  expect(tools.map(({ name }) => name)).toEqual(
    operations.filter(({ personal }) => !personal).map(({ name }) => name),
  );
  expect(tools.find(({ name }) => name === "delete_task")?.annotations).toMatchObject({
    readOnlyHint: false,
    destructiveHint: true,
  });
});

test("a tool does what the operation does, and forgives null for “not given”", async () => {
  const ada = await (await createWorld()).as("ada");
  const result = await callTool(ada, "add_task", {
    title: "milk",
    description: null,
    due_on: null,
    user_id: ada.id,
  });
  expect(result.structuredContent).toMatchObject({ number: 1, title: "milk" });
  expect((await ada.history()).entries[0]).toMatchObject({ surface: "mcp", operation: "add_task" });
});

test("a mistake comes back as a result that says what is wrong", async () => {
  const ada = await (await createWorld()).as("ada");
  expect(await callTool(ada, "add_task", {})).toMatchObject({
    isError: true,
    structuredContent: { code: "validation_failed", errors: [{ path: "title" }] },
  });
});

test.each(["\0", "\ud800"])(
  "a character that can't be stored (%j) is a mistake like any other",
  async (character) => {
    const ada = await (await createWorld()).as("ada");
    for (const [tool, input] of [
      ["add_task", { title: `a${character}` }],
      ["delete_list", { list_id: character }],
      ["get_profile", { [character]: character }],
      ["list_tasks", { search: character }],
    ] as const) {
      expect(await callTool(ada, tool, input)).toMatchObject({
        structuredContent: { code: "validation_failed" },
      });
    }
  },
);

test("without a token there is no list of tools", async () => {
  const { app } = await createWorld();
  const request = new Request("http://localhost:3000/mcp", { method: "POST", body: "{}" });
  expect((await app.fetch(request)).status).toBe(401);
});

test("the vendor's own client speaks with it, in the newest version and in 2025-06-18's manner", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  const url = new URL("/mcp", await world.listen());
  for (const options of [{}, { versionNegotiation: { mode: "auto" as const } }]) {
    const client = new Client({ name: "test", version: "1.0.0" }, options);
    const requestInit = { headers: { authorization: `Bearer ${ada.token}` } };
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
    const result = await client.callTool({ name: "add_task", arguments: { title: "milk" } });
    expect(result.structuredContent).toMatchObject({ title: "milk" });
    await client.close();
  }
});

describe("approval", () => {
  test("deleting waits for the person's yes, and happens once", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });

    const waiting = await callTool(ada, "delete_task", { task_id: 1 });
    expect(waiting.content[0]!.text).toMatch(/waiting for approval/i);
    expect((await ada.list_tasks()).tasks).toHaveLength(1);
    const again = await callTool(ada, "delete_task", { task_id: 1 });
    expect(again.structuredContent).toEqual(waiting.structuredContent);

    const { approvals } = await ada.list_approvals();
    expect(approvals).toMatchObject([{ tool: "delete_task", surface: "mcp", targets: [{ title: "milk" }] }]);
    expect((await answer(ada, approvals[0]!.id, { decision: "approve" })).status).toBe(200);
    expect((await ada.list_tasks()).tasks).toEqual([]);
    expect((await answer(ada, approvals[0]!.id, { decision: "approve" })).status).toBe(409);

    const done = await callTool(ada, "delete_task", { task_id: 1 });
    expect(done.structuredContent).toMatchObject({ title: "milk", deleted_at: expect.any(String) });
    await ada.undo();
    expect((await ada.list_tasks()).tasks).toHaveLength(1);
  });

  test.each(["approve", "reject"])(
    "what nobody came for within a day (%s) doesn't answer the same call, which asks anew",
    async (decision) => {
      const world = await createWorld({ now: "2026-01-05T09:00:00Z" });
      const ada = await world.as("ada");
      const remove = (number: number) => callTool(ada, "delete_task", { task_id: number });
      await ada.add_tasks({ tasks: [{ title: "milk" }, { title: "eggs" }] });
      for (const number of [1, 2]) await remove(number);
      for (const { id } of (await ada.list_approvals()).approvals) await answer(ada, id, { decision });
      // The tasks are there again, so that there is something to ask for.
      if (decision === "approve") for (const _ of [1, 2]) await ada.undo();

      world.setNow("2026-01-06T08:59:00Z");
      const collected = await remove(1);
      world.setNow("2026-01-06T09:01:00Z");
      const asked = await remove(2);

      expect(collected.structuredContent).not.toMatchObject({ status: "waiting_for_approval" });
      expect(asked.structuredContent).toMatchObject({ status: "waiting_for_approval" });
    },
  );

  test("a no is told to the client, and nothing happens", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });
    await callTool(ada, "delete_task", { task_id: 1 });
    const { approvals } = await ada.list_approvals();
    await answer(ada, approvals[0]!.id, { decision: "reject" });
    expect(await callTool(ada, "delete_task", { task_id: 1 })).toMatchObject({ isError: true });
    expect((await ada.list_tasks()).tasks).toHaveLength(1);
  });

  test("changing four tasks waits, three don't, and a part can be approved", async () => {
    const ada = await (await createWorld()).as("ada");
    for (const title of ["a", "b", "c", "d", "e"]) await ada.add_task({ title });
    expect((await callTool(ada, "complete_tasks", { task_ids: [1, 2, 3] })).structuredContent).toMatchObject({
      failures: [],
    });
    await callTool(ada, "reschedule_tasks", { task_ids: [1, 2, 3, 4], due_on: "2026-05-05" });
    const { approvals } = await ada.list_approvals();
    const { targets } = approvals[0]!;
    await answer(ada, approvals[0]!.id, { decision: "approve", only: [targets[0]!.id, targets[3]!.id] });
    const { tasks } = await ada.list_tasks({ due_on: "2026-05-05" });
    expect(tasks.map(({ number }) => number)).toEqual([1, 4]);
  });

  test("a change of all occurrences counts those that are done, and a part can be approved", async () => {
    const ada = await (await createWorld({ now: "2026-01-05T09:00:00.000Z" })).as("ada");
    await ada.add_task({ title: "gym", recurrence: { rrule: "FREQ=DAILY" } });
    const change = (title: string) => callTool(ada, "update_task", { task_id: 1, title, occurrences: "all" });
    for (const task_id of [1, 2]) await ada.complete_task({ task_id });
    expect((await change("swim")).structuredContent).toMatchObject({ title: "swim" });
    await ada.complete_task({ task_id: 3 });
    await change("run");
    const { approvals } = await ada.list_approvals();
    expect(approvals[0]!.targets.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    await answer(ada, approvals[0]!.id, { decision: "approve", only: ["2", "4"] });
    const { tasks } = await ada.list_tasks();
    expect(tasks.map(({ title }) => title)).toEqual(["swim", "run", "swim", "run"]);
  });

  test("moving to another zone counts the tasks that follow", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.update_profile({ travel: "follow" });
    for (const title of ["a", "b", "c"])
      await ada.add_task({ title, due_on: "2026-05-05", due_time: "09:00" });
    expect(
      (await callTool(ada, "update_profile", { time_zone: "Europe/Berlin" })).structuredContent,
    ).toMatchObject({ time_zone: "Europe/Berlin" });
    await ada.add_task({ title: "d", due_on: "2026-05-05", due_time: "09:00" });
    await callTool(ada, "update_profile", { time_zone: "Asia/Karachi" });
    const { approvals } = await ada.list_approvals();
    expect(approvals[0]!.targets).toHaveLength(4);
    await answer(ada, approvals[0]!.id, { decision: "approve", only: ["4"] });
    const { tasks } = await ada.list_tasks();
    expect(tasks.map(({ time_zone }) => time_zone)).toEqual([
      "Europe/Berlin",
      "Europe/Berlin",
      "Europe/Berlin",
      "Asia/Karachi",
    ]);
  });

  test("a key made with auto-approve doesn't wait", async () => {
    const ada = await (await createWorld()).as("ada");
    await ada.add_task({ title: "milk" });
    const { key } = await ada.create_api_key({
      name: "trusted",
      scopes: ["read", "write", "destroy"],
      auto_approve: true,
    });
    await callTool(ada.with(key), "delete_task", { task_id: 1 });
    expect((await ada.list_tasks()).tasks).toEqual([]);
  });

  test("is the person's to give: not a key's, not another person's", async () => {
    const { as } = await createWorld();
    const [ada, bob] = await Promise.all([as("ada"), as("bob")]);
    await ada.add_task({ title: "milk" });
    await callTool(ada, "delete_task", { task_id: 1 });
    const { key } = await ada.create_api_key({ name: "all", scopes: ["read", "write", "destroy"] });
    const { id } = (await ada.list_approvals()).approvals[0]!;
    expect((await answer({ ...ada, ...ada.with(key) }, id, { decision: "approve" })).status).toBe(403);
    expect((await answer(bob, id, { decision: "approve" })).status).toBe(404);
    expect((await bob.list_approvals()).approvals).toEqual([]);
    expect((await ada.list_tasks()).tasks).toHaveLength(1);
  });
});

test("the same call sent twice at once, to two processes, asks the person once", async () => {
  const [here, there] = [await createWorld(), await createWorld()];
  const ada = await here.as("ada");
  await ada.add_task({ title: "milk" });
  const { key } = await ada.create_api_key({ name: "robot", scopes: ["read", "write", "destroy"] });

  const calls = [here, there, here, there].map((world) =>
    callTool(world.with(key), "delete_task", { task_id: 1 }),
  );

  const asked = (await Promise.all(calls)).map(({ structuredContent }) => structuredContent?.approval_id);
  const { approvals } = await ada.list_approvals();
  expect(asked).toEqual(Array(4).fill(approvals[0]?.id));
  expect(approvals).toHaveLength(1);
});
