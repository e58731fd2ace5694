import { afterEach, expect, test } from "vitest";
import { temporaryProject } from "./temporary-project.ts";

let project: ReturnType<typeof temporaryProject>;
afterEach(() => project.remove());

/** Stands in for vitest: the unit run reports this, the two others that a single test passed. */
const projectWith = (unit: object, lockfile = "{}") => {
  project = temporaryProject({
    "package-lock.json": lockfile,
    "node_modules/.bin/npm": "#!/bin/sh\n",
    "node_modules/.bin/vitest": `#!/bin/sh
      for argument; do case "$argument" in --outputFile.json=*) file="\${argument#*=}";; esac; done
      case "$*" in
        *unit*) echo '${JSON.stringify({ ...clean, ...unit })}' > "$file"; grep -q '"numFailedTests":0' "$file";;
        *) echo '${JSON.stringify({ ...clean, numPassedTests: 1 })}' > "$file";;
      esac`,
    // Later than the lockfile, as npm leaves it.
    "node_modules/.package-lock.json": "{}",
  });
  // The build has tests of its own.
  project.write("scripts/build.mjs", "");
  return project.run("scripts/test.mjs");
};
const clean = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const lastLine = (output: string) => output.trimEnd().split("\n").at(-1);

test("the last line is the sum of all runs", () => {
  const { status, stdout } = projectWith({ numPassedTests: 41, numPendingTests: 2 });
  expect(lastLine(stdout)).toBe("43 passed, 0 failed, 2 skipped");
  expect(status).toBe(0);
});

test("stops at the first failure, and still counts", () => {
  const { status, stdout } = projectWith({ numPassedTests: 40, numFailedTests: 2 });
  expect(lastLine(stdout)).toBe("40 passed, 2 failed");
  expect(stdout).not.toContain("end-to-end");
  expect(status).toBe(1);
});

test("a failure outside the tests does not look clean", () => {
  const { status, stdout } = projectWith({}, `{ "resolved": "https://example.com/left-pad.tgz" }`);
  expect(lastLine(stdout)).toBe("0 passed, 1 failed");
  expect(status).toBe(1);
});
