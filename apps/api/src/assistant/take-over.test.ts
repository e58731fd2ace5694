import { describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { startFakeOpenAi } from "../testing/fake-openai.ts";
import { idsOf, isGapless, lockWaiters, missHolder, readUntil, wordsOf } from "../testing/runs.ts";
import { type ScriptedReply, scriptedModel } from "../testing/scripted-model.ts";
import { createWorld, type World } from "../testing/world.ts";

const now = "2026-11-23T09:00:00Z";
const add = (title: string) => ({ name: "add_task", arguments: { title } });
const remove = (task_id: number) => ({ name: "delete_task", arguments: { task_id } });
const forever = () => new Promise<ScriptedReply>(() => {});
const gate = () => Promise.withResolvers<ScriptedReply>();

const titlesOf = async (person: Awaited<ReturnType<World["as"]>>) =>
  (await person.list_tasks({})).tasks.map(({ title }) => title);

/** A process whose model says one thing after another. */
const process = (...script: Parameters<typeof scriptedModel>[0]) =>
  createWorld({ now, modelOverride: () => scriptedModel(script) });

test("a run whose process died goes on elsewhere: what was done isn't done again, nor asked for", async () => {
  const one = await process([add("milk")], forever);
  const asked: string[] = [];
  const two = await createWorld({
    now,
    modelOverride: () =>
      scriptedModel([
        ({ input }) => {
          asked.push(JSON.stringify(input));
          return "Added milk.";
        },
      ]),
  });
  const ada = await one.as("ada");
  const seen = await readUntil(ada.streamChat({ message: "milk" }), ({ type }) => type === "tool_finished");
  const { run_id, conversation_id } = idsOf(seen);
  await missHolder(one, run_id);

  await two.app.assistant.look();
  await two.app.assistant.settled();

  const events = await readUntil(ada.runEvents(run_id));
  expect(isGapless(events)).toBe(true);
  expect(events.map(({ type }) => type)).toEqual([
    "run_started",
    "tool_started",
    "tool_finished",
    "text_delta",
    "finished",
  ]);
  expect(asked).toEqual([expect.stringContaining('\\"title\\":\\"milk\\"')]);
  expect(await titlesOf(ada)).toEqual(["milk"]);
  const { messages, open_runs } = await ada.get_conversation({ conversation_id });
  expect(messages.at(-1)).toMatchObject({ status: "complete", text: "Added milk." });
  expect(open_runs).toEqual([]);
});

test("words of an answer that broke off are taken back, and said anew", async () => {
  const vendor = await startFakeOpenAi([{ hangAfter: "I think that you" }]);
  const environment = { LLM_BASE_URL: vendor.baseUrl, LLM_MODEL: "fake" };
  const one = await createWorld({ now, environment });
  const two = await process("Something else.");
  const ada = await one.as("ada");
  const stream = ada.streamChat({ message: "what do you think?" });
  const seen = await readUntil(stream, (event) => event.type === "text_delta");
  const { run_id } = idsOf(seen);
  await missHolder(one, run_id);

  await two.app.assistant.look();
  await two.app.assistant.settled();

  const events = await readUntil(ada.runEvents(run_id));
  expect(isGapless(events)).toBe(true);
  expect(events.filter(({ type }) => type === "text_reset")).toMatchObject([{ text: "" }]);
  expect(wordsOf(events)).toBe("Something else.");
  expect(events.at(-1)).toMatchObject({ type: "finished", answer: { response: "Something else." } });
  await vendor.close();
});

describe("a process that slept while another took over", () => {
  /** One sleeps before its model answers; another holds the run by then, and its model is thinking. */
  async function overslept() {
    const [asleep, thinking] = [gate(), gate()];
    const one = await process(() => asleep.promise, "Late.");
    const two = await process(() => thinking.promise, "Added eggs.");
    const ada = await one.as("ada");
    const seen = await readUntil(ada.streamChat({ message: "eggs" }), ({ type }) => type === "run_started");
    const { run_id } = idsOf(seen);
    await missHolder(one, run_id);
    await two.app.assistant.look();
    return { one, two, ada, run_id, asleep, thinking };
  }

  test.each([
    ["no deed", [add("stale eggs")]],
    ["no words and no end", "Late."],
  ])("writes %s while the other goes on", async (_, late) => {
    const { one, two, ada, run_id, asleep, thinking } = await overslept();

    asleep.resolve(late);
    await one.app.assistant.settled();
    thinking.resolve([add("eggs")]);
    await two.app.assistant.settled();

    const events = await readUntil(ada.runEvents(run_id));
    expect(isGapless(events)).toBe(true);
    expect(wordsOf(events)).toBe("Added eggs.");
    expect(events.at(-1)).toMatchObject({ answer: { tool_calls: [{ input: { title: "eggs" } }] } });
    expect(await titlesOf(ada)).toEqual(["eggs"]);
  });

  test("writes nothing after the other's end", async () => {
    const { one, two, ada, run_id, asleep, thinking } = await overslept();
    thinking.resolve("Done.");
    await two.app.assistant.settled();
    const before = await readUntil(ada.runEvents(run_id));

    asleep.resolve([add("stale eggs")]);
    await one.app.assistant.settled();

    expect(await readUntil(ada.runEvents(run_id))).toEqual(before);
    expect(await titlesOf(ada)).toEqual([]);
  });
});

test("a deed that breaks off before its commit is done from the record, without asking the model again", async () => {
  const block = Promise.withResolvers<void>();
  const one = await process(async () => {
    await block.promise;
    return [add("milk"), add("eggs")];
  });
  const two = await process("Added both.");
  const ada = await one.as("ada");
  const seen = await readUntil(ada.streamChat({ message: "both" }), ({ type }) => type === "run_started");
  const { run_id } = idsOf(seen);

  await two.database.transaction(async (db) => {
    await db.rows(sql`select id from spaces where id = ${ada.id} for update`);
    block.resolve();
    // The call waits for the space, in a transaction that has the run; then its connection breaks.
    await expect.poll(() => one.database.rows(breakWaiting)).toHaveLength(1);
  });
  await one.app.assistant.settled();
  await two.app.assistant.look();
  await two.app.assistant.settled();

  const events = await readUntil(ada.runEvents(run_id));
  expect(isGapless(events)).toBe(true);
  expect(events.at(-1)).toMatchObject({ type: "finished", answer: { response: "Added both." } });
  expect(await titlesOf(ada)).toEqual(["milk", "eggs"]);
});

const breakWaiting = sql`select pg_terminate_backend(pid) from (${lockWaiters}) w`;

test("a run that nobody gets anywhere with is ended, and can be tried again", async () => {
  const one = await process(forever);
  const two = await process("Hello.");
  const ada = await one.as("ada");
  const seen = await readUntil(ada.streamChat({ message: "hello" }), ({ type }) => type === "run_started");
  const { run_id } = idsOf(seen);
  await one.database.rows(sql`update agent_runs set take_overs = 10 where id = ${run_id}`);
  await missHolder(one, run_id);

  await two.app.assistant.look();
  await two.app.assistant.settled();

  expect((await readUntil(ada.runEvents(run_id))).at(-1)).toMatchObject({ type: "failed", code: "internal" });
  const again = await readUntil(two.with(ada.token).retryRun(run_id));
  expect(wordsOf(again)).toBe("Hello.");
});

test("a process that looks by itself takes over what another left behind", async () => {
  const one = await process(forever);
  const ada = await one.as("ada");
  const seen = await readUntil(ada.streamChat({ message: "hello" }), ({ type }) => type === "run_started");
  const { run_id } = idsOf(seen);
  await missHolder(one, run_id);

  const timing = { watchMs: 20 };
  await createWorld({ now, timing, modelOverride: () => scriptedModel(["Hello."]) });

  expect(wordsOf(await readUntil(ada.runEvents(run_id)))).toBe("Hello.");
});

test("one look takes over all the runs that a process left behind, however many", async () => {
  const many = 50;
  const environment = { RUNS_PER_PERSON: "0" };
  const one = await createWorld({
    now,
    environment,
    modelOverride: () => scriptedModel(Array(many).fill(forever)),
  });
  const ada = await one.as("ada");
  for (let run = 0; run < many; run += 1)
    await readUntil(ada.streamChat({ message: "hello" }), ({ type }) => type === "run_started");
  const runs = await one.database.rows<{ id: string }>(
    sql`update agent_runs set lease_expires_at = now() - interval '1 second' where user_id = ${ada.id} returning id`,
  );

  const two = await createWorld({
    now,
    environment,
    modelOverride: () => scriptedModel(Array(many).fill("Hello.")),
  });
  expect(await two.app.assistant.look()).toBeGreaterThanOrEqual(many);
  await two.app.assistant.settled();

  const ends = await Promise.all(
    runs.map(async ({ id }) => (await readUntil(two.with(ada.token).runEvents(id))).at(-1)?.type),
  );
  expect(ends).toEqual(Array(many).fill("finished"));
});

test("a process that says that it lives keeps its runs", async () => {
  const thinking = gate();
  const one = await process(() => thinking.promise);
  const two = await process("Taken.");
  const ada = await one.as("ada");
  const seen = await readUntil(ada.streamChat({ message: "hello" }), ({ type }) => type === "run_started");
  const { run_id } = idsOf(seen);
  await missHolder(one, run_id);

  await one.app.assistant.look();
  await two.app.assistant.look();
  thinking.resolve("Mine.");

  expect(wordsOf(await readUntil(ada.runEvents(run_id)))).toBe("Mine.");
});

test("a process that stops gives its runs to another at once, and its readers a hint to go there", async () => {
  const one = await process(forever);
  const two = await process("Hello.");
  const ada = await one.as("ada");
  const response = await ada.fetch("/api/chat", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ message: "hello" }),
  });
  const adaThere = two.with(ada.token);
  const [run] = await one.database.rows<{ id: string }>(
    sql`select id from agent_runs where user_id = ${ada.id}`,
  );
  const following = readUntil(adaThere.runEvents(run!.id));

  one.app.endStreams();
  const streamed = await response.text();
  await one.close();

  expect(streamed).toContain("event: run_started");
  expect(streamed).toMatch(/retry: \d+\n: moving elsewhere\n\n$/);
  const events = await following;
  expect(isGapless(events)).toBe(true);
  expect(wordsOf(events)).toBe("Hello.");
});

