/**
 * `npm test`: everything that can be tested with npm's packages alone, in the
 * order that fails fastest. Its last line is the count, alone, for machines.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled, main, projectDir, projectEnvironment } from "./prepare.mjs";

const total = { passed: 0, failed: 0, skipped: 0 };

await main(async () => {
  ensureInstalled();
  const ok = await allPass([
    ["check", () => run("npm", ["run", "--silent", "check"])],
    ["lockfile", checkLockfile],
    ["unit and integration tests", () => vitest("unit", "integration")],
    ["chart", () => vitest("chart")],
    ["build", () => run("node", [join("scripts", "build.mjs")])],
    ["end-to-end tests", () => vitest("e2e")],
  ]);
  // A step can fail without a failing test in it; the count must not look clean then.
  if (!ok) total.failed ||= 1;
  const { passed, failed, skipped } = total;
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  if (!ok) process.exitCode = 1;
});

/** Stops at the first step that fails. */
async function allPass(steps) {
  for (const [name, step] of steps) {
    console.log(`— ${name}`);
    const startedAt = performance.now();
    const ok = await step();
    console.log(`${ok ? "✓" : "✗"} ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n`);
    if (!ok) return false;
  }
  return true;
}

async function vitest(...projects) {
  const folder = mkdtempSync(join(tmpdir(), "todo-test-"));
  const report = join(folder, "report.json");
  try {
    const ok = await run("vitest", [
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    if (existsSync(report)) count(JSON.parse(readFileSync(report, "utf8")));
    return ok;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  total.passed += numPassedTests;
  // A file that can't even be loaded has no tests to fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.length,
  );
  total.failed += numFailedTests + broken.length;
  total.skipped += numPendingTests + numTodoTests;
}

/** Addresses in the lockfile would bind everybody to the registry of whoever wrote it last. */
function checkLockfile() {
  const clean = !readFileSync(join(projectDir, "package-lock.json"), "utf8").includes('"resolved": "http');
  if (!clean)
    console.error(
      "package-lock.json holds addresses. Run npm install in the project, whose .npmrc omits them.",
    );
  return clean;
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectDir, env: projectEnvironment(), stdio: "inherit" });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code === 0));
  });
}
