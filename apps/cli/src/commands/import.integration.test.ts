import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openServer, signUp } from "../testing/server.ts";

test("a calendar's file becomes tasks, once, and can be taken back", async () => {
  const { todo, folder } = await signUp(await openServer({ now: "2026-01-05T09:00:00Z" }));
  const lines = [
    "BEGIN:VCALENDAR",
    "BEGIN:VTODO",
    "UID:1",
    "SUMMARY:Buy milk",
    "END:VTODO",
    "BEGIN:VTODO",
    "END:VTODO",
  ];
  await writeFile(join(folder, "week.ics"), [...lines, "END:VCALENDAR"].join("\r\n"));

  const { code, stdout, stderr } = await todo(["import", "week.ics", "--list", "Groceries"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "Imported 1  Buy milk · Groceries\n" });
  expect(stderr).toBe("✗ line 6: It can't be read: It has no words: neither SUMMARY nor DESCRIPTION.\n");
  expect((await todo(["import", "week.ics"])).stderr).toContain("line 2: It was imported before: task 1");
  expect((await todo(["undo"])).stdout).toMatch(/^Took back import calendar: .*Buy milk/);
  expect((await todo(["list"])).stdout).toBe("No tasks here.\n");
});

test("a file that isn't one is refused in a sentence", async () => {
  const { todo, folder } = await signUp(await openServer());
  await writeFile(join(folder, "photo.ics"), Buffer.from([0xff, 0xd8, 0xff]));
  await writeFile(join(folder, "large.ics"), "x".repeat(1_100_000));
  await writeFile(join(folder, "list.ics"), "milk\neggs\n");
  await mkdir(join(folder, "folder.ics"));
  const refusals = [
    ["missing.ics", 2, "✗ missing.ics can't be read: there is no such file.\n"],
    ["folder.ics", 2, "✗ folder.ics can't be read: it is a folder.\n"],
    ["photo.ics", 2, "✗ photo.ics is no text in UTF-8. Is it an iCalendar file (.ics)?\n"],
    [
      "large.ics",
      2,
      "✗ large.ics is too large for one import, which takes 1 MB. Split it, and import each part.\n",
    ],
    ["list.ics", 1, "✗ Line 1: an iCalendar file begins with BEGIN:VCALENDAR, and this doesn't.\n"],
  ] as const;
  for (const [file, code, stderr] of refusals)
    expect(await todo(["import", file]), file).toEqual({ code, stdout: "", stderr });
});

test("feeds are made, shown and revoked", async () => {
  const { todo } = await signUp(await openServer());

  const made = (await todo(["create-feed", "events", "--name", "Phone"])).stdout;
  expect(made).toMatch(
    /^Created Phone\. Copy the address now: it is shown this once, and whoever has it can read the tasks\.\nhttp:\S+\/api\/calendar\/[0-9a-f]{64}\.ics\n$/,
  );
  const [id] = /[0-9a-f-]{36}/.exec((await todo(["list-feeds"])).stdout) ?? [];
  expect((await todo(["revoke-feed", id ?? ""])).stdout).toBe(`Revoked ${id}\n`);
  expect((await todo(["list-feeds"])).stdout).toBe("No calendar feeds.\n");
});
