import { expect, test } from "vitest";
import { recall } from "./recall.ts";

const said = ["add milk", "add eggs", "delete milk"];
const empty = { words: "", back: 0 };

test("it goes back through everything that was said, newest first, and stops at the first", () => {
  const one = recall(said, empty, 1);
  expect(one).toEqual({ words: "delete milk", back: 1 });
  const two = recall(said, one!, 1);
  const three = recall(said, two!, 1);
  expect(three).toEqual({ words: "add milk", back: 3 });
  expect(recall(said, three!, 1)).toEqual(three);
});

test("it comes forward again, to the empty line and no further", () => {
  expect(recall(said, { words: "add eggs", back: 2 }, -1)).toEqual({ words: "delete milk", back: 1 });
  expect(recall(said, { words: "delete milk", back: 1 }, -1)).toEqual(empty);
  expect(recall(said, empty, -1)).toBeUndefined();
});

test("words that were changed are the person's own and are never replaced", () => {
  expect(recall(said, { words: "delete milk and eggs", back: 1 }, 1)).toBeUndefined();
  expect(recall(said, { words: "call mom", back: 0 }, 1)).toBeUndefined();
});

test("once the line is empty again it begins anew at the newest", () => {
  expect(recall(said, { words: "", back: 3 }, 1)).toEqual({ words: "delete milk", back: 1 });
});

test("where nothing was said there is nothing to go back to", () => {
  expect(recall([], empty, 1)).toBeUndefined();
});
