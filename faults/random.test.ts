import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

const row = (random: ReturnType<typeof createRandom>) => Array.from({ length: 50 }, () => random.whole(1, 6));

test("the same seed throws the same dice", () => {
  expect(row(createRandom(7))).toEqual(row(createRandom(7)));
});

test("another seed throws others", () => {
  expect(row(createRandom(7))).not.toEqual(row(createRandom(8)));
});

test("every side comes up, and no other", () => {
  expect([...new Set(row(createRandom(7)))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test("a fork doesn't depend on how far its origin has got", () => {
  const used = createRandom(7);
  row(used);
  expect(row(used.fork("hand"))).toEqual(row(createRandom(7).fork("hand")));
});

test("forks of different names differ", () => {
  expect(row(createRandom(7).fork("one"))).not.toEqual(row(createRandom(7).fork("other")));
});
