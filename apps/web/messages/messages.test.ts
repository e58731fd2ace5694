/**
 * The catalogue against the code, by reading its text: what is said is there
 * in every language, what is there is said, and nothing is said past it.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { operations } from "@todo/contract/contract";
import type { Language } from "@todo/contract/languages";
import { describe, expect, test } from "vitest";
import { languageNames, messagesOf } from "./languages.ts";
import type { Catalogue } from "./messages.ts";

const web = join(import.meta.dirname, "..");
const sources = globSync("{app,features,lib,service-worker,ui}/**/*.{ts,tsx}", { cwd: web })
  .filter((path) => !path.endsWith(".test.ts"))
  .map((path) => ({ path, text: readFileSync(join(web, path), "utf8") }));
const code = sources.map(({ text }) => text).join("\n");

const catalogueOf = (language: Language): Catalogue => ({
  ...messagesOf(language).workspace,
  ...messagesOf(language).account,
});

const formsOf = (message: Catalogue[string] | undefined) =>
  typeof message === "string" ? [message] : Object.values(message ?? {});

const placeholdersOf = (message: Catalogue[string] | undefined) => [
  ...new Set(formsOf(message).flatMap((form) => form.match(/\{\w+\}/g) ?? [])),
];

describe.each(languageNames)("$label", ({ value: language }) => {
  const spoken = catalogueOf(language);

  test("has every message, and none that English hasn't", () => {
    const missing = Object.keys(catalogueOf("en")).filter((key) => !Object.hasOwn(spoken, key));
    const unknown = Object.keys(spoken).filter((key) => !Object.hasOwn(catalogueOf("en"), key));
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
  });

  const known = Object.entries(catalogueOf("en")).filter(([key]) => Object.hasOwn(spoken, key));
  test.each(known)("%s has the placeholders of English", (key, english) => {
    expect(placeholdersOf(spoken[key]).sort()).toEqual(placeholdersOf(english).sort());
  });

  test("has a plural for every category that its numbers need", () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const missing = Object.entries(spoken).flatMap(([key, message]) => {
      if (typeof message === "string") return [];
      const absent = needed.filter((category) => message[category] === undefined);
      return absent.length > 0 ? [`${key}: ${absent.join(", ")}`] : [];
    });
    expect(missing).toEqual([]);
  });

  test("has no message that says nothing", () => {
    const blank = Object.entries(spoken).filter(([, message]) =>
      formsOf(message).some((form) => !form.trim()),
    );
    expect(blank).toEqual([]);
  });
});

test("every message is said somewhere", () => {
  // Keys made of a name from elsewhere: `priority.${task.priority}`.
  const made = new Set([...code.matchAll(/`(\w+)\.\$\{/g)].map(([, prefix]) => prefix));
  const operationNames = new Set<string>(operations.map(({ name }) => name));
  const byOperation = new Set(["did", "doing", "approve", "keep"]);
  const isSaid = (key: string) => {
    if (code.includes(`"${key}"`)) return true;
    const [prefix = "", name = ""] = key.split(".");
    return made.has(prefix) && (!byOperation.has(prefix) || operationNames.has(name));
  };
  expect(Object.keys(catalogueOf("en")).filter((key) => !isSaid(key))).toEqual([]);
});

/** Words in the code that are right there, each with its reason. */
const ALLOWED: Record<string, string> = {
  "It was changed meanwhile.": "An error that is always caught: a sheet tells it instead.",
  "It waits for the network.": "An error that is always caught: the line above the columns tells it.",
  "The server can't be reached.": "An error of the API, told by its code.",
  "Somebody else is signed in.": "An error of the API, told by its code.",
  "A change is about a task.": "For programmers: it can't happen.",
};

/** Of a file's text: what it shows or reads aloud that isn't from the catalogue. */
function literalsIn(text: string): string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  const patterns = [
    // <b>words</b>, <b>{count} words</b>
    /(?<!=)[>}]([^<>{}=;()|&[\]]*\p{L}{2,}[^<>{}=;()|&[\]]*)<\//gu,
    // <b>words {count}
    /(?<=["}\w]\s*)(?<!=)>([^<>{}=;:()|&[\]]*\p{L}{2,}[^<>{}=;:()|&[\]]*)\{/gu,
    /\b(?:aria-label|aria-description|title|placeholder|alt|label|text|lead|hint|sentence)(?:=|: )"([^"]*\p{L}[^"]*)"/gu,
    // A whole sentence, wherever it stands.
    /"(\p{Lu}[^"\n]* [^"\n]*[.…?])"/gu,
  ];
  return patterns.flatMap((pattern) => [...bare.matchAll(pattern)].map(([, words = ""]) => words.trim()));
}

test("no component says anything past the catalogue", () => {
  const found = sources.flatMap(({ path, text }) =>
    literalsIn(text)
      .filter((words) => !Object.hasOwn(ALLOWED, words) && !Object.hasOwn(catalogueOf("en"), words))
      .map((words) => `${path}: ${words}`),
  );
  expect(found).toEqual([]);
});

test.each([
  '<p className="x">Nothing here</p>',
  "<p>{count} tasks</p>",
  "<p>Hello {name}</p>",
  '<button aria-label="Close" />',
  'showToast({ text: "Saved" })',
  'showTrouble("That did not work.")',
])("the search for words finds those of %s", (line) => {
  expect(literalsIn(line)).toHaveLength(1);
});