test("a run that an earlier version left waiting, without a record of its steps, goes on after the yes", async () => {
  const world = await createWorld({ now });
  const ada = await world.as("ada");
  await ada.add_task({ title: "milk" });
  const { run_id, approvals } = await ada.chat({ message: "delete milk" });
  await world.database.rows(sql`delete from run_steps where run_id = ${run_id}`);
  await world.database.rows(
    sql`update agent_runs set message_id = null, as_of = null, lease_epoch = 0 where id = ${run_id}`,
  );

  const done = await ada.answerApproval(approvals[0]!.id, { decision: "approve" });

  expect(done.response).toBe("Deleted milk.");
  expect(await titlesOf(ada)).toEqual([]);
});

test("such a run goes on after a second yes as well, with what it did after the first", async () => {
  const model = scriptedModel([[remove(1)], [remove(2)], "Both are gone."]);
  const world = await createWorld({ now, modelOverride: () => model });
  const ada = await world.as("ada");
  await ada.add_tasks({ tasks: [{ title: "milk" }, { title: "eggs" }] });
  const first = await ada.chat({ message: "delete both" });
  await world.database.rows(sql`delete from run_steps where run_id = ${first.run_id}`);
  const yes = { decision: "approve" as const };

  const second = await ada.answerApproval(first.approvals[0]!.id, yes);
  const done = await ada.answerApproval(second.approvals.at(-1)!.id, yes);

  expect(done.response).toContain("Both are gone.");
  expect(await titlesOf(ada)).toEqual([]);
});
