import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { insist } from "./insist.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Fails that many times before it answers; counts how often it was asked. */
function flaky(failures: number) {
  const load = vi.fn(async () => {
    if (load.mock.calls.length <= failures) throw new Error(`failure ${load.mock.calls.length}`);
    return "part";
  });
  return load;
}

test("what comes at once is asked for once", async () => {
  const load = flaky(0);
  expect(await insist(load)).toBe("part");
  expect(load).toHaveBeenCalledOnce();
});

test("what fails twice is there after the second pause", async () => {
  const load = flaky(2);
  const part = insist(load);
  await vi.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.runAllTimersAsync();
  expect(await part).toBe("part");
  expect(load).toHaveBeenCalledTimes(3);
});

test("what fails each time fails as it did last, and is left alone", async () => {
  const load = flaky(9);
  const part = insist(load);
  const failed = expect(part).rejects.toThrow("failure 3");
  await vi.runAllTimersAsync();
  await failed;
  expect(load).toHaveBeenCalledTimes(3);
});

test("every part that comes later is asked for like this", () => {
  const web = join(import.meta.dirname, "..");
  const careless = globSync("{app,features,ui}/**/*.tsx", { cwd: web }).filter((path) =>
    /\bdynamic\(\s*\(\) =>(?!\s*(orNothing\(\s*)?insist\()/.test(readFileSync(join(web, path), "utf8")),
  );
  expect(careless).toEqual([]);
});
