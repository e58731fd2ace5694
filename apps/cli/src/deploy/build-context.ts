/**
 * A copy of what the images are made of. Minikube packs the whole folder that
 * it is given, ignore file or not: installed packages, the `.env`, a database
 * that is being written.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { quoted } from "./programs.ts";

const parts = [
  "package.json",
  "package-lock.json",
  ".npmrc",
  "tsconfig.base.json",
  "tsconfig.json",
  "LICENSE",
  "NOTICE",
  "scripts",
  "packages",
  "apps",
];
const left = new Set(["node_modules", "dist", ".next", ".data"]);
const SETTINGS = ".env";

/** The copy is removed after the work. */
export async function withBuildContext(
  projectDir: string,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "todo-build-"));
  const filter = (source: string) => !left.has(basename(source)) && !basename(source).startsWith(SETTINGS);
  try {
    for (const part of parts)
      await cp(join(projectDir, part), join(folder, part), { recursive: true, filter });
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The line by which a shell makes the same copy. */
export function copyInWords(projectDir: string, folder: string): string {
  const excluded = [...left, `${SETTINGS}*`].map((name) => `--exclude=${quoted(name)}`).join(" ");
  const packed = `tar -cf - -C ${quoted(projectDir)} ${excluded} ${parts.map(quoted).join(" ")}`;
  return `mkdir -p ${quoted(folder)} && ${packed} | tar -xf - -C ${quoted(folder)}`;
}
