import { afterEach, expect, test } from "vitest";
import { temporaryProject } from "./temporary-project.ts";

let project: ReturnType<typeof temporaryProject>;
afterEach(() => project.remove());

const prepare = () =>
  project.run(
    "-e",
    `import("./scripts/prepare.mjs").then(({ main, ensureInstalled }) => main(ensureInstalled))`,
  );

test("installs once for a lockfile, and again when the lockfile changes", () => {
  project = temporaryProject({});
  expect(prepare()).toEqual({ status: 0, stdout: "Installing…\n", stderr: "" });
  expect(prepare()).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(project.read("installs")).toBe("x");

  project.write("package-lock.json", `{ "changed": true }`);
  prepare();
  expect(project.read("installs")).toBe("xx");
});

test("accepts what someone installed by hand", () => {
  project = temporaryProject({ "node_modules/.package-lock.json": "{}" });
  expect(prepare().stdout).toBe("");
  expect(project.read("installs")).toBeUndefined();
});

test("an install that fails says how to go on and is tried again", () => {
  project = temporaryProject({ "npm.js": `console.error("npm error network"); process.exit(1);` });
  const { status, stderr } = prepare();
  expect(status).toBe(1);
  expect(stderr).toMatch(/npm error network\nThe packages could not be installed\./);
  expect(prepare().stdout).toBe("Installing…\n");
});
