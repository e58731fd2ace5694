/** For every test: an error on the console that the test didn't expect fails it. */
import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const said = vi.mocked(console.error).mock?.calls ?? [];
  vi.restoreAllMocks();
  expect(said, "console.error").toEqual([]);
});
