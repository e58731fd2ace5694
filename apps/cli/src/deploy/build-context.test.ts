import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { copyInWords, withBuildContext } from "./build-context.ts";

const wanted = [
  ...[
    "package.json",
    "package-lock.json",
    ".npmrc",
    "tsconfig.base.json",
    "tsconfig.json",
    "LICENSE",
    "NOTICE",
  ],
  ...["scripts/build.mjs", "packages/contract/src/tasks.ts", "apps/api/Dockerfile", "apps/web/app/page.tsx"],
];
const unwanted = [
  ...[".env", "apps/api/.env.local", ".data/secret", "node_modules/zod/index.js"],
  ...["apps/api/node_modules/x.js", "apps/api/dist/main.mjs", "apps/web/.next/cache/x", "docs/api.md"],
];

async function openProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "todo-project-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const file of [...wanted, ...unwanted]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), "");
  }
  return folder;
}

test("an image is made of the sources, without what is private, installed or built", async () => {
  let found: string[] = [];
  await withBuildContext(await openProject(), async (folder) => {
    found = await filesIn(folder);
  });
  expect(found).toEqual(wanted.toSorted());
});

test("the line for a shell makes the same copy", async () => {
  const folder = join(await openProject(), "a copy");
  execFileSync("sh", ["-c", copyInWords(join(folder, ".."), folder)]);
  expect(await filesIn(folder)).toEqual(wanted.toSorted());
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

test("the copy is removed, whatever became of the work", async () => {
  let copy = "";
  const work = withBuildContext(await openProject(), async (folder) => {
    copy = folder;
    throw new Error("No room.");
  });
  await expect(work).rejects.toThrow("No room.");
  await expect(readdir(copy)).rejects.toThrow("ENOENT");
});
