import { expect, test } from "vitest";
import { later } from "./later.ts";

interface Counter {
  add(by: number): Promise<number>;
}

function counter(): Counter {
  let sum = 0;
  return {
    async add(by) {
      sum += by;
      return sum;
    },
  };
}

const never = () => {
  throw new Error("It was there.");
};

test("calls made before it has come are made in their order once it has", async () => {
  const there = Promise.withResolvers<Counter>();
  const things = later(() => there.promise, never);
  const sums = [things.add(1), things.add(2)];
  there.resolve(counter());
  expect(await Promise.all(sums)).toEqual([1, 3]);
});

test("once it has come a call is made at once", async () => {
  const called: number[] = [];
  const things = later(async () => ({ note: (value: number) => called.push(value) }), never);
  await things.note(1);
  things.note(2);
  expect(called).toEqual([1, 2]);
});

test("where it can't be fetched the call answers what was said for that, and the next one tries again", async () => {
  const tries = [Promise.reject(new Error("gone")), Promise.resolve(counter())];
  const things = later<Counter>(
    () => tries.shift()!,
    () => -1,
  );
  expect(await things.add(1)).toBe(-1);
  expect(await things.add(1)).toBe(1);
});
