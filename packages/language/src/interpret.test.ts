import { expect, test } from "vitest";
import { interpret } from "./interpret.ts";
import {
  act,
  add,
  atDue,
  type Fields,
  it,
  list,
  meaning,
  on,
  options,
  reschedule,
} from "./testing/meaning.ts";

test.each<[string, Fields]>([
  ["Add a task to buy groceries", add("buy groceries")],
  ["I need to remember to pay bills", add("pay bills")],
  ["remind me to water the plants", add("water the plants")],
  ["Don't let me forget the parking permit", add("parking permit")],
  ["dont forget to call the landlord!", add("call the landlord")],
  ["new task: sharpen the knives", add("sharpen the knives")],
  ["todo: renew passport", add("renew passport")],
  ["create a task called Clean the attic", add("Clean the attic")],
  ["put bread on my list", add("bread")],
  ["Hey, could you please add a dentist appointment?", add("dentist appointment")],
  ["I want to repaint the fence", add("repaint the fence")],
  ["make a note to ask about parental leave", add("ask about parental leave")],
  ["add finish the novel", add("finish the novel")],
  ["remind me tomorrow to feed the cat", add({ title: "feed the cat", ...on("2026-03-05"), ...atDue })],
  [
    "schedule lunch with Ines on Friday at noon",
    add({ title: "lunch with Ines", ...on("2026-03-06", "12:00") }),
  ],
  [
    "add a high priority task to file the tax return",
    add({ title: "file the tax return", priority: "high" }),
  ],
  ["add buy stamps tagged errands", add({ title: "buy stamps", labels: ["errands"] })],
  ["add candles to my shopping list", add({ title: "candles", list: "shopping" })],
  ["add to the shopping list: candles", add({ title: "candles", list: "shopping" })],
  ["put out the bins tonight", add({ title: "put out the bins", ...on("2026-03-04", "20:00") })],
  ["bring cake on friday", add({ title: "bring cake", ...on("2026-03-06") })],
  ["finish the slides by friday", add({ title: "finish the slides", ...on("2026-03-06") })],
  ["buy oat milk tomorrow", add({ title: "buy oat milk", ...on("2026-03-05") })],
  ["do laundry on sunday", add({ title: "do laundry", ...on("2026-03-08") })],
  ['add "call mom tonight" tomorrow', add({ title: "call mom tonight", ...on("2026-03-05") })],
])("adds: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, Fields]>([
  ["add milk and eggs", add("milk", "eggs")],
  ["add buy milk, call mom and book flight", add("buy milk", "call mom", "book flight")],
  ["add buy bread and butter", add("buy bread and butter")],
  ["add bread and butter", add("bread and butter")],
  ["add wash and dry the car", add("wash and dry the car")],
  ["add dinner with Tom and Ann", add("dinner with Tom and Ann")],
  ["add go to the bank and get cash", add("go to the bank and get cash")],
  ["remind me to find the receipt and send it to Bob", add("find the receipt and send it to Bob")],
  ["todo: wash the car; mow the lawn", add("wash the car", "mow the lawn")],
  ["add these tasks:\n- sand the table\n- oil the table", add("sand the table", "oil the table")],
  [
    "remind me tomorrow at 9 to call the bank and pay the rent",
    add(
      { title: "call the bank", ...on("2026-03-05", "09:00"), ...atDue },
      { title: "pay the rent", ...on("2026-03-05", "09:00"), ...atDue },
    ),
  ],
  [
    "add buy milk tomorrow and call mom on friday",
    add({ title: "buy milk", ...on("2026-03-05") }, { title: "call mom", ...on("2026-03-06") }),
  ],
  [
    "add tea, sugar and lemons to my shopping list",
    add(
      { title: "tea", list: "shopping" },
      { title: "sugar", list: "shopping" },
      { title: "lemons", list: "shopping" },
    ),
  ],
  [
    "add milk and eggs to groceries and call mom tomorrow at 5pm",
    add(
      { title: "milk", list: "groceries" },
      { title: "eggs", list: "groceries" },
      { title: "call mom", ...on("2026-03-05", "17:00") },
    ),
  ],
])("tells single tasks apart: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, Fields]>([
  ["Show me all my tasks", list()],
  ["what's pending?", list({ status: "pending" })],
  ["What have I completed?", list({ status: "completed" })],
  ["show me what I've done", list({ status: "completed" })],
  ["what's due today", list({ due: { on: "2026-03-04" } })],
  ["What is due this week?", list({ due: { after: "2026-03-01", before: "2026-03-09" } })],
  ["whats overdue", list({ due: { overdue: true } })],
  ["anything overdue?", list({ due: { overdue: true } })],
  ["which tasks are overdue", list({ due: { overdue: true } })],
  ["what do I have tomorrow", list({ due: { on: "2026-03-05" } })],
  ["do I have anything on friday", list({ due: { on: "2026-03-06" } })],
  ["show everything due before friday", list({ due: { before: "2026-03-06" } })],
  ["list my groceries", list({ text: "groceries" })],
  ["show the work list", list({ list: "work" })],
  ["what's on my list for tomorrow", list({ due: { on: "2026-03-05" } })],
  ["show me urgent tasks", list({ priority: "urgent" })],
  ["show tasks tagged garden", list({ label: "garden" })],
  ["find tasks about taxes", list({ text: "taxes" })],
  ["tasks for today", list({ due: { on: "2026-03-04" } })],
  ["what should I do next?", list({ status: "pending" })],
  ["I'd like to see my tasks", list()],
  ["my tasks", list()],
])("shows: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test("a date alone is about the task spoken of, if there is one", () => {
  expect(meaning("Friday", { spoken_of: true })).toEqual([reschedule(it, on("2026-03-06"))]);
  expect(meaning("Friday")).toEqual([{ operation: "reject", reason: "unclear" }]);
});

