import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { migrationsFolder } from "../files.ts";
import { wireToDatabase } from "../testing/wired.ts";
import { neededVersion } from "./migrate.ts";
import { migrateWhenUp } from "./migrate-when-up.ts";

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || !address) throw new Error("There is no port.");
  return address.port;
}

/** The program of the image, as the chart's container starts it. */
function startMigration(url: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "..", "main.ts"), "migrate"], {
    env: { DATABASE_URL: url, BETTER_AUTH_SECRET: "x".repeat(32), LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, ended: once(child, "close"), said: text(child.stdout), complained: text(child.stderr) };
}

test("the program migrates, says so and ends", async () => {
  const { url } = await wireToDatabase();
  const { ended, said } = startMigration(url);

  expect((await ended)[0]).toBe(0);
  expect(await said).toContain("The schema is up to date");
});

test("the program waits for a database that isn't up yet", async () => {
  const { wire, url } = await wireToDatabase();
  wire.refuse(true);
  const { child, ended, said } = startMigration(url);
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (line: Buffer) => line.includes("doesn't answer yet") && resolve());
  });

  wire.refuse(false);

  expect((await ended)[0]).toBe(0);
  expect(await said).toContain("The schema is up to date");
});

test("a database that stays away is named with what to check", async () => {
  const url = `postgresql://todo:hidden@127.0.0.1:${await freePort()}/todo`;
  const migration = migrateWhenUp({ url, folder: migrationsFolder, waitMs: 0 });
  await expect(migration).rejects.toThrow(/doesn't answer \(.*ECONNREFUSED.*\).*DATABASE_URL/);
});

test("what waiting doesn't mend is told at once", async () => {
  const { url } = await wireToDatabase();
  const missing = new URL(url);
  missing.pathname = "/there_is_no_such_database";
  const { ended, complained } = startMigration(missing.href);

  expect((await ended)[0]).toBe(1);
  expect(await complained).toContain('database "there_is_no_such_database" does not exist');
});

test("a program that is asked for something else says what it can do", async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "..", "main.ts"), "migrat"], {
    env: { DATABASE_URL: "postgresql://127.0.0.1/todo", BETTER_AUTH_SECRET: "x".repeat(32) },
  });
  const [[code], complained] = await Promise.all([once(child, "close"), text(child.stderr)]);
  expect({ code, complained }).toEqual({ code: 1, complained: expect.stringContaining("migrate") });
});

test("the version is that of the newest migration", async () => {
  const { url } = await wireToDatabase();
  expect(await migrateWhenUp({ url, folder: migrationsFolder, waitMs: 0 })).toBe(
    await neededVersion(migrationsFolder),
  );
});
