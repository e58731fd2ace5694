import { AppError } from "@todo/contract/errors";
import { expect, test } from "vitest";
import { type Call, sendInCalls } from "./in-calls.ts";

const items = ["a", "b", "c", "d", "e"];

function keys() {
  let made = 0;
  return () => `key-${++made}`;
}

/** A server that answers so many calls, and then fails so. */
function server(answers: number, failure: unknown) {
  const seen: Call<string>[] = [];
  const send = async (call: Call<string>) => {
    seen.push(call);
    if (seen.length > answers) throw failure;
    return call.items.length;
  };
  return { seen, send };
}

const unreachable = new AppError("unavailable", "The server can't be reached.");

test("all go in their order, as many in a call as it takes", async () => {
  const { seen, send } = server(9, unreachable);
  const { answered, trouble } = await sendInCalls(items, 2, keys(), send);
  expect(seen.map((call) => call.items.join(""))).toEqual(["ab", "cd", "e"]);
  expect(answered.map(({ answer }) => answer)).toEqual([2, 2, 1]);
  expect(trouble).toBeUndefined();
});

test("where a call fails, those before it are known to be done and none follows", async () => {
  const { seen, send } = server(1, unreachable);
  const { answered, trouble } = await sendInCalls(items, 2, keys(), send);
  expect(answered.flatMap((call) => call.items)).toEqual(["a", "b"]);
  expect([trouble, seen.length]).toEqual([unreachable, 2]);
});

test("a call without an answer is tried again as it was and under its key, before all others", async () => {
  const newKey = keys();
  const { unsure } = await sendInCalls(items, 2, newKey, server(1, unreachable).send);
  const { seen, send } = server(9, unreachable);
  await sendInCalls(["e"], 2, newKey, send, unsure);
  expect(seen).toEqual([
    { key: "key-2", items: ["c", "d"] },
    { key: "key-4", items: ["e"] },
  ]);
});

test.each(["validation_failed", "too_many_requests", "unauthenticated"] as const)(
  "a call that was refused as %s did not happen, so nothing is unsure",
  async (code) => {
    const refusal = new AppError(code, "No.");
    const { unsure, trouble } = await sendInCalls(items, 2, keys(), server(0, refusal).send);
    expect([unsure, trouble]).toEqual([undefined, refusal]);
  },
);
