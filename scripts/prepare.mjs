/**
 * What every script needs before it can work: the packages, and a Node that
 * runs TypeScript. Runs on Node 20 with nothing installed.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectDir = fileURLToPath(new URL("..", import.meta.url));

const modules = join(projectDir, "node_modules");
const lockfile = join(projectDir, "package-lock.json");
const stamp = join(modules, ".todo-lock-hash");

/** Installs the packages unless those of this very lockfile are there. Throws an Error that says what to do. */
export function ensureInstalled() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20)
    throw new Error(
      `Todo needs Node 20 or later, and this is Node ${process.versions.node}. Update Node, then start again.`,
    );

  const lockHash = createHash("sha256").update(readFileSync(lockfile)).digest("hex");
  if (installedHash() === lockHash) return;
  if (!installedByHand()) {
    console.log("Installing…");
    const { status, error, stderr } = runNpm(["ci", "--no-progress", "--loglevel=error"]);
    if (status !== 0) {
      // npm gives the reason first and general advice after it.
      console.error(error?.message ?? stderr.trim().split("\n").slice(0, 12).join("\n"));
      throw new Error(
        "The packages could not be installed. See npm's words above; mostly the network, a proxy setting or a full disk is the reason. Then start again.",
      );
    }
  }
  writeFileSync(stamp, lockHash);
}

/** Path of a Node that can run the project: its own from npm, or the current one. Throws an Error that says what to do. */
export function projectNode() {
  const own = join(modules, `node-${process.platform}-${process.arch}`, "bin", "node");
  // Present does not mean that it runs: Alpine gets one that is made for another C library.
  if (existsSync(own) && spawnSync(own, ["--version"]).status === 0) return own;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  throw new Error(
    `Todo runs on Node 24, and npm has none for ${process.platform}-${process.arch}. Install Node 24 or later, then start again.`,
  );
}

/** The environment in which `node` and the project's tools are the project's own. */
export const projectEnvironment = () => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  PATH: [join(modules, ".bin"), process.env.PATH].join(delimiter),
});

/** Runs a script's work; a failure becomes its sentence and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** The npm that called us when there is one, so that versions don't mix. */
function runNpm(args) {
  const cli = process.env.npm_execpath;
  const [command, ...first] = cli?.endsWith(".js") ? [process.execPath, cli] : ["npm"];
  return spawnSync(command, [...first, ...args], {
    cwd: projectDir,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
}

function installedHash() {
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
}

/** npm writes its own record last, so a record no older than the lockfile is a finished install. */
function installedByHand() {
  const record = join(modules, ".package-lock.json");
  return !existsSync(stamp) && existsSync(record) && statSync(record).mtimeMs >= statSync(lockfile).mtimeMs;
}
