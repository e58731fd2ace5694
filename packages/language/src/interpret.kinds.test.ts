import { expect, test } from "vitest";
import { interpret } from "./interpret.ts";
import type { InterpretContext } from "./meaning.ts";
import {
  act,
  add,
  type Fields,
  it,
  list,
  meaning as meaningIn,
  on,
  options,
  reschedule,
  them,
  update,
} from "./testing/meaning.ts";

/** Kinds of sentences that are easily misread. */
const known: InterpretContext = { lists: ["Chores", "Side project"], labels: ["garden"] };
const meaning = (text: string) => meaningIn(text, known);
const shifted = (target: Fields, amount: number, unit: string) =>
  reschedule(target, { shift: { amount, unit } });

test.each<[string, object[]]>([
  ["complete task 4 and task 7", [act("complete", { numbers: [4, 7] })]],
  ["delete task 1, task 2, and task 9", [act("delete", { numbers: [1, 2, 9] })]],
  ["reopen 2 & task 4", [act("reopen", { numbers: [2, 4] })]],
  [
    "delete item 2, 5 and complete task 6",
    [act("delete", { numbers: [2, 5] }), act("complete", { numbers: [6] })],
  ],
  ["move task 1 and task 2 to sunday", [reschedule({ numbers: [1, 2] }, { when: { due_on: "2026-03-08" } })]],
  ["make task 3 and task 8 urgent", [update({ numbers: [3, 8] }, { priority: "urgent" })]],
  ["add 3 apples and 2 pears", [add("3 apples", "2 pears")]],
  ["add task 3", [{ operation: "reject", reason: "unclear", wanted: "add" }]],
])("numbers belong to the target before them: %s", (text, expected) => {
  expect(meaning(text)).toEqual(expected);
});

test.each<[string, Fields]>([
  ["make it 11", reschedule(it, { due_time: "11:00" })],
  ["move it to 4", reschedule(it, { due_time: "16:00" })],
  ["set task 2 to 9", reschedule({ numbers: [2] }, { due_time: "09:00" })],
  ["no, 10", reschedule(it, { due_time: "10:00" })],
  ["change task 1 to 42", update({ numbers: [1] }, { title: "42" })],
])("a bare number can be a time: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, Fields]>([
  ["push the tax return back a week", shifted({ text: "tax return" }, 1, "week")],
  ["push it by three days", shifted(it, 3, "day")],
  ["move it back two weeks", shifted(it, 2, "week")],
  ["postpone the review by an hour", shifted({ text: "review" }, 1, "hour")],
  ["postpone task 3 for 45 minutes", shifted({ numbers: [3] }, 45, "minute")],
  ["delay the launch half an hour", shifted({ text: "launch" }, 30, "minute")],
  ["delay it by one and a half hours", shifted(it, 90, "minute")],
  ["postpone it a couple of days", shifted(it, 2, "day")],
  ["put the dentist off for a month", shifted({ text: "dentist" }, 1, "month")],
  ["move everything due today by 2h", shifted({ every: true, due: { on: "2026-03-04" } }, 2, "hour")],
  ["push the deadline of the review by a week", shifted({ text: "review" }, 1, "week")],
  ["give it another week", shifted(it, 1, "week")],
  ["make it a year later", shifted(it, 12, "month")],
  ["move it up a day", shifted(it, -1, "day")],
  ["bring the review forward by an hour", shifted({ text: "review" }, -1, "hour")],
  ["move the standup 15 minutes earlier", shifted({ text: "standup" }, -15, "minute")],
])("moves a task from where it stands: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, Fields]>([
  ["add rake leaves to Yard", add({ title: "rake leaves", list: "Yard" })],
  ["add sun cream to Beach Trip", add({ title: "sun cream", list: "Beach Trip" })],
  ["add soap to camping tomorrow", add({ title: "soap", list: "camping", when: { due_on: "2026-03-05" } })],
  [
    "add pay fees to Home on friday",
    add({ title: "pay fees", list: "Home", when: { due_on: "2026-03-06" } }),
  ],
  ["add fly to Lisbon tomorrow", add({ title: "fly to Lisbon", when: { due_on: "2026-03-05" } })],
  ["add letter to Grandma", add("letter to Grandma")],
  ["add oil to the hinges tomorrow", add({ title: "oil to the hinges", when: { due_on: "2026-03-05" } })],
  ["add a task to chores: fix the lamp", add({ title: "fix the lamp", list: "Chores" })],
  ["add a task to call Ann: ask about cake", add("call Ann: ask about cake")],
  [
    "chores: dusting, windows",
    add({ title: "dusting", list: "Chores" }, { title: "windows", list: "Chores" }),
  ],
  ["Side project: sketch logo", add({ title: "sketch logo", list: "Side project" })],
  [
    "add to chores dusting and windows",
    add({ title: "dusting", list: "Chores" }, { title: "windows", list: "Chores" }),
  ],
  ["add to my packing list socks", add({ title: "socks", list: "packing" })],
])("hears the list: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, Fields]>([
  ["put mow the lawn in Chores", add({ title: "mow the lawn", list: "Chores" })],
  ["put call Ann on my list", add("call Ann")],
  ["put pay rent in home", add({ title: "pay rent", list: "home" })],
])("may mean a task that is there already: %s", (text, expected) => {
  expect(meaning(text)).toEqual([{ ...expected, unless_there: true }]);
});

