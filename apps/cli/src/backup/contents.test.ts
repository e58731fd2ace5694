import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { checkBackup, type Header, tablesIn } from "./contents.ts";
import { type FrameKind, framesOf } from "./frames.ts";

const folder = mkdtempSync(join(tmpdir(), "todo-contents-"));
afterAll(() => rmSync(folder, { recursive: true }));

const header: Header = {
  todo_backup: 1,
  created_at: "2026-01-05T09:00:00.000Z",
  schema: { version: 1, migrations: [{ version: 1, hash: "abc" }] },
  secret: { fingerprint: null },
  tables: [
    { name: "lists", columns: ["id", "name"] },
    { name: "tasks", columns: ["id"] },
  ],
  partitions: [],
  sequences: [],
};
const rows = ["1\tHome\n2\tWork\\nplace\n", "7\n"];
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");
const frame = (kind: FrameKind, payload: unknown) =>
  Buffer.concat(framesOf(kind, Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload))));

const body = Buffer.concat([
  frame("H", header),
  frame("D", rows[0]!.slice(0, 5)),
  frame("D", rows[0]!.slice(5)),
  frame("E", { rows: 2, sha256: sha256(rows[0]!) }),
  frame("D", rows[1]!),
  frame("E", { rows: 1, sha256: sha256(rows[1]!) }),
]);
const whole = Buffer.concat([body, frame("Z", { sha256: sha256(body) })]);

function written(bytes: Buffer): string {
  const file = join(folder, "test.backup");
  writeFileSync(file, bytes);
  return file;
}

const outcome = (bytes: Buffer) =>
  checkBackup(written(bytes)).then(
    () => "accepted",
    (error: Error) => error.message,
  );

test("a whole file tells its tables, rows and sums, and gives the rows", async () => {
  const file = written(gzipSync(whole));
  expect(await checkBackup(file)).toEqual({
    header,
    tables: [
      { name: "lists", rows: 2, sha256: sha256(rows[0]!) },
      { name: "tasks", rows: 1, sha256: sha256(rows[1]!) },
    ],
  });
  const read: string[] = [];
  for await (const table of tablesIn(file)) {
    read.push("");
    for await (const piece of table) read[read.length - 1] += piece.toString();
  }
  expect(read).toEqual(rows);
});

test("a file that ends too early is refused, wherever it ends", async () => {
  const zipped = gzipSync(whole);
  for (let size = 0; size < zipped.length; size++)
    expect(await outcome(zipped.subarray(0, size)), `${size} bytes`).toMatch(/is cut short|is not a backup/);
  for (let size = 0; size < whole.length; size++)
    expect(await outcome(gzipSync(whole.subarray(0, size))), `${size} bytes within`).toMatch(/is cut short/);
});

test("a file in which any byte is another is refused", async () => {
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole);
    changed[at] = changed[at]! ^ 0x01;
    expect(await outcome(gzipSync(changed)), `byte ${at}`).toMatch(
      /is damaged|is cut short|is not a backup|newer Todo/,
    );
  }
});

test.each([
  ["something else", Buffer.from("hello"), "is not a backup of Todo"],
  ["something else in gzip", gzipSync("hello"), "is not a backup of Todo"],
  ["bytes behind the end", gzipSync(Buffer.concat([whole, frame("D", "more")])), "is damaged"],
  ["a later format", gzipSync(frame("H", { ...header, todo_backup: 2 })), "was written by a newer Todo"],
])("%s is refused with a reason", async (_, bytes, reason) => {
  expect(await outcome(bytes)).toContain(reason);
});

test("a file that isn't there is named", async () => {
  await expect(checkBackup(join(folder, "nothing"))).rejects.toThrow(/There is no file .*nothing/);
});
