import { expect, test } from "vitest";
import { interpret } from "./interpret.ts";
import { add, meaning, on, options } from "./testing/meaning.ts";

/** What people add, as they say it in the middle of a day: lists with what goes on them, several tasks at once, pastes. */
const onList = (name: string, ...titles: string[]) => add(...titles.map((title) => ({ title, list: name })));
const subTasks = (text: string, ...titles: string[]) => ({
  operation: "add_subtasks",
  target: { text },
  tasks: titles.map((title) => ({ title })),
});

test.each<[string, object]>([
  [
    "create a list called Trip to Rome with passports, tickets, hotel and sun cream",
    onList("Trip to Rome", "passports", "tickets", "hotel", "sun cream"),
  ],
  ["new list party: balloons, cake, music", onList("party", "balloons", "cake", "music")],
  ["make a new list for the party with balloons and cake", onList("party", "balloons", "cake")],
  ["create a shopping list with milk, bread and eggs", onList("shopping", "milk", "bread", "eggs")],
  ["start a packing list: socks, shirts, charger", onList("packing", "socks", "shirts", "charger")],
  ["shopping: apples, pears and 2 lemons", onList("shopping", "apples", "pears", "2 lemons")],
])("a list is made with what goes on it: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each([["make a to-do list: call mom, pay rent"], ["todo list: call mom, pay rent"]])(
  "a list of no name is none: %s",
  (text) => {
    expect(meaning(text)).toEqual([add("call mom", "pay rent")]);
  },
);

test.each<[string, string]>([
  ["create a list called Trip to Rome", "Trip to Rome"],
  ["make a list named books and films", "books and films"],
  ["new list for the party", "party"],
])("what a list is called may be any words: %s", (text, name) => {
  expect(meaning(text)).toEqual([{ operation: "add_list", list: name }]);
});

test.each<[string]>([
  ["create a list called Picnic and add bread and plates to it"],
  ["create a list called Picnic. Add bread and plates"],
  ["make a Picnic list, then put bread and plates in it"],
])("what is added behind a new list goes on it: %s", (text) => {
  expect(meaning(text)).toEqual([
    { operation: "add_list", list: "Picnic" },
    onList("Picnic", "bread", "plates"),
  ]);
});

test("what is to be remembered behind a new list is no part of it", () => {
  expect(meaning("create a list called Books and remind me to call mom")).toMatchObject([
    { operation: "add_list", list: "Books" },
    add("call mom"),
  ]);
});

test.each<[string]>([
  ["add three tasks: call Anna, email Bob and visit Carl"],
  ["add 3 tasks: call Anna, email Bob, visit Carl"],
  ["add the following: call Anna, email Bob, visit Carl"],
])("what is announced is added without asking: %s", (text) => {
  expect(interpret(text, options)).toMatchObject([
    { ...add("call Anna", "email Bob", "visit Carl"), confidence: 1 },
  ]);
});

test("“add something” is no title", () => {
  expect(meaning("lemme add something: fix the sink")).toEqual([add("fix the sink")]);
});

test.each<[string, object]>([
  [
    "break finish report into steps: outline, draft, review",
    subTasks("finish report", "outline", "draft", "review"),
  ],
  [
    "split finish report into outline, draft and review",
    subTasks("finish report", "outline", "draft", "review"),
  ],
  ["break packing into passport and socks", subTasks("packing", "passport", "socks")],
])("each part is a sub-task: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, object[]]>([
  [
    "add call mom on monday and gym on tuesday",
    [
      { title: "call mom", ...on("2026-03-09") },
      { title: "gym", ...on("2026-03-10") },
    ],
  ],
  [
    "add water plants every day and gym every monday at 7",
    [
      { title: "water plants", recurrence: { rrule: "FREQ=DAILY" }, ...on("2026-03-04") },
      { title: "gym", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO" }, ...on("2026-03-09", "19:00") },
    ],
  ],
])("each task has its own date: %s", (text, tasks) => {
  expect(meaning(text)).toEqual([{ operation: "add", tasks }]);
});

test.each<[string, object]>([
  [
    "finish the slides and send them to Max by tomorrow noon",
    add({ title: "finish the slides and send them to Max", ...on("2026-03-05", "12:00") }),
  ],
  [
    "on the last day of each month send the invoice",
    add({
      title: "send the invoice",
      recurrence: { rrule: "FREQ=MONTHLY;BYMONTHDAY=-1" },
      ...on("2026-03-31"),
    }),
  ],
])("is something to do: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test("what joins a reminder to a task is no part of its title", () => {
  expect(meaning("add milk and bread and remind me at 5pm")).toMatchObject([
    { tasks: [{ title: "milk" }, { title: "bread" }] },
  ]);
});

test("times of the day may be said in front: take the pills at 8am and 8pm every day", () => {
  expect(meaning("take the pills at 8am and 8pm every day")).toEqual([
    add({
      title: "take the pills",
      recurrence: { rrule: "FREQ=DAILY;BYHOUR=8,20" },
      ...on("2026-03-04", "08:00"),
    }),
  ]);
});

test.each<[string, string, string]>([
  ["water the plants every day except sunday", "water the plants", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"],
  ["pick up Leo every weekday except wednesday", "pick up Leo", "FREQ=WEEKLY;BYDAY=MO,TU,TH,FR"],
])("left-out days are no part of a title: %s", (text, title, rrule) => {
  expect(meaning(text)).toMatchObject([add({ title, recurrence: { rrule } })]);
});

test("nothing recurs on no day: feed the cat every day but not on weekdays and weekends", () => {
  const [first] = meaning("feed the cat every day but not on weekdays and weekends");
  expect(JSON.stringify(first)).not.toContain("BYDAY=;");
});

test.each([
  ["make tasks out of this: buy milk, call mom", ["buy milk", "call mom"]],
  ["Make tasks out of this:\n- buy milk\n- please call mom", ["buy milk", "call mom"]],
  ["turn these notes into tasks: buy milk, call mom", ["buy milk", "call mom"]],
])("how a paste is introduced is no title: %s", (text, titles) => {
  expect(meaning(text).flatMap((each) => (each.operation === "add" ? each.tasks : []))).toEqual(
    titles.map((title) => ({ title })),
  );
});

test("a list before a date and a marker is the list of all", () => {
  const context = { lists: ["Groceries"] };
  expect(meaning("add milk and bread to groceries tomorrow p1", context)).toMatchObject([
    { tasks: [{ list: "Groceries" }, { list: "Groceries" }] },
  ]);
});

test.each(["finish the report by friday eod", "finish the report by eod friday"])("%s", (text) => {
  expect(meaning(text)).toEqual([add({ title: "finish the report", ...on("2026-03-06") })]);
});
