#!/usr/bin/env node
// Plain JavaScript, so that an old Node can hand over to the project's own, or say what is wrong.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import nodeModule, { createRequire } from "node:module";
import { dirname, join } from "node:path";

const major = Number(process.versions.node.split(".")[0]);
if (major >= 24) {
  // The second start takes half the time of the first.
  nodeModule.enableCompileCache();
  await import("../src/main.ts");
} else handOver();

function handOver() {
  const node = projectNode();
  if (node) {
    const child = spawn(node, process.argv.slice(1), { stdio: "inherit" });
    // A signal is meant for the work, and this process only waits for it.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("error", tooOld);
    child.on("exit", (code, signal) => {
      if (signal) process.removeAllListeners(signal);
      if (signal) process.kill(process.pid, signal);
      else process.exitCode = code ?? 1;
    });
  } else tooOld();
}

/** The Node that npm installed with the project, for platforms that have one. */
function projectNode() {
  try {
    const name = `node-${process.platform}-${process.arch}/package.json`;
    const node = join(dirname(createRequire(import.meta.url).resolve(name)), "bin", "node");
    return existsSync(node) ? node : undefined;
  } catch {
    return undefined;
  }
}

function tooOld() {
  console.error(
    `todo needs Node 24 or newer, and this is ${process.version}. Install it from https://nodejs.org.`,
  );
  process.exitCode = 2;
}
