/** What list_tasks finds by words: as written, by parts, in any script, and in spite of typing errors. */
import { beforeAll, expect, test } from "vitest";
import { createWorld, type Person, processDatabase } from "../testing/world.ts";

const found = async (person: Person, search: string) =>
  (await person.list_tasks({ search, limit: 200 })).tasks.map(({ title }) => title);

const forgiven = {
  grocries: "buy groceries",
  metting: "prepare the meeting",
  zepelin: "ask about the zeppelin",
  "dentst apointment": "dentist appointment",
  Wenesday: "plans for wednesday",
};
const address = "mail notes_v2.txt to ada@example.com";
const scripts = [
  "हिन्दी सीखना",
  "写报告",
  "Füße waschen",
  "cafe\u0301 au lait",
  "اردو کتاب",
  "İstanbul gezisi",
];
const strange = [
  "100%",
  "a_b",
  "c:\\temp",
  'say "hi"',
  "it's",
  "🎉 party",
  "???",
  "<b>&amp;</b>",
  "x & y | !z",
];

let ada: Person;

/** Signing up takes longer than the tests: they share a person. */
beforeAll(async () => {
  ada = await (await createWorld({ lasts: "file" })).as("ada");
  const titles = [...Object.values(forgiven), address, ...scripts, ...strange, "buy silk", "buy milk"];
  await ada.add_tasks({ tasks: titles.map((title) => ({ title })) });
});

test.each(Object.entries(forgiven))("a typing error is forgiven: %s", async (words, title) => {
  expect(await found(ada, words)).toEqual([title]);
});

test("what is there is found as written; the alike are for when nothing is", async () => {
  expect(await found(ada, "milk")).toEqual(["buy milk"]);
  expect(await found(ada, "mlik buy")).toContain("buy milk");
});

test("the index forgives as much as a look at each title does", async () => {
  const url = new URL(await processDatabase());
  url.searchParams.set("options", "-c enable_seqscan=off");
  const bob = await (await createWorld({ environment: { DATABASE_URL: url.href } })).as("bob");
  await bob.add_tasks({ tasks: [{ title: "buy groceries" }, { title: "grow rice" }] });
  expect(await found(bob, "grocries")).toEqual(["buy groceries"]);

  // More than are looked at one by one.
  for (let n = 0; n < 5; n++) await bob.add_tasks({ tasks: Array(100).fill({ title: "walk the dog" }) });
  expect(await found(bob, "grocries")).toEqual(["buy groceries"]);
});

test.each(["ada", "example", "example.com", "ada@example.com", "notes", "v2", "txt mail"])(
  "an address and a file are found by their parts: %s",
  async (words) => {
    expect(await found(ada, words)).toEqual([address]);
  },
);

test.each(scripts)("%s is found by each of its words", async (title) => {
  for (const word of title.split(" ")) expect(await found(ada, word)).toEqual([title]);
});

test.each(strange)("%s is found as it is written", async (title) => {
  expect(await found(ada, title)).toContain(title);
});

test.each([
  ["%", ["100%"]],
  ["_", [address, "a_b"]],
  ["\\", ["c:\\temp"]],
  ["🎉", ["🎉 party"]],
  ['"', ['say "hi"']],
])("punctuation alone is looked for in titles: %s", async (words, expected) => {
  expect(await found(ada, words)).toEqual(expected);
});

test.each([
  "%%",
  "\\_",
  "\\'",
  "' \"",
  "':*",
  "(",
  "🎈",
  "$",
  "--",
  "&&&",
  "q'q\\q",
  "$1q",
  "(q",
  "q:*",
  "!q",
  "q <-> q",
])("%s finds nothing where it isn't, and fails nowhere", async (words) => {
  expect(await found(ada, words)).toEqual([]);
});
