import { cpSync, globSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterEach, expect, test } from "vitest";
import { temporaryProject } from "./temporary-project.ts";

const TAGS = "packages/contract/src/language-tags.ts";
const TRANSLATIONS = "apps/web/messages/translations.ts";

let project: ReturnType<typeof temporaryProject>;
afterEach(() => project.remove());

const projectWith = (files: Record<string, string>) => {
  const inPlace = Object.entries(files).map(([name, text]) => [`apps/web/messages/${name}`, text]);
  project = temporaryProject({ [TAGS]: "", [TRANSLATIONS]: "", ...Object.fromEntries(inPlace) });
  return project.run("scripts/languages.mjs");
};
const tags = () => project.read(TAGS)?.match(/(?<=")[\w-]+(?=")/g);

test("each file is a language, behind English and by its tag", () => {
  expect(projectWith({ "ur.json": `{ "name": "اردو" }`, "de.json": `{ "name": "Deutsch" }` })).toEqual({
    status: 0,
    stdout: "The languages are en, de, ur.\n",
    stderr: "",
  });
  expect(tags()).toEqual(["en", "de", "ur"]);
});

test("a file that is gone is a language no more", () => {
  projectWith({ "ur.json": `{ "name": "اردو" }` });
  expect(tags()).toEqual(["en", "ur"]);
  project.delete("apps/web/messages/ur.json");
  project.run("scripts/languages.mjs");
  expect(tags()).toEqual(["en"]);
});

test.each(["pt-BR", "zh-Hant-TW"])("what %s says is found by its tag", async (tag) => {
  projectWith({ [`${tag}.json`]: `{ "name": "Português", "notices": { "notice.complete": "Concluir" } }` });
  const { outputFiles } = await build({
    entryPoints: [join(project.dir, TRANSLATIONS)],
    bundle: true,
    format: "esm",
    write: false,
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`);
  expect(module.translations[tag].name).toBe("Português");
  expect(module.translatedNotices[tag]).toEqual({ "notice.complete": "Concluir" });
});

test("nothing is written where nothing changed", () => {
  projectWith({ "ur.json": `{ "name": "اردو" }` });
  const files = [TAGS, TRANSLATIONS].map((path) => join(project.dir, path));
  for (const file of files) utimesSync(file, 1, 1);
  expect(project.run("scripts/languages.mjs")).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(files.map((file) => statSync(file).mtimeMs)).toEqual([1000, 1000]);
});

test.each([
  ["german.json", "{}", "apps/web/messages/german.json is not called as a language is."],
  ["ur_PK.json", "{}", "apps/web/messages/ur_PK.json is not called as a language is."],
  ["pt-br.json", "{}", "apps/web/messages/pt-br.json is to be called pt-BR.json."],
  ["en.json", `{ "name": "English" }`, "apps/web/messages/en.json is one too many"],
  ["fr.json", "{ name }", "apps/web/messages/fr.json is not JSON: "],
  ["fr.json", "{}", `apps/web/messages/fr.json has no "name"`],
  ["fr.json", "null", `apps/web/messages/fr.json has no "name"`],
  ["fr.json", `{ "name": " " }`, `apps/web/messages/fr.json has no "name"`],
])("%s with %s is refused by its name", (name, text, reason) => {
  expect(projectWith({ [name]: text })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(reason),
  });
});

test("the two modules are those of the files", () => {
  const root = join(import.meta.dirname, "..");
  project = temporaryProject({ [TAGS]: "", [TRANSLATIONS]: "" });
  for (const file of globSync("apps/web/messages/*.json", { cwd: root }))
    cpSync(join(root, file), join(project.dir, file));
  project.run("scripts/languages.mjs");
  for (const path of [TAGS, TRANSLATIONS])
    expect(readFileSync(join(root, path), "utf8"), "Run: npm run languages").toBe(project.read(path));
});
