import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryProject } from "./temporary-project.ts";

const esbuild = `
  import { appendFileSync, writeFileSync } from "node:fs";
  export async function build({ outfile }) {
    appendFileSync(outfile.endsWith("main.mjs") ? "api-builds" : "worker-builds", "x");
    writeFileSync(outfile, "");
  }`;
const next = `
  const fs = require("node:fs");
  fs.appendFileSync("../../web-builds", "x");
  if (fs.readFileSync("page.tsx", "utf8") === "broken") { console.log("page.tsx is broken"); process.exit(1); }
  fs.mkdirSync(".next/standalone/apps/web", { recursive: true });
  fs.mkdirSync(".next/static", { recursive: true });
  fs.writeFileSync(".next/static/chunk.js", "");
  fs.writeFileSync(".next/standalone/apps/web/server.js", "");`;

let project: ReturnType<typeof temporaryProject>;
const build = () => project.run("scripts/build.mjs");
const builds = () => [project.read("api-builds"), project.read("web-builds")];

beforeEach(() => {
  project = temporaryProject({
    "node_modules/.package-lock.json": "{}",
    "node_modules/esbuild/package.json": `{ "type": "module", "exports": "./main.js" }`,
    "node_modules/esbuild/main.js": esbuild,
    "node_modules/next/dist/bin/next.js": next,
    "node_modules/swagger-ui-dist/package.json": "{}",
    "node_modules/swagger-ui-dist/swagger-ui.css": "",
    "node_modules/swagger-ui-dist/swagger-ui-bundle.js": "",
    "apps/api/package.json": "{}",
    "apps/api/src/main.ts": "",
    "apps/api/src/main.test.ts": "",
    "apps/api/src/db/migrations/0001.sql": "SELECT 1;",
    "apps/web/package.json": "{}",
    "apps/web/messages/ur.json": `{ "name": "اردو" }`,
    "packages/contract/src/index.ts": "",
    "apps/web/page.tsx": "",
    "apps/web/serve.mjs": "",
    "apps/web/public/icon.svg": "",
  });
});
afterEach(() => project.remove());

test("builds everything that is served, and nothing twice", () => {
  expect(build()).toMatchObject({ status: 0, stderr: "" });
  expect(project.read("apps/api/dist/migrations/0001.sql")).toBe("SELECT 1;");
  expect(project.read("apps/api/dist/docs/swagger-ui.css")).toBe("");
  expect(project.read("apps/web/.next/standalone/apps/web/.next/static/chunk.js")).toBe("");
  expect(project.read("apps/web/.next/standalone/apps/web/public/icon.svg")).toBe("");

  expect(build()).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(builds()).toEqual(["x", "x"]);
});

test("builds only what a change concerns; tests concern nothing", () => {
  build();
  project.write("apps/api/src/main.test.ts", "changed");
  build();
  expect(builds()).toEqual(["x", "x"]);

  project.write("apps/web/page.tsx", "changed");
  build();
  expect(builds()).toEqual(["x", "xx"]);

  project.write("packages/contract/src/index.ts", "changed");
  build();
  expect(builds()).toEqual(["xx", "xxx"]);
});

test("builds a language that has come, for both", () => {
  build();
  project.write("apps/web/messages/fr.json", `{ "name": "Français" }`);
  expect(build().stdout).toContain("The languages are en, fr, ur.");
  expect(builds()).toEqual(["xx", "xx"]);
});

test("builds only what is named, and says when there is no such thing", () => {
  expect(project.run("scripts/build.mjs", "web").status).toBe(0);
  expect(builds()).toEqual([undefined, "x"]);
  expect(project.run("scripts/build.mjs", "wbe")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('nothing to build called "wbe"'),
  });
});

test("a build that failed shows why and is not taken for a finished one", () => {
  build();
  project.write("apps/web/page.tsx", "broken");
  expect(build()).toMatchObject({ status: 1, stderr: expect.stringContaining("page.tsx is broken") });

  project.write("apps/web/page.tsx", "");
  expect(build().status).toBe(0);
  expect(builds()[1]).toBe("xxx");
});
