/** What happens once, whoever asks and however often. */
import { expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { callTool } from "../testing/mcp.ts";
import { idsOf, isGapless, lockWaiters, readUntil, wordsOf } from "../testing/runs.ts";
import { type ScriptedReply, scriptedModel } from "../testing/scripted-model.ts";
import { createWorld, type Person } from "../testing/world.ts";

const now = "2026-11-23T09:00:00Z";

const titlesOf = async (person: Person) => (await person.list_tasks({})).tasks.map(({ title }) => title);

test("a message with a key is said once: a repetition gets the same answer from its start", async () => {
  const [one, two] = [await createWorld({ now }), await createWorld({ now })];
  const ada = await one.as("ada");
  const once = { idempotencyKey: "k1" };
  const first = await readUntil(ada.streamChat({ message: "add milk" }, once));

  const again = await readUntil(two.with(ada.token).streamChat({ message: "add milk" }, once));
  const whole = await ada.chat({ message: "add milk" }, once);

  expect(again).toEqual(first);
  expect(whole.run_id).toBe(idsOf(first).run_id);
  expect(await titlesOf(ada)).toEqual(["milk"]);
  expect((await ada.list_conversations({})).conversations).toHaveLength(1);
  await expect(ada.chat({ message: "add eggs" }, once)).rejects.toMatchObject({
    code: "idempotency_conflict",
  });
});

test("the same message sent twice at once, to two processes, is one", async () => {
  const [one, two] = [await createWorld({ now }), await createWorld({ now })];
  const ada = await one.as("ada");
  const say = (person: Pick<Person, "chat">) =>
    person.chat({ message: "add milk" }, { idempotencyKey: "k1" });

  const [here, there] = await Promise.all([say(ada), say(two.with(ada.token))]);

  expect(here).toEqual(there);
  expect(await titlesOf(ada)).toEqual(["milk"]);
});

test("keys of two people never meet", async () => {
  const world = await createWorld({ now });
  const [ada, bob] = [await world.as("ada"), await world.as("bob")];

  const answers = await Promise.all(
    [ada, bob].map((person) => person.chat({ message: "add milk" }, { idempotencyKey: "k1" })),
  );

  expect(new Set(answers.map(({ run_id }) => run_id)).size).toBe(2);
});

test("a yes with a key is given once, and heard again when it is repeated", async () => {
  const ada = await (await createWorld({ now })).as("ada");
  await ada.add_tasks({ tasks: [{ title: "milk" }, { title: "eggs" }] });
  const { approvals } = await ada.chat({ message: "delete all my tasks" });
  const yes = (decision: "approve" | "reject") =>
    readUntil(ada.streamApproval(approvals[0]!.id, { decision }, { idempotencyKey: "k1" }));

  const first = await yes("approve");

  expect(await yes("approve")).toEqual(first);
  expect(wordsOf(first)).toBe("Deleted 2 tasks: milk and eggs.");
  await expect(yes("reject")).rejects.toMatchObject({ code: "idempotency_conflict" });
});

test("a yes to a program's call with a key is carried out once", async () => {
  const ada = await (await createWorld({ now })).as("ada");
  await ada.add_task({ title: "milk" });
  const { key } = await ada.create_api_key({ name: "robot", scopes: ["read", "write", "destroy"] });
  await callTool(ada.with(key), "delete_task", { task_id: 1 });
  const [approval] = (await ada.list_approvals({})).approvals;
  const yes = () => ada.answerApproval(approval!.id, { decision: "approve" }, { idempotencyKey: "k1" });

  const first = await yes();

  expect(first).toMatchObject({ response: "Deleted milk.", tool_calls: [{ status: "succeeded" }] });
  expect(await yes()).toEqual(first);
  await expect(ada.answerApproval(approval!.id, { decision: "approve" })).rejects.toMatchObject({
    code: "already_answered",
  });
});

test("another try with a key is one try", async () => {
  let fails = true;
  const world = await createWorld({
    now,
    modelOverride: () =>
      scriptedModel([
        async () => {
          if (fails) throw new Error("out of order");
          return "Here I am.";
        },
      ]),
  });
  const ada = await world.as("ada");
  const failed = await readUntil(ada.streamChat({ message: "hello" }));
  fails = false;
  const retry = () => readUntil(ada.retryRun(idsOf(failed).run_id, { idempotencyKey: "k1" }));

  const first = await retry();

  expect(wordsOf(first)).toBe("Here I am.");
  expect(await retry()).toEqual(first);
  const { messages } = await ada.get_conversation({ conversation_id: idsOf(failed).conversation_id });
  expect(messages.map(({ role }) => role)).toEqual(["user", "assistant", "assistant"]);
});

test("what several tries did is known to the next one", async () => {
  const script: ScriptedReply[][] = [
    [[{ name: "add_task", arguments: { title: "milk" } }]],
    [[{ name: "add_task", arguments: { title: "eggs" } }]],
    ["Added both."],
  ];
  const seen: string[] = [];
  const world = await createWorld({
    now,
    modelOverride: () => {
      const replies = script.shift()!;
      return scriptedModel([
        ({ input }) => {
          seen.push(JSON.stringify(input));
          return replies[0]!;
        },
        () => Promise.reject(new Error("out of order")),
      ]);
    },
  });
  const ada = await world.as("ada");
  const one = await readUntil(ada.streamChat({ message: "milk and eggs" }));
  const two = await readUntil(ada.retryRun(idsOf(one).run_id));

  const three = await readUntil(ada.retryRun(idsOf(two).run_id));

  expect(wordsOf(three)).toBe("Added both.");
  expect(seen.at(-1)).toMatch(/milk.*eggs/);
  expect(await titlesOf(ada)).toEqual(["milk", "eggs"]);
});

test("an approval that is given at another process continues the run there, once", async () => {
  const [one, two] = [await createWorld({ now }), await createWorld({ now })];
  const ada = await one.as("ada");
  await ada.add_tasks({ tasks: [{ title: "milk" }, { title: "eggs" }] });
  const asked = await readUntil(ada.streamChat({ message: "complete milk and delete eggs" }));
  const { run_id } = idsOf(asked);
  const [approval] = (await ada.list_approvals({})).approvals;

  await readUntil(two.with(ada.token).streamApproval(approval!.id, { decision: "approve" }));

  const events = await readUntil(ada.runEvents(run_id));
  expect(isGapless(events)).toBe(true);
  expect(events.slice(0, asked.length)).toEqual(asked);
  expect(wordsOf(events)).toBe("Completed milk. Deleted eggs.");
  const done = events.flatMap((event) => (event.type === "tool_finished" ? [event.call.tool] : []));
  expect(done.filter((tool) => tool !== "list_tasks")).toEqual(["complete_task", "delete_task"]);
});

test("two windows that answer two questions of one run at once, at two processes, are both heard", async () => {
  const deletions = [1, 2].map((task_id) => ({ name: "delete_task", arguments: { task_id } }));
  const modelOverride = () =>
    scriptedModel([
      ({ input }) => (JSON.stringify(input).includes("_result") ? "Deleted both." : deletions),
      "Deleted both.",
    ]);
  const [one, two] = [await createWorld({ now, modelOverride }), await createWorld({ now, modelOverride })];
  const ada = await one.as("ada");
  await ada.add_tasks({ tasks: [{ title: "milk" }, { title: "eggs" }] });
  const { approvals, run_id } = await ada.chat({ message: "delete both" });

  await Promise.all(
    [ada, two.with(ada.token)].map((person, index) =>
      person.answerApproval(approvals[index]!.id, { decision: "approve" }),
    ),
  );

  expect(await titlesOf(ada)).toEqual([]);
  const events = await readUntil(ada.runEvents(run_id!));
  expect(isGapless(events)).toBe(true);
  expect(events.at(-1)).toMatchObject({ type: "finished", answer: { response: "Deleted both." } });
  const deleted = events.filter(({ type }) => type === "tool_finished");
  expect(deleted).toHaveLength(2);
});

test("an answer to a second question that comes while the first is carried out is heard before the run rests", async () => {
  const deletions = [1, 2].map((task_id) => ({ name: "delete_task", arguments: { task_id } }));
  const script = [deletions, "Deleted both."];
  let said = 0;
  const modelOverride = () => scriptedModel(script.map(() => () => script[said++]!));
  const [one, two] = [await createWorld({ now, modelOverride }), await createWorld({ now, modelOverride })];
  const ada = await one.as("ada");
  await ada.add_tasks({ tasks: [{ title: "milk" }, { title: "eggs" }] });
  const [first, second] = (await ada.chat({ message: "delete both" })).approvals;
  const yes = (person: Pick<Person, "answerApproval">, id: string) =>
    person.answerApproval(id, { decision: "approve" });

  const answers = await two.database.transaction(async (db) => {
    // The first deletion begins by reading what its run has changed, and waits there: it holds nothing of the run yet.
    await db.rows(sql`lock table journal in access exclusive mode`);
    const carried = yes(ada, first!.id);
    await expect.poll(() => two.database.rows(lockWaiters)).toHaveLength(1);
    const heard = yes(two.with(ada.token), second!.id);
    await expect.poll(() => ada.list_approvals({})).toEqual({ approvals: [] });
    return [carried, heard];
  });

  expect((await Promise.all(answers)).map(({ response }) => response)).toEqual([
    "Deleted both.",
    "Deleted both.",
  ]);
  expect(await titlesOf(ada)).toEqual([]);
});
