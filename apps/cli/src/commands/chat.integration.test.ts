import { expect, onTestFinished, test } from "vitest";
import { startFakeOpenAi } from "../../../api/src/testing/fake-openai.ts";
import { resultOf } from "../testing/run-cli.ts";
import { openServer, signUp } from "../testing/server.ts";

test("a story told to the assistant: add, look, complete, and take it back by hand", async () => {
  const { todo } = await signUp(await openServer());

  const added = await todo(["chat", "add a task to water the plants"]);
  expect(added).toMatchObject({ code: 0, stderr: "" });
  expect(added.stdout).toMatch(/^ {2}✓ add task: water the plants\n.*water the plants/);
  expect((await todo(["list"])).stdout).toContain("water the plants");

  const piped = await todo(["chat"], "I've watered the plants\n");
  expect(piped.stdout).toContain("✓ complete task: water the plants");
  expect((await todo(["list"])).stdout).toBe("No tasks here.\n");

  await todo(["undo"]);
  expect((await todo(["list"])).stdout).toContain("water the plants");
});

test("--json is the whole answer, and a conversation goes on by its id", async () => {
  const { todo } = await signUp(await openServer());

  const first = await todo(["chat", "--json", "add", "feed", "the", "cat"]);
  const { conversation_id, tool_calls } = JSON.parse(first.stdout);
  expect(tool_calls).toMatchObject([{ tool: "add_task", status: "succeeded" }]);
  const second = await todo(["chat", "--json", "--conversation", conversation_id, "make it urgent"]);

  expect(JSON.parse(second.stdout).conversation_id).toBe(conversation_id);
  expect((await todo(["list"])).stdout).toMatch(/feed the cat {2}urgent/);
});

test("without a terminal a deletion waits, and the answer says how to approve", async () => {
  const { todo } = await signUp(await openServer());
  await todo(["add-tasks", '[{"title":"Old note"},{"title":"Old draft"}]']);

  const asked = await todo(["chat", "delete all my tasks"]);
  expect(asked.code).toBe(1);
  const [, id] = /todo approve (\S+)/.exec(asked.stdout)!;
  expect((await todo(["list"])).stdout).toMatch(/Old note[\s\S]*Old draft/);

  expect((await todo(["approve", id!, "--only", "7"])).code).toBe(2);
  const approved = await todo(["approve", id!, "--only", "2"]);
  expect(approved).toMatchObject({ code: 0, stderr: "" });
  expect((await todo(["list"])).stdout).toContain("Old note");
  expect((await todo(["list"])).stdout).not.toContain("Old draft");
  expect((await todo(["approve", id!])).code).toBe(1);
});

test("Ctrl+C stops the assistant and exits with 130", async () => {
  const model = await startFakeOpenAi([{ hangAfter: "Let me think about that " }]);
  onTestFinished(() => model.close());
  const environment = { LLM_BASE_URL: model.baseUrl, LLM_MODEL: "fake", LLM_API_KEY: "key" };
  const { start, todo } = await signUp(await openServer({ environment }));

  const child = start(["chat", "what should I do?"]);
  const result = resultOf(child);
  // The words may come in pieces.
  let shown = "";
  for await (const piece of child.stdout.iterator({ destroyOnReturn: false })) {
    shown += piece;
    if (shown.includes("about that")) break;
  }
  child.kill("SIGINT");

  expect(await result).toMatchObject({ code: 130, stdout: "Let me think about that \n", stderr: "" });
  const { conversations } = JSON.parse((await todo(["list-conversations", "--json"])).stdout);
  const conversation = await todo(["get-conversation", conversations[0].id, "--json"]);
  expect(JSON.parse(conversation.stdout).messages.at(-1)).toMatchObject({ status: "cancelled" });
});

test("a model that fails is the server's refusal, with its code", async () => {
  const model = await startFakeOpenAi([]);
  onTestFinished(() => model.close());
  const environment = { LLM_BASE_URL: model.baseUrl, LLM_MODEL: "fake", LLM_API_KEY: "key" };
  const { todo } = await signUp(await openServer({ environment }));

  const { code, stderr } = await todo(["chat", "--json", "hello"]);

  expect(code).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({ code: "model_failed" });
});
