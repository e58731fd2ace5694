import { expect, test } from "vitest";
import { atDue } from "../testing/meaning.ts";
import { quickAdd } from "./quick-add.ts";

/** Wednesday, 4 March 2026, half past ten in the morning. */
const options = {
  now: new Date("2026-03-04T09:30:00Z"),
  time_zone: "Europe/Berlin",
  context: { lists: ["Groceries", "Side project"], labels: ["Home"] },
};

const read = (text: string) => quickAdd(text, options).task;

test.each<[string, Record<string, unknown>]>([
  ["milk +groceries", { title: "milk", list: "Groceries" }],
  ["sketch logo +Design", { title: "sketch logo", list: "Design" }],
  ['sketch logo +"side project"', { title: "sketch logo", list: "Side project" }],
  ["mop floor @home @weekly", { title: "mop floor", labels: ["Home", "weekly"] }],
  ["mop floor *home", { title: "mop floor", labels: ["Home"] }],
  ["eggs #groceries", { title: "eggs", list: "Groceries" }],
  ["eggs #breakfast", { title: "eggs", labels: ["breakfast"] }],
  ["pay fine p1", { title: "pay fine", priority: "urgent" }],
  ["pay fine P3", { title: "pay fine", priority: "medium" }],
  ["pay fine p4", { title: "pay fine", priority: "none" }],
  ["pay fine !1", { title: "pay fine", priority: "low" }],
  ["pay fine !3", { title: "pay fine", priority: "high" }],
  ["pay fine !5", { title: "pay fine", priority: "urgent" }],
  ["high-priority pay fine", { title: "pay fine", priority: "high" }],
  ["urgent: pay fine", { title: "pay fine", priority: "urgent" }],
  ["pay fine high priority", { title: "pay fine", priority: "high" }],
  ["rice for the groceries list", { title: "rice", list: "Groceries" }],
  ["rice to groceries", { title: "rice", list: "Groceries" }],
  ["fix lamp tagged home", { title: "fix lamp", labels: ["Home"] }],
  ["write to ann@example.com", { title: "write to ann@example.com" }],
  ["read https://example.com/a#part +Reading", { title: "read https://example.com/a#part", list: "Reading" }],
  ["remind me to call mom tomorrow", { title: "call mom", when: { due_on: "2026-03-05" }, ...atDue }],
  [
    "tomorrow at 5 remind me to call mom",
    { title: "call mom", when: { due_on: "2026-03-05", due_time: "17:00" }, ...atDue },
  ],
  [
    "set a reminder for my dentist appointment on friday",
    { title: "dentist appointment", when: { due_on: "2026-03-06" }, ...atDue },
  ],
  ["set a friday reminder to stretch", { title: "stretch", when: { due_on: "2026-03-06" }, ...atDue }],
  ["the game is on friday, please remind me", { title: "game", when: { due_on: "2026-03-06" }, ...atDue }],
  [
    "remind me on friday of the match next saturday",
    { title: "match next saturday", when: { due_on: "2026-03-06" }, ...atDue },
  ],
  ["send reminder", { title: "send reminder" }],
  ["the exam is on friday", { title: "the exam", when: { due_on: "2026-03-06" } }],
  ["is this due?", { title: "is this due?" }],
  ["pay rent tomorrow!", { title: "pay rent", when: { due_on: "2026-03-05" } }],
  ["tomorrow really?", { title: "really?", when: { due_on: "2026-03-05" } }],
  ["learn C# basics", { title: "learn C# basics" }],
  ["call +49 30 123456", { title: "call +49 30 123456" }],
  ["be #1 in chess", { title: "be #1 in chess" }],
  ['watch "Friday Night" friday', { title: 'watch "Friday Night"', when: { due_on: "2026-03-06" } }],
  ["buy milk and eggs", { title: "buy milk and eggs" }],
  ["add oil to the car", { title: "add oil to the car" }],
  [
    "Plan trip +Side @home p2 next friday 17:00",
    {
      title: "Plan trip",
      list: "Side",
      labels: ["Home"],
      priority: "high",
      when: { due_on: "2026-03-13", due_time: "17:00" },
    },
  ],
])("%s", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test("chips have spans in the original text", () => {
  const text = "call mom tomorrow at 5pm p1 @home";
  const { spans } = quickAdd(text, options);
  const said = Object.entries(spans).map(([kind, found]) => [
    kind,
    ...found.map(({ start, end }) => text.slice(start, end)),
  ]);

  expect(Object.fromEntries(said.map(([kind, ...words]) => [kind, words]))).toEqual({
    due_on: ["tomorrow"],
    due_time: ["at 5pm"],
    priority: ["p1"],
    labels: ["@home"],
  });
});

test("a rejected chip returns to the title", () => {
  const text = "read Tomorrow and Tomorrow friday";
  const first = quickAdd(text, options);
  expect(first.task).toEqual({ title: "read Tomorrow and Tomorrow", when: { due_on: "2026-03-06" } });

  const second = quickAdd(text, { ...options, ignore: first.spans.due_on ?? [] });
  expect(second.task.title).toContain("friday");
  expect(second.spans.due_on?.[0]?.start).not.toBe(first.spans.due_on?.[0]?.start);
});

test.each([
  "call mom tomorrow at 5pm p1 @home +Side",
  "pay fine in two weeks high priority tagged bills",
  "2026-12-24 wrap presents for the party list !3",
  "see Ann between 2 and 3 on Friday urgent",
])("each chip of %j can be rejected alone, and its words return to the title", (text) => {
  const { spans } = quickAdd(text, options);
  for (const [kind, found] of Object.entries(spans)) {
    const again = quickAdd(text, { ...options, ignore: found });
    for (const { start, end } of found) expect(again.task.title).toContain(text.slice(start, end));
    expect(again.spans).not.toHaveProperty(kind, found);
  }
});

test("a title is whatever is no chip, even nothing", () => {
  expect(read("")).toEqual({ title: "" });
  expect(read("p1")).toEqual({ title: "", priority: "urgent" });
});