test.each<[string, Fields]>([
  ["when is the tax return due?", list({ text: "tax return" })],
  ["when's the dentist scheduled", list({ text: "dentist" })],
  ["when do I have to pay rent", list({ text: "pay rent" })],
  ["when is it due?", list(it)],
  ["when is task 3 due", list({ numbers: [3] })],
  ["what's the deadline for the report", list({ text: "report" })],
  ["what's due friday or later", list({ due: { after: "2026-03-05" } })],
  ["what's due tomorrow or before?", list({ due: { before: "2026-03-06" } })],
  ["what is due by friday", list({ due: { before: "2026-03-07" } })],
  ["what's due before friday", list({ due: { before: "2026-03-06" } })],
  ["what did I finish today", list({ status: "completed", completed: { on: "2026-03-04" } })],
  ["what did I get done on Monday?", list({ status: "completed", completed: { on: "2026-03-02" } })],
  ["what have I done since Monday", list({ status: "completed", completed: { after: "2026-03-01" } })],
  [
    "show tasks completed last week",
    list({ status: "completed", completed: { after: "2026-02-22", before: "2026-03-02" } }),
  ],
  ["show completed tasks due today", list({ status: "completed", due: { on: "2026-03-04" } })],
  [
    "delete everything I finished yesterday",
    act("delete", { every: true, status: "completed", completed: { on: "2026-03-03" } }),
  ],
])("asks when: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, object[]]>([
  ["it's done", [act("complete", it)]],
  ["that's already finished", [act("complete", it)]],
  ["they're all done", [act("complete", them)]],
  ["it's not done yet", [act("reopen", it)]],
  ["complete the first two", [act("complete", { first: 2 })]],
  ["mark the top 3 tasks as done", [act("complete", { first: 3 })]],
  ["delete the last three ones", [act("delete", { last: 3 })]],
  ["move the last two to friday", [reschedule({ last: 2 }, { when: { due_on: "2026-03-06" } })]],
  ["complete both", [act("complete", them)]],
  ["delete the first two and the last one", [act("delete", { first: 2 }), act("delete", { ordinal: -1 })]],
  ["remove a", [act("delete", { text: "a" })]],
  ["complete task a", [act("complete", { text: "a" })]],
  ["change the priority of a to high", [update({ text: "a" }, { priority: "high" })]],
  ["clear my list", [act("delete", { every: true })]],
  ["clear the chores list", [act("delete", { every: true, list: "Chores" })]],
  ["empty chores", [act("delete", { every: true, list: "Chores" })]],
])("points: %s", (text, expected) => {
  expect(meaning(text)).toEqual(expected);
});

test.each<[string, [Fields, string][]]>([
  [
    "move task 1 to friday and task 2 to sunday",
    [
      [{ numbers: [1] }, "2026-03-06"],
      [{ numbers: [2] }, "2026-03-08"],
    ],
  ],
  [
    "move soap to friday and towels to sunday",
    [
      [{ text: "soap" }, "2026-03-06"],
      [{ text: "towels" }, "2026-03-08"],
    ],
  ],
])("gives each its own date: %s", (text, expected) => {
  expect(meaning(text)).toEqual(expected.map(([target, due_on]) => reschedule(target, { when: { due_on } })));
});

