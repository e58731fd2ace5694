import type { ChatEvent } from "@todo/contract";
import { afterAll, expect, test } from "vitest";
import { type FakeReply, startFakeOpenAi } from "../testing/fake-openai.ts";
import { createWorld } from "../testing/world.ts";

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
});

/** A person whose assistant is a model that answers from this script. */
async function withModel(script: FakeReply[]) {
  const vendor = await startFakeOpenAi(script);
  const hangs = script.some((reply) => "hangAfter" in reply);
  const environment = {
    LLM_BASE_URL: vendor.baseUrl,
    LLM_MODEL: "fake-1",
    LLM_API_KEY: "secret",
    // Where nobody is waited for in vain, a busy machine may take its time.
    LLM_TIMEOUT_MS: hangs ? "400" : "60000",
  };
  const world = await createWorld({ now: "2026-11-23T09:00:00Z", environment });
  closers.push(vendor.close);
  return { vendor, world, ada: await world.as("ada") };
}

async function eventsOf(events: AsyncIterable<ChatEvent>): Promise<ChatEvent[]> {
  const all: ChatEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

test("words and calls stream; split arguments are put together, several calls are made in order", async () => {
  const { vendor, ada } = await withModel([
    {
      text: "One moment.",
      calls: [
        {
          name: "add_task",
          arguments: { title: "milk", list: "groceries", due_on: null, user_id: "somebody" },
        },
        { name: "add_task", arguments: { title: "eggs", list: "groceries", labels: null } },
      ],
    },
    { text: "Added milk and eggs to groceries." },
  ]);

  const events = await eventsOf(ada.streamChat({ message: "milk and eggs to groceries please" }));

  expect(events.map(({ type }) => type).filter((type) => type !== "text_delta")).toEqual([
    "run_started",
    "tool_started",
    "tool_finished",
    "tool_started",
    "tool_finished",
    "finished",
  ]);
  const text = events.map((event) => (event.type === "text_delta" ? event.text : "")).join("");
  expect(text).toBe("One moment.\n\nAdded milk and eggs to groceries.");
  expect(events.filter(({ type }) => type === "text_delta").length).toBeGreaterThan(1);
  const last = events.at(-1);
  expect(last).toMatchObject({ type: "finished", answer: { response: text } });
  const { tasks } = await ada.list_tasks();
  expect(tasks.map(({ title, list }) => [title, list?.name])).toEqual([
    ["milk", "groceries"],
    ["eggs", "groceries"],
  ]);

  const [first, second] = vendor.requests;
  expect(first).toMatchObject({ authorization: "Bearer secret", model: "fake-1", stream: true });
  expect(first!.messages[0]!.content).toContain("Monday, 2026-11-23");
  const names = first!.tools.map(({ function: { name } }) => name);
  expect(names).toContain("complete_tasks");
  expect(names).not.toContain("create_api_key");
  expect(second!.messages.filter(({ role }) => role === "tool")).toHaveLength(2);
});

test("a second turn sends the first one's calls and answer along", async () => {
  const { vendor, ada } = await withModel([
    { calls: [{ name: "add_task", arguments: { title: "milk" }, id: "call_0" }] },
    { text: "Added milk." },
    { calls: [{ name: "complete_task", arguments: { task_id: 1 }, id: "call_0" }] },
    { text: "Completed milk." },
  ]);
  const { conversation_id } = await ada.chat({ message: "add milk" });

  await ada.chat({ message: "done", conversation_id: conversation_id! });

  const { messages } = vendor.requests[3]!;
  expect(messages.map(({ role }) => role)).toEqual([
    ...["system", "user", "assistant", "tool", "assistant"],
    ...["user", "assistant", "tool"],
  ]);
  const ids = messages.flatMap(({ tool_call_id }) => tool_call_id ?? []);
  expect(new Set(ids).size).toBe(2);
});

test("ids that a server uses twice in a run don't make one call of two", async () => {
  const { ada } = await withModel([
    { calls: [{ name: "add_task", arguments: { title: "one" }, id: "call_0" }] },
    { calls: [{ name: "add_task", arguments: { title: "two" }, id: "call_0" }] },
    { text: "Added both." },
  ]);

  const { tool_calls } = await ada.chat({ message: "add one and two" });

  expect(tool_calls.map(({ input, status }) => [input.title, status])).toEqual([
    ["one", "succeeded"],
    ["two", "succeeded"],
  ]);
});

test("what goes wrong in a call is told to the model and recorded", async () => {
  const { vendor, ada } = await withModel([
    {
      calls: [
        { name: "complete_task", arguments: { task_id: 99 } },
        { name: "add_task", arguments: '{"title": "milk' },
        { name: "fly_to_the_moon", arguments: {} },
      ],
    },
    { text: "There is no task 99." },
  ]);

  const { tool_calls, response } = await ada.chat({ message: "complete 99" });

  expect(response).toBe("There is no task 99.");
  expect(tool_calls.map(({ tool, status }) => `${tool} ${status}`)).toEqual([
    "complete_task failed",
    "add_task failed",
    "fly_to_the_moon failed",
  ]);
  const told = vendor.requests[1]!.messages.filter(({ role }) => role === "tool");
  expect(told.map(({ content }) => content).join("\n")).toMatch(
    /not_found[\s\S]*validation_failed[\s\S]*not found/,
  );
});

test("a busy or broken server is asked again", async () => {
  const { vendor, ada } = await withModel([
    { status: 429, retryAfterMs: 1 },
    { status: 500, retryAfterMs: 1 },
    { text: "Hello." },
  ]);

  expect((await ada.chat({ message: "hello" })).response).toBe("Hello.");
  expect(vendor.requests).toHaveLength(3);
});

test.each([
  ["keeps failing", [], "model_failed"],
  ["refuses the key", [{ status: 401 }], "model_failed"],
  ["breaks off", [{ breakAfter: "I have" }], "model_failed"],
  ["ends without an end", [{ endAfter: "I have" }], "model_failed"],
  ["hangs", [{ hangAfter: "I have" }], "model_timeout"],
] satisfies [string, FakeReply[], string][])(
  "a model that %s: a kind sentence, nothing lost, retry works",
  async (_, script, code) => {
    const { ada, vendor } = await withModel(script);

    const events = await eventsOf(ada.streamChat({ message: "add milk" }));

    const started = events[0] as Extract<ChatEvent, { type: "run_started" }>;
    expect(events.at(-1)).toMatchObject({
      type: "failed",
      code,
      message: expect.stringContaining("is kept"),
    });
    const { messages } = await ada.get_conversation({ conversation_id: started.conversation_id });
    expect(messages).toMatchObject([
      { role: "user", text: "add milk" },
      { role: "assistant", status: "failed", failure: { code } },
    ]);

    await vendor.close();
  },
);

test("a failed run is tried again for the same message, and what it did isn't done twice", async () => {
  const { ada, vendor } = await withModel([
    { calls: [{ name: "add_task", arguments: { title: "milk" } }] },
    { endAfter: "Added" },
    { text: "Added milk." },
  ]);
  const [started] = await eventsOf(ada.streamChat({ message: "add milk" }));
  const { run_id } = started as Extract<ChatEvent, { type: "run_started" }>;

  const events = await eventsOf(ada.retryRun(run_id));

  expect(events.at(-1)).toMatchObject({ type: "finished", answer: { response: "Added milk." } });
  expect(vendor.requests[2]!.messages.map(({ role }) => role)).toEqual([
    "system",
    "user",
    "assistant",
    "tool",
  ]);
  expect((await ada.list_tasks()).tasks).toHaveLength(1);
  await expect(eventsOf(ada.retryRun(run_id))).rejects.toMatchObject({ code: "conflict" });
});

test("as JSON a failure is a problem, and says which run to try again", async () => {
  const { ada } = await withModel([{ hangAfter: "" }]);

  await expect(ada.chat({ message: "hello" })).rejects.toMatchObject({
    code: "model_timeout",
    params: { run_id: expect.any(String), conversation_id: expect.any(String) },
  });
});

test("tokens are counted with the run", async () => {
  const { ada, world } = await withModel([
    { calls: [{ name: "list_tasks", arguments: {} }] },
    { text: "Nothing to do." },
  ]);

  const { run_id } = await ada.chat({ message: "what's up" });

  const { rows } = await world.database.pool.query("select * from agent_runs where id = $1", [run_id]);
  expect(rows[0]).toMatchObject({
    status: "completed",
    model: "fake-1",
    input_tokens: 200,
    output_tokens: 20,
  });
});
