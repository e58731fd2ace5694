import type { ChatEvent } from "@todo/contract/chat";
import type { Approval, ToolCall } from "@todo/contract/conversations";
import { expect, test } from "vitest";
import { isRunning, newTurn, type Turn, withEvent } from "./turn.ts";

const started: ChatEvent = {
  type: "run_started",
  run_id: "r1",
  conversation_id: "c1",
  message_id: "m1",
  model: "Built-in",
};
const call: ToolCall = { id: "t1", tool: "add_task", input: {}, output: null, status: "running" };
const approval: Approval = {
  id: "a1",
  tool: "delete_task",
  input: {},
  summary: "Delete “Call mom”",
  targets: [{ id: "x", number: 1, title: "Call mom" }],
  status: "pending",
  surface: "assistant",
  conversation_id: "c1",
  run_id: "r1",
  created_at: "2026-01-05T09:00:00.000Z",
};
const answer = { conversation_id: "c1", run_id: "r1", response: "Added.", tool_calls: [], approvals: [] };

const after = (...events: ChatEvent[]): Turn => events.reduce(withEvent, newTurn("add milk", undefined));

test("a turn is sending until the run has started, and then knows its conversation", () => {
  expect(after()).toMatchObject({ phase: "sending", conversation_id: undefined });
  expect(after(started)).toMatchObject({ phase: "working", conversation_id: "c1", run_id: "r1" });
});

test("words are put together in the order in which they came", () => {
  const turn = after(started, { type: "text_delta", text: "Add" }, { type: "text_delta", text: "ed." });
  expect(turn.text).toBe("Added.");
});

test("a call that finishes takes the place of the one that started", () => {
  const done: ToolCall = { ...call, status: "succeeded", output: { undo: "u1" } };
  const turn = after(started, { type: "tool_started", call }, { type: "tool_finished", call: done });
  expect(turn.calls).toEqual([done]);
});

test("an approval makes the turn wait, and it still waits when the stream ends", () => {
  const waiting = after(started, { type: "approval_needed", approval });
  expect(waiting.phase).toBe("waiting");
  expect(isRunning(waiting)).toBe(false);
  const ended = withEvent(waiting, { type: "finished", answer: { ...answer, approvals: [approval] } });
  expect(ended.phase).toBe("waiting");
});

test("the final answer replaces what was streamed", () => {
  const turn = after(started, { type: "text_delta", text: "Ad" }, { type: "finished", answer });
  expect(turn).toMatchObject({ phase: "finished", text: "Added." });
});

test("an answer without words keeps those that were streamed", () => {
  const stopped: ChatEvent = { type: "cancelled", answer: { ...answer, response: "" } };
  expect(after(started, { type: "text_delta", text: "Half" }, stopped)).toMatchObject({
    phase: "cancelled",
    text: "Half",
  });
});

test("a failure keeps its code and its sentence", () => {
  const turn = after(started, { type: "failed", code: "model_timeout", message: "Too slow." });
  expect(turn).toMatchObject({ phase: "failed", failure: { code: "model_timeout", message: "Too slow." } });
});
