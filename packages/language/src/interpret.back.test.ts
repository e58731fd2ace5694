/** What is over, parts of tasks, and sentences that are no requests but may be about tasks. */
import { expect, test } from "vitest";
import { interpret } from "./interpret.ts";
import { act, add, type Fields, it, meaning, on, options, reschedule } from "./testing/meaning.ts";

const context = { lists: ["Groceries"] };
const below = (target: Fields, ...titles: string[]) => ({
  operation: "add_subtasks",
  target,
  tasks: titles.map((title) => ({ title })),
});

test.each<[string, Fields]>([
  ["add a subtask to pack: passport", below({ text: "pack" }, "passport")],
  ["add subtasks to task 3: book hotel, buy tickets", below({ numbers: [3] }, "book hotel", "buy tickets")],
  ["add a sub-task to it called passport", below(it, "passport")],
  ["add a subtask passport to packing", below({ text: "packing" }, "passport")],
  ["add passport as a sub task of packing", below({ text: "packing" }, "passport")],
  ["add tent and rope under camping trip", below({ text: "camping trip" }, "tent", "rope")],
  ["add tent under packing", { ...below({ text: "packing" }, "tent"), or_list: "packing" }],
  ["add milk under groceries", add({ title: "milk", list: "Groceries" })],
  ["break packing into passport and socks", below({ text: "packing" }, "passport", "socks")],
  ["archive the groceries list", { operation: "archive_list", list: "Groceries" }],
  ["archive groceries", { operation: "archive_list", list: "Groceries" }],
  ["unarchive groceries", { operation: "unarchive_list", list: "Groceries" }],
  ["show archived lists", { operation: "list_archived" }],
  ["what's in the trash?", { operation: "list_trash" }],
  ["show deleted tasks", { operation: "list_trash" }],
  ["empty the trash", { operation: "empty_trash" }],
  ["show my history", { operation: "history" }],
  ["what changed today?", { operation: "history", days: { on: "2026-03-04" } }],
  ["what did I change on Monday?", { operation: "history", days: { on: "2026-03-02" } }],
  ["when did I finish the report?", { operation: "ask_done", text: "report" }],
])("%s", (text, expected) => {
  expect(meaning(text, context)).toEqual([expected]);
});

test.each<[string, Fields]>([
  ["did I call mom?", { operation: "ask_done", text: "call mom" }],
  ["did I water the plants?", { operation: "ask_done", text: "water the plants" }],
  ["have I fed the cat?", { operation: "ask_done", text: "feed the cat" }],
  ["have I watered the plants today?", { operation: "ask_done", text: "water the plants" }],
  ["when did I last water the plants?", { operation: "ask_done", text: "water the plants" }],
  ["is the sink fixed yet?", { operation: "ask_done", text: "fix sink" }],
  ["plants watered", act("complete", { text: "water plants" })],
  ["the plants are watered", act("complete", { text: "water plants" })],
  ["report finished", act("complete", { text: "report" })],
  ["dentist moved to Monday", reschedule({ text: "dentist" }, on("2026-03-09"))],
  ["I moved the dentist to Monday at 4pm", reschedule({ text: "dentist" }, on("2026-03-09", "16:00"))],
  ["split up the move into pack boxes, rent a van", below({ text: "move" }, "pack boxes", "rent a van")],
  ["milk, eggs, bread", add("milk", "eggs", "bread")],
  ["milk\neggs\noat milk", add("milk", "eggs", "oat milk")],
  [
    "yoga on Tue, Thu and Sat",
    add({ title: "yoga", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=TU,TH,SA" }, ...on("2026-03-05") }),
  ],
])("is no request, but may mean: %s", (text, expected) => {
  const [only, ...more] = interpret(text, { ...options, context });
  expect(more).toEqual([]);
  expect(only).toMatchObject({ operation: "reject", perhaps: [expected] });
});

test.each([
  "archive the contract",
  "play some jazz, loud please",
  "what happened in the news",
  "show my search history",
])("means nothing of ours: %s", (text) => {
  const [only] = interpret(text, { ...options, context });
  expect(only).toMatchObject({ operation: "reject" });
  expect(only).not.toHaveProperty("perhaps");
});

test("several weekdays in a row come back", () => {
  expect(meaning("gym mon wed fri 6pm")).toEqual([
    add({ title: "gym", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO,WE,FR" }, ...on("2026-03-04", "18:00") }),
  ]);
});
