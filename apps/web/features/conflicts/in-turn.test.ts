import { expect, test } from "vitest";
import { inTurn, versionKnown } from "./in-turn.ts";

/** Changes a task; the server's answer, with the version that it says, comes when it is told to. */
function change(id: string, seen: number) {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const sentFor: number[] = [];
  const task = { id, version: seen };
  const done = inTurn(
    [task],
    () => {
      sentFor.push(versionKnown(task));
      return promise.then((version) => ({ id, version }));
    },
    (answer) => [answer],
  );
  return { sentFor, done, reject, answer: resolve };
}

test("the second change waits for the first, and is made for what it left", async () => {
  const [first, second] = [change("a", 3), change("a", 3)];
  first.answer(4);
  expect(second.sentFor).toEqual([]);
  await first.done;
  second.answer(5);
  await second.done;
  expect([first.sentFor, second.sentFor]).toEqual([[3], [4]]);
});

test("another task waits for nothing", async () => {
  change("b", 3);
  const other = change("c", 3);
  other.answer(4);
  await other.done;
  expect(other.sentFor).toEqual([3]);
});

test("a change that fails lets the next one go", async () => {
  const [first, second] = [change("d", 3), change("d", 3)];
  first.reject(new Error("No."));
  await expect(first.done).rejects.toThrow("No.");
  second.answer(4);
  await second.done;
  expect(second.sentFor).toEqual([3]);
});

test.each([
  ["seen before all own changes is as good as the newest", [4, 5, 6], 3, 6],
  ["seen between own changes is as good as the newest", [4, 5, 6], 5, 6],
  ["seen before others changed something stays what it is", [4, 7], 3, 3],
  ["seen after others changed something is as good as the newest", [4, 7, 8], 7, 8],
  ["that nobody has answered yet stays what it is", [4, 5], 9, 9],
])("a version %s", async (name, answers, seen, known) => {
  for (const [index, version] of answers.entries()) {
    const one = change(name, index === 0 ? 3 : (answers[index - 1] ?? 0));
    one.answer(version);
    await one.done;
  }
  expect(versionKnown({ id: name, version: seen })).toBe(known);
});
