import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptSecret } from "./secret.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "todo-secret-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

test("the secret is made once, long, and readable by its owner alone", () => {
  const secret = keptSecret(dir);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(keptSecret(dir)).toBe(secret);
  expect(statSync(join(dir, "secret")).mode & 0o777).toBe(0o600);
});

test("an empty secret is not used", () => {
  writeFileSync(join(dir, "secret"), "\n");
  expect(() => keptSecret(dir)).toThrow("is empty");
});
