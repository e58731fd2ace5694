/**
 * For every test: an error on the console that the test didn't expect fails
 * it, and properties try the same inputs each time, so that a failure is the
 * change's own. PROPERTY_SEED tries others: a number, or "random".
 */
import fc from "fast-check";
import { afterEach, beforeEach, expect, vi } from "vitest";

const { PROPERTY_SEED = "1" } = process.env;
if (PROPERTY_SEED !== "random") fc.configureGlobal({ seed: Number(PROPERTY_SEED) });

beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const said = vi.mocked(console.error).mock?.calls ?? [];
  vi.restoreAllMocks();
  expect(said, "console.error").toEqual([]);
});
