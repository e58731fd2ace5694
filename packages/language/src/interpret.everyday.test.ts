import { expect, test } from "vitest";
import type { InterpretContext } from "./meaning.ts";
import { act, add, type Fields, it, list, meaning, on, reschedule, update } from "./testing/meaning.ts";

/** What people say in the middle of a day with their tasks. */
const spoken: InterpretContext = { spoken_of: true };

test.each<[string, object[]]>([
  ["I did gym today", [act("complete", { text: "gym" })]],
  ["I finished the report yesterday", [act("complete", { text: "report" })]],
  ["I've done the taxes last night", [act("complete", { text: "taxes" })]],
  [
    "I bought milk and eggs",
    [
      act("complete", { text: "buy milk", or_text: "milk" }),
      act("complete", { text: "buy eggs", or_text: "eggs" }),
    ],
  ],
])("when it was done is no part of which task: %s", (text, expected) => {
  expect(meaning(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["got the apples and the pears", ["get the apples", "get the pears"]],
  ["we bought milk, eggs and bread", ["buy milk", "buy eggs", "buy bread"]],
  ["I called mom and dad", ["call mom and dad"]],
])("what may have been done is no wish to add it: %s", (text, titles) => {
  const [first] = meaning(text);
  const said = first?.operation === "reject" ? first.perhaps : meaning(text);
  expect(said).toMatchObject(titles.map((title) => act("complete", { text: title })));
});

test.each<[string, Fields]>([
  ["do the first one tomorrow", reschedule({ ordinal: 1 }, on("2026-03-05"))],
  ["do that tomorrow at 9", reschedule(it, on("2026-03-05", "09:00"))],
  ["move everything to the week after", reschedule({ every: true }, on("2026-03-09"))],
  ["do everything tomorrow", reschedule({ every: true }, on("2026-03-05"))],
  ["the second one on friday", reschedule({ ordinal: 2 }, on("2026-03-06"))],
  ["and the others next week", reschedule({ text: "others" }, on("2026-03-09"))],
  ["the rest tomorrow", reschedule({ text: "rest" }, on("2026-03-05"))],
  ["put it under office", update(it, { list: "office" })],
  ["assign it a high priority", update(it, { priority: "high" })],
])("what was spoken of is changed, never added: %s", (text, expected) => {
  expect(meaning(text, spoken)).toEqual([expected]);
});

test.each<[string, string]>([
  ["and monday?", "2026-03-09"],
  ["on friday?", "2026-03-06"],
  ["how about friday?", "2026-03-06"],
  ["what about sunday?", "2026-03-08"],
])("a day with a question mark is a question: %s", (text, day) => {
  expect(meaning(text, spoken)).toEqual([list({ due: { on: day } })]);
});

test.each<[string, object]>([
  ["I don't need to water the plants anymore", act("delete", { text: "water the plants" })],
  ["scratch the lemons", act("delete", { text: "lemons" })],
  ["the dentist is now at 3pm", reschedule({ text: "dentist" }, { due_time: "15:00" })],
  ["the slides can wait until Friday", reschedule({ text: "slides" }, on("2026-03-06"))],
  ["leave the report for Friday", reschedule({ text: "report" }, on("2026-03-06"))],
  ["assign the report to Friday", reschedule({ text: "report" }, on("2026-03-06"))],
  ["make the report less important", update({ text: "report" }, { priority: "low" })],
  ["make the report more important", update({ text: "report" }, { priority: "high" })],
  ["my Friday tasks", list({ due: { on: "2026-03-06" } })],
  [
    "move my Friday tasks to Sunday",
    reschedule({ due: { on: "2026-03-06" }, every: true }, on("2026-03-08")),
  ],
  ["show me everything by priority", list({ sort: "priority" })],
  ["show tasks without a list", { operation: "list_filtered", filter: { query: "#inbox" } }],
  ["what's recurring?", { operation: "list_filtered", filter: { query: "recurring" } }],
  ["what is my schedule for Friday?", list({ due: { on: "2026-03-06" } })],
  ["reming me to call Bob", add({ title: "call Bob" })],
  ["see you tomorrow", { operation: "farewell" }],
  ["you're awesome", { operation: "thanks" }],
])("people say the same in other words: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, object]>([
  ["no more gym", act("delete", { text: "gym" })],
  ["bring back call bank", act("restore", { text: "call bank" })],
])("may be meant, if there is such a task: %s", (text, expected) => {
  expect(meaning(text)).toMatchObject([{ operation: "reject", perhaps: [expected] }]);
});

test("what is looked for isn't moved: everything in work that is due tomorrow", () => {
  expect(meaning("everything in work that is due tomorrow", { lists: ["work"] })).toEqual([
    list({ list: "work", due: { on: "2026-03-05" } }),
  ]);
});

test.each<[string, object]>([
  ["how does friday look?", list({ due: { on: "2026-03-06" } })],
  ["how's tomorrow looking?", list({ due: { on: "2026-03-05" } })],
  ["what are we doing tomorrow?", list({ due: { on: "2026-03-05" } })],
  ["busy on friday?", list({ due: { on: "2026-03-06" } })],
  ["give me an overview", list({ status: "pending" })],
  ["what did I add today?", { operation: "history", days: { on: "2026-03-04" } }],
])("people ask for it in many ways: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, Fields]>([
  ["what's due today and tomorrow?", { due: { after: "2026-03-03", before: "2026-03-06" } }],
  [
    "show everything this week sorted by priority",
    { due: { after: "2026-03-01", before: "2026-03-09" }, sort: "priority" },
  ],
  ["what's most important today?", { status: "pending", due: { on: "2026-03-04" }, sort: "priority" }],
  ["do I have a meeting with Anna?", { text: "meeting with Anna" }],
])("which, and in which order: %s", (text, filter) => {
  expect(meaning(text)).toEqual([list(filter)]);
});

