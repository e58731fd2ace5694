import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { withBuildContext } from "./build-context.ts";

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
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    found = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  });
  expect(found.toSorted()).toEqual(wanted.toSorted());
});

test("the copy is removed, whatever became of the work", async () => {
  let copy = "";
  const work = withBuildContext(await openProject(), async (folder) => {
    copy = folder;
    throw new Error("No room.");
  });
  await expect(work).rejects.toThrow("No room.");
  await expect(readdir(copy)).rejects.toThrow("ENOENT");
});
