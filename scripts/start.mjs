/** `npm start`: installs and builds what is missing, then hands over to `todo start` and ends as it ends. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, buildServiceWorker } from "./build.mjs";
import { writeLanguages } from "./languages.mjs";
import { ensureInstalled, main, projectDir, projectEnvironment, projectNode } from "./prepare.mjs";

await main(async () => {
  const args = process.argv.slice(2);
  ensureInstalled();
  await (args.includes("--dev") ? prepareSources() : build());

  const todo = spawn(projectNode(), [join(projectDir, "apps", "cli", "bin", "todo.mjs"), "start", ...args], {
    cwd: projectDir,
    env: projectEnvironment(),
    // Through the channel it learns of our end, even of one that leaves us no time to say so.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => todo.kill(signal));
  stopWithNpm(todo);

  process.exitCode = await new Promise((resolve, reject) => {
    todo.on("error", reject);
    todo.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
});

/** For those who follow changes and build by themselves. */
async function prepareSources() {
  writeLanguages();
  await buildServiceWorker();
}

/** An npm that was killed can't tell us, but its child, which is our shell or we, gets another parent. */
function stopWithNpm(todo) {
  const child = [process.pid, process.ppid].find((pid) => nameOf(parentOf(pid)).startsWith("npm"));
  if (child === undefined) return;
  const npm = parentOf(child);
  setInterval(() => {
    if (parentOf(child) !== npm) todo.kill("SIGTERM");
  }, 1_000).unref();
}

function parentOf(pid) {
  // After the name, which may hold anything, come the state and the parent.
  return Number(readProcess(pid, "stat").split(") ").at(-1).split(" ")[1]);
}

function nameOf(pid) {
  return readProcess(pid, "comm");
}

/** Empty where the system keeps no such files. */
function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
