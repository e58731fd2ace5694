/** The list of languages, and that nothing else names them: a third one must not have to be looked for. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directionOf, isLanguage, languages } from "./languages.ts";

const project = join(import.meta.dirname, "..", "..", "..");

/** The list itself, the folder of each language, and where those folders are put together, as TypeScript insists. */
const OWN =
  /^packages\/contract\/src\/language-tags\.ts$|\/(messages|words|locales)\/([a-z]{2}\/|(languages|locales|translations)\.ts$)/;

const tag = `"(?:${languages.join("|")})"`;
/**
 * A language taken for itself, as in `language === "ur"`, or the list written out again, as in `"en" | "ur"`. By the
 * name of what is compared, for `"id"` and `"is"` are languages too.
 */
const named = new RegExp(
  `(?:lang|locale|tag)\\w*(?: ?[!=]==? ?|\\.startsWith\\()${tag}|(?:\\["en",|"en" \\|) ${tag}|\\| "en"`,
  "i",
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
  ["az-Arab", "rtl"],
  ["zh-Hant", "ltr"],
])("%s is written %s", (language, direction) => expect(directionOf(language)).toBe(direction));
