import type { Client } from "@todo/contract";
import { expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { idsOf, isGapless, readUntil, wordsOf } from "../testing/runs.ts";
import { type ScriptedReply, scriptedModel } from "../testing/scripted-model.ts";
import { createWorld } from "../testing/world.ts";

const now = "2026-11-23T09:00:00Z";
const forever = () => new Promise<ScriptedReply>(() => {});

const withModel = (...script: Parameters<typeof scriptedModel>[0]) =>
  createWorld({ now, modelOverride: () => scriptedModel(script) });

const titlesOf = async (person: Client) => (await person.list_tasks({})).tasks.map(({ title }) => title);

test("a stream that was lost after any event goes on after it, at any process", async () => {
  const [one, two] = [await createWorld({ now }), await createWorld({ now })];
  const ada = await one.as("ada");
  const all = await readUntil(ada.streamChat({ message: "add milk, then show my tasks" }));
  const { run_id } = idsOf(all);
  expect(isGapless(all)).toBe(true);
  expect(all.length).toBeGreaterThan(5);

  for (const person of [ada, two.with(ada.token)]) {
    for (let after = 0; after <= all.length; after += 1) {
      expect(await readUntil(person.runEvents(run_id, { after }))).toEqual(all.slice(after));
    }
  }
});

test("a reader who comes while the answer is written has it whole, wherever it is written", async () => {
  const thinking = Promise.withResolvers<ScriptedReply>();
  const one = await withModel([{ name: "add_task", arguments: { title: "milk" } }], () => thinking.promise);
  const two = await createWorld({ now });
  const ada = await one.as("ada");
  const seen = await readUntil(ada.streamChat({ message: "milk" }), ({ type }) => type === "tool_finished");
  const { run_id, conversation_id } = idsOf(seen);
  const there = two.with(ada.token);

  const { open_runs } = await there.get_conversation({ conversation_id });
  const rest = readUntil(there.runEvents(run_id, { after: seen.length }));
  thinking.resolve("Added milk.");

  expect(open_runs).toEqual([{ run_id, status: "running", last_event: seen.length }]);
  const events = [...seen, ...(await rest)];
  expect(isGapless(events)).toBe(true);
  expect(events.at(-1)).toMatchObject({ type: "finished", answer: { response: "Added milk." } });
});

test("after its end a run has nothing more to tell, and says so in a way that keeps browsers from asking again", async () => {
  const ada = await (await createWorld({ now })).as("ada");
  const events = await readUntil(ada.streamChat({ message: "add milk" }));
  const { run_id, seq } = { ...idsOf(events), seq: events.length };

  const over = await ada.fetch(`/api/runs/${run_id}/events`, { headers: { "last-event-id": String(seq) } });

  expect(over.status).toBe(204);
});

test("nobody but their owner follows a run", async () => {
  const world = await createWorld({ now });
  const [ada, bob] = [await world.as("ada"), await world.as("bob")];
  const { run_id } = await ada.chat({ message: "add milk" });
  const { key } = await ada.create_api_key({ name: "writer", scopes: ["write"] });

  const statusOf = async (person: Pick<typeof bob, "fetch">, id: unknown) =>
    (await person.fetch(`/api/runs/${id}/events`)).status;
  expect(await statusOf(bob, run_id)).toBe(404);
  expect(await statusOf(ada, crypto.randomUUID())).toBe(404);
  expect(await statusOf(ada, "nope")).toBe(404);
  expect(await statusOf(ada.with(key), run_id)).toBe(403);
});

test.each(["-1", "x", "1.5", "99999999999"])("%s is no event's number", async (after) => {
  const ada = await (await createWorld({ now })).as("ada");
  const { run_id } = await ada.chat({ message: "add milk" });

  expect((await ada.fetch(`/api/runs/${run_id}/events?after=${after}`)).status).toBe(422);
});

test("a run is stopped at any process, also while its model is silent", async () => {
  const one = await withModel([{ name: "add_task", arguments: { title: "milk" } }], forever);
  const two = await createWorld({ now });
  const ada = await one.as("ada");
  const stream = ada.streamChat({ message: "milk" });
  const seen = await readUntil(stream, ({ type }) => type === "tool_finished");
  const { run_id, conversation_id } = idsOf(seen);

  await two.with(ada.token).cancelRun(run_id);

  // The model would be silent for ever; its process heard that it needn't wait.
  await one.app.assistant.settled();
  const events = await readUntil(ada.runEvents(run_id));
  expect(isGapless(events)).toBe(true);
  expect(events.at(-1)).toMatchObject({
    type: "cancelled",
    answer: { tool_calls: [{ tool: "add_task", status: "succeeded" }] },
  });
  expect(await ada.get_conversation({ conversation_id })).toMatchObject({ open_runs: [] });
});

test("a process that didn't hear of a stop finds out when it renews", async () => {
  const world = await withModel(forever);
  const ada = await world.as("ada");
  const seen = await readUntil(ada.streamChat({ message: "hi" }), ({ type }) => type === "run_started");
  const { run_id } = idsOf(seen);
  await world.database.rows(
    sql`update agent_runs set status = 'cancelled', lease_epoch = lease_epoch + 1 where id = ${run_id}`,
  );

  await world.app.assistant.look();

  await world.app.assistant.settled();
});

test("two messages at once in one conversation are both answered, in the order in which they came", async () => {
  const ada = await (await createWorld({ now })).as("ada");
  const { conversation_id } = await ada.chat({ message: "hello" });
  const say = (message: string) => ada.chat({ message, conversation_id: conversation_id! });

  const [milk, eggs] = await Promise.all([say("add milk"), say("add eggs")]);

  expect([milk.response, eggs.response]).toEqual(["Added milk.", "Added eggs."]);
  expect((await titlesOf(ada)).toSorted()).toEqual(["eggs", "milk"]);
  const { messages } = await ada.get_conversation({ conversation_id: conversation_id! });
  expect(messages.map(({ role, status }) => `${role} ${status}`)).toEqual([
    ...["user complete", "assistant complete"],
    ...["user complete", "assistant complete"],
    ...["user complete", "assistant complete"],
  ]);
});

test("what was said is in the order in which it came, whatever the clocks of the processes say", async () => {
  const [late, early] = [await createWorld({ now }), await createWorld({ now: "2026-11-23T03:00:00Z" })];
  const ada = await late.as("ada");
  const { conversation_id } = await ada.chat({ message: "add milk" });

  const { response } = await early
    .with(ada.token)
    .chat({ message: "complete it", conversation_id: conversation_id! });

  expect(response).toBe("Completed milk.");
  const { messages } = await ada.get_conversation({ conversation_id: conversation_id! });
  expect(messages.map(({ text }) => text)).toEqual([
    "add milk",
    "Added milk.",
    "complete it",
    "Completed milk.",
  ]);
});

test("characters that can't be stored don't break an answer", async () => {
  const ada = await (await withModel("A \0 and \ud83d half.")).as("ada");

  expect((await ada.chat({ message: "hi" })).response).toBe("A  and \ufffd half.");
});

test("words keep coming while the model speaks", async () => {
  const rest = Promise.withResolvers<ScriptedReply>();
  const world = await createWorld({
    now,
    modelOverride: () => {
      const model = scriptedModel([() => rest.promise]);
      return {
        ...model,
        async *getStreamedResponse(request) {
          yield { type: "output_text_delta", delta: "First. " };
          yield* model.getStreamedResponse(request);
        },
      };
    },
  });
  const ada = await world.as("ada");
  const stream = ada.streamChat({ message: "speak" })[Symbol.asyncIterator]();
  const seen = [(await stream.next()).value!, (await stream.next()).value!];
  rest.resolve("Second.");

  expect(wordsOf(seen)).toBe("First. ");
  await stream.return(undefined);
});