test.each<[string, Fields]>([
  ["create a list called work", { operation: "add_list", list: "work" }],
  ["make a shopping list", { operation: "add_list", list: "shopping" }],
  ["delete the work list", { operation: "delete_list", list: "work" }],
  ["rename list work to office", { operation: "rename_list", list: "work", name: "office" }],
  ["rename the work list to office", { operation: "rename_list", list: "work", name: "office" }],
  ["show my lists", { operation: "list_lists" }],
  ["what labels do I have", { operation: "list_labels" }],
  ["undo that", { operation: "undo" }],
  ["take that back", { operation: "undo" }],
  ["never mind, undo", { operation: "undo" }],
  ["redo", { operation: "redo" }],
  ["help", { operation: "help" }],
  ["what can you do?", { operation: "help" }],
  ["how do I add a task?", { operation: "help" }],
  ["Hello there!", { operation: "greeting" }],
  ["thank you so much", { operation: "thanks" }],
  ["yes please", { operation: "yes" }],
  ["no thanks", { operation: "no" }],
])("understands: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, Fields[]]>([
  ["mark milk as done and delete eggs", [act("complete", { text: "milk" }), act("delete", { text: "eggs" })]],
  ["mark milk and eggs as done", [act("complete", { text: "milk" }), act("complete", { text: "eggs" })]],
  ["delete the first and second task", [act("delete", { ordinal: 1 }), act("delete", { ordinal: 2 })]],
  [
    "delete tasks 2 and 3 and mark 4 as done",
    [act("delete", { numbers: [2, 3] }), act("complete", { numbers: [4] })],
  ],
  ["add salt and then show my list", [add("salt"), list()]],
  [
    "delete eggs and call mom tomorrow",
    [act("delete", { text: "eggs" }), add({ title: "call mom", ...on("2026-03-05") })],
  ],
  ["add call mom and mark it as done", [add("call mom"), act("complete", it)]],
  ["Call the plumber. Also remind me to buy stamps.", [add("Call the plumber"), add("buy stamps")]],
  [
    "add milk and eggs to groceries and move my morning meetings to 2 pm",
    [
      add({ title: "milk", list: "groceries" }, { title: "eggs", list: "groceries" }),
      reschedule({ text: "meetings", every: true, part_of_day: "morning" }, { due_time: "14:00" }),
    ],
  ],
  [
    "Mark the milk as done, delete the eggs, and add bread to groceries.",
    [
      act("complete", { text: "milk" }),
      act("delete", { text: "eggs" }),
      add({ title: "bread", list: "groceries" }),
    ],
  ],
])("hears every request: %s", (text, expected) => {
  expect(meaning(text)).toEqual(expected);
});

test.each([
  ["what's the weather", "not_about_tasks"],
  ["tell me a joke", "not_about_tasks"],
  ["play some music", "not_about_tasks"],
  ["turn on the lights", "not_about_tasks"],
  ["who wrote Faust?", "not_about_tasks"],
  ["set a timer for ten minutes", "not_about_tasks"],
  ["", "unclear"],
  ["...", "unclear"],
  ["qwertz", "unclear"],
  ["milk", "unclear"],
])("rejects: %s", (text, reason) => {
  expect(meaning(text)).toEqual([{ operation: "reject", reason }]);
});

test("bare words are a guess, a request is not", () => {
  const [guess] = interpret("buy milk tomorrow", options);
  const [request] = interpret("add buy milk tomorrow", options);

  expect(guess?.confidence).toBeLessThan(0.7);
  expect(request?.confidence).toBeGreaterThan(0.9);
});

test("spans tell where the words stood", () => {
  const text = "please add call mom tomorrow at 5pm";
  const spans = interpret(text, options)[0]?.spans ?? {};
  const said = Object.fromEntries(
    Object.entries(spans).map(([name, { start, end }]) => [name, text.slice(start, end)]),
  );

  expect(said).toEqual({ title: "call mom", due_on: "tomorrow", due_time: "at 5pm" });
});

test.each([
  ["I have to cancel my gym membership", "cancel my gym membership"],
  ["call my mom", "call my mom"],
  ["order a pizza", "order a pizza"],
])("what may be said to anybody is offered as a task: %s", (text, title) => {
  const [intention] = interpret(text, options);
  const meant = intention?.operation === "reject" ? intention.perhaps : [intention];
  expect(meant).toMatchObject([{ operation: "add", tasks: [{ title }] }]);
});