test.each<[string, Fields]>([
  ["lower the priority of 3", update({ numbers: [3] }, { priority: "low" })],
  ["deprioritize the review", update({ text: "review" }, { priority: "low" })],
  [
    "set a deadline of Friday for the review",
    reschedule({ text: "review" }, { when: { due_on: "2026-03-06" } }),
  ],
  ["give task 2 a due date of sunday", reschedule({ numbers: [2] }, { when: { due_on: "2026-03-08" } })],
  ["remove the label garden from task 3", update({ numbers: [3] }, {}, { remove_labels: ["garden"] })],
  ["take the home tag off the report", update({ text: "report" }, {}, { remove_labels: ["home"] })],
  ["remove garden from task 3", update({ numbers: [3] }, {}, { remove_labels: ["garden"] })],
  ["would you mind adding a dentist appointment", add("dentist appointment")],
  ["would you mind deleting task 3?", act("delete", { numbers: [3] })],
  ["do you mind marking the report as done", act("complete", { text: "report" })],
])("changes: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, string]>([
  ["add <b>milk</b>", "<b>milk</b>"],
  ['add ("long weekend")', '("long weekend")'],
  ["add (maybe) call Ann", "(maybe) call Ann"],
  ["add fix the sink (kitchen)", "fix the sink (kitchen)"],
  ["add [draft] letter", "[draft] letter"],
  ['add "long weekend"', "long weekend"],
])("brackets belong to a title: %s", (text, title) => {
  expect(meaning(text)).toEqual([add(title)]);
});

test.each<[string, string, string?]>([
  ["add write down how I sat with dad", "write down how I sat with dad"],
  ["add get some sun", "get some sun"],
  ["add lunch on sat", "lunch", "2026-03-07"],
  ["add lunch Sat", "lunch", "2026-03-07"],
  ["add lunch sat 1pm", "lunch", "2026-03-07"],
  ["add lunch 1pm sat", "lunch", "2026-03-07"],
  ["add lunch wed at 1pm", "lunch", "2026-03-11"],
  ["add order Friday pizza", "order Friday pizza"],
  ["add prepare Monday meeting", "prepare Monday meeting"],
  ["add watch Monday Night Football", "watch Monday Night Football"],
  ["add order pizza Friday", "order pizza", "2026-03-06"],
  ["add call Ann Friday about the trip", "call Ann about the trip", "2026-03-06"],
])("a weekday is a date where it can be nothing else: %s", (text, title, due_on) => {
  const [intention] = interpret(text, options);
  const task = intention?.operation === "add" ? intention.tasks[0] : undefined;
  expect([task?.title, task?.when?.due_on]).toEqual([title, due_on]);
});

test.each<[string, Fields]>([
  ["I would like to add a task: paint the wall", add("paint the wall")],
  ["PLEASE ADD A TASK TO CALL MOM TOMORROW", add({ title: "CALL MOM", ...on("2026-03-05") })],
  ["add meeting tomorrow from 3 to 4pm", add({ title: "meeting", ...on("2026-03-05", "15:00") })],
  ["mark task 1, task 2 and task 3 as done", act("complete", { numbers: [1, 2, 3] })],
  ["task 4 done", act("complete", { numbers: [4] })],
  ["did I finish the report?", { operation: "ask_done", text: "report" }],
  ["update task 2 to say buy bread", update({ numbers: [2] }, { title: "buy bread" })],
  [
    "move task 3 from monday to tuesday",
    reschedule({ numbers: [3], due: { on: "2026-03-09" } }, on("2026-03-10")),
  ],
  ["postpone the dentist for 2 days", reschedule({ text: "dentist" }, { shift: { amount: 2, unit: "day" } })],
  ["I changed my mind", { operation: "no" }],
  ["add a task", { operation: "reject", reason: "unclear", wanted: "add" }],
])("takes the long way round: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test("a list of the person is recognised by its name alone", () => {
  expect(meaningIn("list my groceries", { lists: ["Groceries"] })).toEqual([list({ list: "Groceries" })]);
  expect(meaningIn("add soap to camping", { lists: ["Camping"] })).toEqual([
    add({ title: "soap", list: "Camping" }),
  ]);
});