test.each([
  ["which tasks have no due date", "no date"],
  ["which of my tasks are recurring?", "recurring"],
])("asked for by a filter: %s", (text, query) => {
  expect(meaning(text)).toEqual([{ operation: "list_filtered", filter: { query } }]);
});

test.each<[string, Fields, Fields, Fields]>([
  [
    "set task 2 due friday at 5 with high priority and label shop",
    { numbers: [2] },
    on("2026-03-06", "17:00"),
    { priority: "high", labels: ["shop"] },
  ],
  [
    "change task 3 to friday, urgent, #home",
    { numbers: [3] },
    on("2026-03-06"),
    { priority: "urgent", labels: ["home"] },
  ],
  ["move it to friday 5pm with high priority", it, on("2026-03-06", "17:00"), { priority: "high" }],
])("several fields at once: %s", (text, target, when, changes) => {
  expect(meaning(text, spoken)).toEqual([reschedule(target, when), update(target, changes)]);
});

test.each([
  ["show me tasks 2 and 3", [2, 3]],
  ["what's task 2?", [2]],
])("a task is looked at by its number: %s", (text, numbers) => {
  expect(meaning(text)).toEqual([list({ numbers })]);
});

test.each(["make task 2 a subtask of task 1", "add that", "add it"])("is no new task: %s", (text) => {
  expect(meaning(text, spoken)).toMatchObject([{ operation: "reject" }]);
});

test.each<[string, object]>([
  ["take out trash tonight", add({ title: "take out trash", ...on("2026-03-04", "20:00") })],
  ["add milk n eggs", add("milk", "eggs")],
  ["what was due yesterday?", list({ due: { on: "2026-03-03" } })],
  [
    "move what's left from yesterday to today",
    reschedule({ every: true, due: { on: "2026-03-03" } }, on("2026-03-04")),
  ],
])("small words don't mislead: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});
