import { stripVTControlCharacters } from "node:util";
import type { ChatAnswer, ChatEvent, ToolCall } from "@todo/contract";
import { expect, test } from "vitest";
import { showTurn } from "./turn.ts";

const id = "0198c0de-0000-7000-8000-000000000001";
const answer: ChatAnswer = {
  conversation_id: id,
  run_id: id,
  response: "Added “milk”.",
  tool_calls: [],
  approvals: [],
};
const call = (status: ToolCall["status"], output: unknown): ToolCall => ({
  id: "call",
  tool: "add_task",
  input: { title: "milk" },
  output,
  status,
});

async function show(...events: ChatEvent[]) {
  let screen = "";
  const stream = (async function* () {
    yield* events;
  })();
  const write = (text: string) => {
    screen += text;
  };
  const turn = await showTurn(stream, { write });
  return { turn, screen: stripVTControlCharacters(screen) };
}

test("words appear as they come, tool calls on lines of their own", async () => {
  const { screen, turn } = await show(
    { type: "run_started", run_id: id, conversation_id: id, message_id: id, model: "Built-in" },
    { type: "text_delta", text: "One moment" },
    { type: "tool_started", call: call("running", null) },
    { type: "tool_finished", call: call("succeeded", { title: "milk" }) },
    { type: "text_delta", text: "Added " },
    { type: "text_delta", text: "“milk”." },
    { type: "finished", answer },
  );

  expect(screen).toBe("One moment\n  ✓ add task: milk\nAdded “milk”.\n");
  expect(turn).toEqual({ answer, cancelled: false });
});

test("words that are said anew begin on a line of their own", async () => {
  const { screen } = await show(
    { type: "text_delta", text: "I think that" },
    { type: "text_reset", text: "" },
    { type: "text_delta", text: "Added “milk”." },
    { type: "finished", answer },
  );
  expect(screen).toBe("I think that\nAdded “milk”.\n");
});

test("an answer that didn't stream is shown whole, and can't move the cursor", async () => {
  const { screen } = await show({ type: "finished", answer: { ...answer, response: "Done\u001b[2J." } });
  expect(screen).toBe("Done[2J.\n");
});

test("a call that failed says why", async () => {
  const problem = { detail: "There is no task with the number 7." };
  const { screen } = await show(
    { type: "tool_finished", call: call("failed", problem) },
    { type: "finished", answer },
  );
  expect(screen).toContain("✗ add task: There is no task with the number 7.\n");
});

test("what the server reports as failed is thrown with its code", async () => {
  const failed = show({ type: "failed", code: "model_timeout", message: "The model took too long." });
  await expect(failed).rejects.toMatchObject({ code: "model_timeout", message: "The model took too long." });
});

test("a stream that ends in the middle is no answer", async () => {
  await expect(show({ type: "text_delta", text: "One mo" })).rejects.toMatchObject({ code: "unavailable" });
});
