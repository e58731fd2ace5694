/** Documents name paths, links, variables, operations and errors. Each of them must be there. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError, type ErrorCode, routes } from "@todo/contract";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const linesOf = (file: string) => read(file).split("\n").filter(Boolean);

const documents = globSync(["*.md", "NOTICE", "docs/**/*.md"], { cwd: root }).sort();
const generated = new Set(linesOf(".gitignore").map((line) => line.replace(/\/$/, "")));

/** What stands in backticks and looks like a file or folder of the project; routes, patterns and what is generated don't. */
function pathsIn(document: string): string[] {
  const quoted = [...read(document).matchAll(/`([\w.@()[\]/-]+)`/g)].map(([, text]) => text!);
  return quoted.filter((text) => {
    const parts = text.split("/");
    const isFolder = parts.length > 1 && (text.endsWith("/") || existsSync(join(root, parts[0]!)));
    return parts[0] !== "" && (isFile.test(text) || isFolder) && !parts.some((part) => generated.has(part));
  });
}
const isFile = /\.(css|json|md|mjs|sql|ts|tsx|ya?ml)$/;

/** A name alone, such as `queries.ts`, says which files of that name are meant and not one of them. */
const isNameOfMany = (path: string) =>
  !path.includes("/") && globSync(`{apps,packages}/*/{src,features}/**/${path}`, { cwd: root }).length > 0;

test.each(documents)("every path that %s names exists", (document) => {
  const missing = pathsIn(document).filter((path) => !existsSync(join(root, path)) && !isNameOfMany(path));
  expect(missing).toEqual([]);
});

test.each(documents)("every link of %s leads somewhere", (document) => {
  const links = [...read(document).matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, link]) => link!);
  expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
});

test.each(documents)("%s names no machine's paths and no registry", (document) => {
  const ofMachine =
    /(?<![\w.~}>])\/(home|Users|root|tmp|mnt|work|private|workspace)\b[^\s`)]*|\b[A-Z]:\\|\.\.\/shared/g;
  expect(read(document).match(ofMachine)).toBeNull();
  expect(read(document).match(/\bregistry\.[\w.]+/)).toBeNull();
});

describe("the README", () => {
  const readme = read("README.md");
  const table = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!);
  const variablesIn = (file: string, pattern: RegExp) =>
    [...read(file).matchAll(pattern)].map(([, name]) => name!);
  const variables = [
    ...variablesIn("apps/api/src/config.ts", /^ {2}([A-Z_]{4,}):/gm),
    ...variablesIn("apps/cli/src/start/settings.ts", /\bvalue\("([A-Z_]+)"\)/g),
    ...variablesIn("apps/cli/src/environment.ts", /\bgiven\("([A-Z_]+)"\)/g),
    ...variablesIn("apps/web/lib/api-url.ts", /process\.env\.([A-Z_]+)/g),
  ];

  test("has a row for each variable that is read, and none for another", () => {
    expect(variables.length).toBeGreaterThan(25);
    expect(table.toSorted()).toEqual([...new Set(variables)].sort());
  });

  test("stays below 150 lines", () => {
    expect(readme.split("\n").length).toBeLessThan(150);
  });
});

describe("docs/api.md", () => {
  const api = read("docs/api.md");

  test.each(Object.entries(routes))("has the route of %s", (name, route) => {
    expect(api).toContain(`| \`${name}\` | \`${route}\` |`);
  });

  test("has every error with its status, and no other", () => {
    const codes = [...read("packages/contract/src/errors.ts").matchAll(/^ {2}([a-z_]+): [1-5]\d\d,$/gm)];
    const told = [...api.matchAll(/^\| `([a-z_]+)` \| ([1-5]\d\d) \|/gm)].map(([, code, status]) => [
      code,
      status,
    ]);
    const thrown = codes.map(([, code]) => [code, String(new AppError(code as ErrorCode, "").status)]);
    expect(told).toEqual(thrown);
  });
});

test("the decisions' index has every decision, under its own title", () => {
  const index = read("docs/decisions/README.md");
  for (const file of globSync("docs/decisions/[0-9]*.md", { cwd: root })) {
    const title = /^# \d{4}: (.+)$/m.exec(read(file))?.[1];
    expect(index).toContain(`(${file.split("/").at(-1)}) | ${title} |`);
  }
});
