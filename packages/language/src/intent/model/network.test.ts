import { expect, test } from "vitest";
import { decode, encode } from "./network.ts";

test("weights are read as they were written", () => {
  const range = Array.from({ length: 15 }, (_, at) => at - 7);
  const weights = Int8Array.from(range.flatMap((left) => range.flatMap((right) => [left, right])));

  const text = encode(weights);

  expect(decode(text)).toEqual(weights);
  expect(JSON.stringify(text)).toBe(`"${text}"`);
});
