import type { ChatEvent } from "@todo/contract";
import { expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { callTool } from "../testing/mcp.ts";
import { scriptedModel } from "../testing/scripted-model.ts";
import { createWorld } from "../testing/world.ts";

const now = "2026-11-23T09:00:00Z";

test("events stream with ids that grow, in a form that no proxy holds back", async () => {
  const ada = await (await createWorld({ now })).as("ada");

  const response = await ada.fetch("/api/chat", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ message: "add milk" }),
  });

  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
  expect(response.headers.get("x-accel-buffering")).toBe("no");
  const text = await response.text();
  const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  expect(ids.length).toBeGreaterThan(4);
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  expect(new Set(ids).size).toBe(ids.length);
  const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as ChatEvent);
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["run_started", "tool_started", "tool_finished", "text_delta", "finished"]),
  );
});

test("any replica serves any turn: everything is read from the database", async () => {
  const [one, two] = [await createWorld({ now }), await createWorld({ now })];
  const ada = await one.as("ada");
  const adaThere = (await two.as("somebody")).with(ada.token);
  const { conversation_id } = await ada.chat({ message: "add call mom tomorrow at 5pm" });

  const answer = await adaThere.chat({
    message: "actually make it Friday",
    conversation_id: conversation_id!,
  });

  expect(answer.response).toBe("Moved call mom to Friday, 27 November at 17:00.");
  const { messages, title } = await ada.get_conversation({ conversation_id: conversation_id! });
  expect(title).toBe("add call mom tomorrow at 5pm");
  expect(messages.map(({ role, text }) => `${role}: ${text}`)).toEqual([
    "user: add call mom tomorrow at 5pm",
    "assistant: Added call mom for tomorrow at 17:00.",
    "user: actually make it Friday",
    "assistant: Moved call mom to Friday, 27 November at 17:00.",
  ]);
});

test("what a person says is stored before the model is asked, and stays when it fails", async () => {
  const world = await createWorld({
    now,
    modelOverride: () =>
      scriptedModel([
        async () => {
          throw new Error("out of order");
        },
      ]),
  });
  const ada = await world.as("ada");

  await expect(ada.chat({ message: "remember me" })).rejects.toMatchObject({ code: "model_failed" });

  const { conversations } = await ada.list_conversations({});
  const { messages } = await ada.get_conversation({ conversation_id: conversations[0]!.id });
  expect(messages).toMatchObject([
    { role: "user", text: "remember me" },
    {
      role: "assistant",
      status: "failed",
      text: expect.stringContaining("try again"),
      failure: { code: "model_failed" },
    },
  ]);
});

test("a run goes on to its end when its reader goes away", async () => {
  const gate = Promise.withResolvers<string>();
  const world = await createWorld({ now, modelOverride: () => scriptedModel([() => gate.promise]) });
  const ada = await world.as("ada");
  const leaving = new AbortController();
  const events = ada.streamChat({ message: "think" }, { signal: leaving.signal });
  const { value: started } = await events.next();
  const { conversation_id } = started as Extract<ChatEvent, { type: "run_started" }>;

  await events.return(undefined);
  leaving.abort();
  gate.resolve("Thought.");

  await expect
    .poll(async () => (await ada.get_conversation({ conversation_id })).messages.at(-1))
    .toMatchObject({ status: "complete", text: "Thought." });
});

test("a run is stopped; what it had said and done stays", async () => {
  const world = await createWorld({
    now,
    modelOverride: () =>
      scriptedModel([
        [{ name: "add_task", arguments: { title: "milk" } }],
        () => new Promise<string>(() => {}),
      ]),
  });
  const ada = await world.as("ada");
  const seen: ChatEvent[] = [];

  for await (const event of ada.streamChat({ message: "add milk and think" })) {
    seen.push(event);
    if (event.type === "tool_finished") await ada.cancelRun((seen[0] as { run_id: string }).run_id);
  }

  expect(seen.at(-1)).toMatchObject({ type: "cancelled", answer: { tool_calls: [{ status: "succeeded" }] } });
  expect((await ada.list_tasks({})).tasks).toHaveLength(1);
  const { run_id } = seen[0] as { run_id: string };
  const after = [];
  for await (const event of ada.retryRun(run_id)) {
    after.push(event);
    if (event.type === "run_started") await ada.cancelRun(event.run_id);
  }
  expect(after.at(-1)).toMatchObject({ type: "cancelled" });
});

