import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readCredentials, removeCredentials, writeCredentials } from "./credentials.ts";
import { readEnvironment } from "./environment.ts";
import { findServer } from "./session.ts";

const mine = { url: "https://todo.example.com", token: "secret" };

async function file() {
  const folder = await mkdtemp(join(tmpdir(), "todo-credentials-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return readEnvironment({ XDG_CONFIG_HOME: folder }).credentialsFile;
}

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test("nobody but the owner may read what is kept", async () => {
  const path = await file();

  await writeCredentials(path, mine);

  expect(path).toMatch(/\/todo\/credentials\.json$/);
  expect(await modeOf(path)).toBe("600");
  expect(await modeOf(dirname(path))).toBe("700");
  expect(await readCredentials(path)).toEqual(mine);
});

test("a file that others could read is closed by the next sign-in, and nothing is left beside it", async () => {
  const path = await file();
  await writeCredentials(path, mine);
  await chmod(path, 0o644);

  await writeCredentials(path, { ...mine, token: "newer" });

  expect(await modeOf(path)).toBe("600");
  expect(await readdir(dirname(path))).toEqual(["credentials.json"]);
  expect(await readFile(path, "utf8")).toContain("newer");
});

test("no file means nobody is signed in, a damaged one says so", async () => {
  const path = await file();
  expect(await readCredentials(path)).toBeUndefined();

  await writeCredentials(path, mine);
  await writeFile(path, "{");
  await expect(readCredentials(path)).rejects.toThrow(/damaged/);

  await removeCredentials(path);
  await removeCredentials(path);
  expect(await readCredentials(path)).toBeUndefined();
});

test("the environment overrides the file, and a stored token goes to no other server", async () => {
  const path = await file();
  await writeCredentials(path, mine);
  const folder = dirname(dirname(path));
  const found = (variables: Record<string, string>) =>
    findServer(readEnvironment({ XDG_CONFIG_HOME: folder, ...variables }));

  expect(await found({})).toEqual({ ...mine, source: "file" });
  expect(await found({ TODO_URL: "https://todo.example.com/" })).toMatchObject({ token: "secret" });
  expect(await found({ TODO_TOKEN: "other" })).toEqual({ ...mine, token: "other", source: "environment" });
  expect(await found({ TODO_URL: "https://elsewhere.example.com" })).toEqual({
    url: "https://elsewhere.example.com",
    token: undefined,
    source: "nowhere",
  });
});
