import { closeSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLog, tailOf } from "./logs.ts";

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "todo-logs-")), "api.log");
});
afterEach(() => rmSync(join(file, ".."), { recursive: true }));

const append = (text: string) => {
  const log = openLog(file);
  writeSync(log, text);
  closeSync(log);
};

test("a log goes on where it ended, and its tail is the latest part", () => {
  append("first start\n");
  const before = statSync(file).size;
  append("one\ntwo\nthree\n");
  expect(tailOf(file, before)).toBe("one\ntwo\nthree");
  expect(tailOf(file, before, 2)).toBe("two\nthree");
});

test("a large log is put aside, and only the latest of those is kept", () => {
  writeFileSync(`${file}.1`, "old");
  writeFileSync(file, Buffer.alloc(11 * 1024 * 1024));
  append("new");
  expect(statSync(file).size).toBe(3);
  expect(statSync(`${file}.1`).size).toBeGreaterThan(3);
  expect(existsSync(`${file}.2`)).toBe(false);
});
