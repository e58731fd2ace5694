import type { Message } from "@todo/contract/conversations";
import { expect, test } from "vitest";
import { keepRow } from "../tasks/row-keys.ts";
import { itemsOf } from "./conversation-items.ts";
import { newTurn, type Turn } from "./turn.ts";

const message = (id: string, role: Message["role"], more: Partial<Message> = {}): Message => ({
  id,
  role,
  text: id,
  run_id: "r1",
  status: "complete",
  tool_calls: [],
  approvals: [],
  created_at: "2026-01-05T09:00:00.000Z",
  ...more,
});
const turn = (more: Partial<Turn>): Turn => ({ ...newTurn("hello", "c1"), phase: "working", ...more });
const said = (items: ReturnType<typeof itemsOf>) =>
  items.map((item) => (item.role === "user" ? item.text : `> ${item.turn.text}`));

test("what was just said stands there before the server has stored it", () => {
  expect(said(itemsOf([], turn({ run_id: "r1", text: "Hi" }), "c1"))).toEqual(["hello", "> Hi"]);
});

test("once it is stored it isn't shown twice, and the stream takes the place of the stored part", () => {
  const stored = [message("hello", "user"), message("H", "assistant", { status: "running" })];
  const items = itemsOf(stored, turn({ run_id: "r1", text: "Hi" }), "c1");
  expect(said(items)).toEqual(["hello", "> Hi"]);
  expect(items.map(({ key }) => key)).toEqual(["r1-user", "r1-assistant"]);
});

test("what was said is the same one before and after its run has begun, and once it is stored", () => {
  const keys = (items: ReturnType<typeof itemsOf>) => items.map(({ key }) => key);
  const sent = turn({ phase: "sending" });
  const before = keys(itemsOf([], sent, "c1"));
  keepRow("r7", sent.key);
  const stored = [message("hello", "user", { run_id: "r7" }), message("Hi", "assistant", { run_id: "r7" })];
  expect(keys(itemsOf([], { ...sent, run_id: "r7" }, "c1"))).toEqual(before);
  expect(keys(itemsOf(stored, undefined, "c1"))).toEqual(before);
});

test("a turn of another conversation isn't shown in this one", () => {
  expect(said(itemsOf([message("a", "user")], turn({ run_id: "r2" }), "c2"))).toEqual(["a"]);
});

test("another try takes the place of the answer that failed", () => {
  const stored = [message("hello", "user"), message("sorry", "assistant", { status: "failed" })];
  const trying = turn({ run_id: "r2", sentence: undefined, text: "Hi" });
  expect(said(itemsOf(stored, trying, "c1"))).toEqual(["hello", "> Hi"]);
  expect(said(itemsOf([...stored, message("Hi", "assistant", { run_id: "r2" })], undefined, "c1"))).toEqual([
    "hello",
    "> Hi",
  ]);
});

test("an answer that failed after it did something stays", () => {
  const call = { id: "1", tool: "add_task", input: {}, output: {}, status: "succeeded" as const };
  const failed = message("half", "assistant", { status: "failed", tool_calls: [call] });
  const again = message("Hi", "assistant", { run_id: "r2" });
  expect(said(itemsOf([message("hello", "user"), failed, again], undefined, "c1"))).toEqual([
    "hello",
    "> half",
    "> Hi",
  ]);
});

test("why an answer failed is no part of what it said", () => {
  const failure = { code: "model_failed", message: "The model failed." };
  const failed = (text: string) => message(text, "assistant", { status: "failed", failure });
  expect(said(itemsOf([message("hello", "user"), failed("The model failed.")], undefined, "c1"))).toEqual([
    "hello",
    "> ",
  ]);
  const [broken] = itemsOf([failed("Once upon")], undefined, "c1");
  expect(broken).toMatchObject({ turn: { text: "Once upon", failure } });
});
