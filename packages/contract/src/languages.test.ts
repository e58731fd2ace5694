/** The list of languages, and that nothing else names them: a third one must not have to be looked for. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directionOf, isLanguage, languages } from "./languages.ts";

const project = join(import.meta.dirname, "..", "..", "..");

/** The list itself, the folder of each language, and where those folders are put together, as TypeScript insists. */
const OWN =
  /^packages\/contract\/src\/languages\.ts$|\/(messages|words|locales)\/([a-z]{2}\/|(languages|locales)\.ts$)/;

/** A language taken for itself, as in `=== "ur"`, or the list written out again, as in `"en" | "ur"`. */
const named = new RegExp(
  `(?:===?|!==?|startsWith\\(|\\|) ?"(?:${languages.join("|")})"|\\["${languages.join('", "')}"`,
);

const sources = globSync("{apps,packages,faults,bench,scripts}/**/*.{ts,tsx}", {
  cwd: project,
  exclude: (path) => /(^|\/)(node_modules|dist|\.next|\.data)$/.test(path),
}).filter((path) => !/\.test\.tsx?$/.test(path) && !OWN.test(path));

test("nothing but the list and their folders names the languages", () => {
  const found = sources.filter((path) => named.test(readFileSync(join(project, path), "utf8")));
  expect(found).toEqual([]);
});

test.each([
  'if (language === "ur")',
  'language: "en" | "ur";',
  `z.enum(["${languages.join('", "')}"])`,
  'tag.startsWith("ur")',
])("the search finds %s", (line) => expect(line).toMatch(named));

test("a name that is no language is known as such", () => {
  expect([...languages, "toString", "", undefined].filter(isLanguage)).toEqual(languages);
});

test.each([
  ["en", "ltr"],
  ["ur", "rtl"],
  ["fa", "rtl"],
])("%s is written %s", (language, direction) => expect(directionOf(language)).toBe(direction));