test("the zone of a message holds for its turn, becomes the profile's once, and isn't what undo takes back", async () => {
  const ada = await (await createWorld({ now: "2026-11-23T23:30:00Z" })).as("ada");
  await ada.chat({ message: "add milk", time_zone: "Asia/Karachi" });
  expect(await ada.get_profile({})).toMatchObject({ time_zone: "Asia/Karachi", time_zone_known: true });

  await ada.chat({ message: "add call mom today", time_zone: "America/New_York" });

  expect(await ada.get_profile({})).toMatchObject({ time_zone: "Asia/Karachi" });
  const { tasks } = await ada.list_tasks({});
  expect(tasks[1]).toMatchObject({ title: "call mom", due_on: "2026-11-23" });
  const undone = await ada.undo({});
  expect(undone.operation).toBe("add_task");
});

test("what isn't a message is refused, and says why", async () => {
  const ada = await (await createWorld({ now })).as("ada");
  const post = (body: unknown) =>
    ada.fetch("/api/chat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  expect((await post({})).status).toBe(422);
  expect((await post({ message: "  " })).status).toBe(422);
  expect((await post({ message: "hi", user_id: "x" })).status).toBe(422);
  expect((await post({ message: "hi", conversation_id: "nope" })).status).toBe(422);
  expect((await post({ message: "hi", time_zone: "Mars/Olympus" })).status).toBe(422);
  expect((await post({ message: "hi", conversation_id: crypto.randomUUID() })).status).toBe(404);
  expect(
    (
      await ada.fetch("/api/approvals/nope", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"decision":"approve"}',
      })
    ).status,
  ).toBe(404);
});

test("a call of an MCP client waits for a yes, is carried out by it, and the client then gets its answer", async () => {
  const ada = await (await createWorld({ now })).as("ada");
  await ada.add_tasks({ tasks: [{ title: "milk" }, { title: "eggs" }] });
  const { key } = await ada.create_api_key({ name: "robot", scopes: ["read", "write", "destroy"] });
  const call = async () => {
    const response = await ada.with(key).fetch("/mcp", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "tools/call",
        params: { name: "delete_tasks", arguments: { task_ids: [1, 2] } },
      }),
    });
    return response.text();
  };
  expect(await call()).toContain("approv");
  const { approvals } = await ada.list_approvals({});
  expect(approvals).toMatchObject([{ surface: "mcp", summary: "Delete 2 tasks: milk, eggs", run_id: null }]);

  const answer = await ada.answerApproval(approvals[0]!.id, { decision: "approve", only: ["2"] });

  expect(answer).toMatchObject({
    conversation_id: null,
    run_id: null,
    response: "Deleted eggs. I left milk as it is.",
    tool_calls: [{ tool: "delete_tasks", status: "succeeded" }],
  });
  expect(await call()).toContain('"title":"eggs"');
  expect((await ada.list_tasks({})).tasks.map(({ title }) => title)).toEqual(["milk"]);
});

test("a yes to a program's call that meets the limit of changes stays open for another try", async () => {
  const world = await createWorld({ now, environment: { WRITES_PER_MINUTE: "1" } });
  const ada = await world.as("ada");
  await ada.add_task({ title: "milk" });
  const { key } = await ada.create_api_key({ name: "robot", scopes: ["read", "write", "destroy"] });
  await callTool(ada.with(key), "delete_task", { task_id: 1 });
  const { approvals } = await ada.list_approvals();
  const yes = () => ada.answerApproval(approvals[0]!.id, { decision: "approve" });

  await expect(yes()).rejects.toMatchObject({ code: "too_many_requests" });

  await world.database.rows(
    sql`update spaces set writes_since = now() - interval '61 seconds' where id = ${ada.id}`,
  );
  expect(await yes()).toMatchObject({ response: "Deleted milk." });
});

test("the SDK neither listens to the process's signals nor talks to its vendor", async () => {
  const signals = ["SIGTERM", "SIGINT"] as const;
  const before = signals.map((signal) => process.listenerCount(signal));
  const addresses: string[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    addresses.push(String(input));
    return fetch(input, init);
  };
  try {
    const ada = await (await createWorld({ now })).as("ada");
    await ada.chat({ message: "add milk" });
  } finally {
    globalThis.fetch = fetch;
  }

  expect(signals.map((signal) => process.listenerCount(signal))).toEqual(before);
  expect(addresses).toEqual([]);
});
