import { expect, test } from "vitest";
import { act, type Fields, it, meaning, on, reschedule, update } from "./testing/meaning.ts";

test.each<[string, Fields]>([
  ["Mark task 3 as complete", act("complete", { numbers: [3] })],
  ["mark the milk as done", act("complete", { text: "milk" })],
  ["done with the milk", act("complete", { text: "milk" })],
  ["finish laundry", act("complete", { text: "laundry" })],
  ["I've watered the plants", act("complete", { text: "water the plants" })],
  ["I paid the rent", act("complete", { text: "pay the rent" })],
  ["I finished the report", act("complete", { text: "report" })],
  ["the report is done", act("complete", { text: "report" })],
  ["tick off 2 and 4", act("complete", { numbers: [2, 4] })],
  ["mark #1, #2 and #5 done", act("complete", { numbers: [1, 2, 5], by_number: true })],
  ["complete all my errands", act("complete", { every: true, text: "errands" })],
  ["complete everything due today", act("complete", { every: true, due: { on: "2026-03-04" } })],
  ["mark it as done", act("complete", it)],
  ["Could you mark the second one as done?", act("complete", { ordinal: 2 })],
  ["reopen task 3", act("reopen", { numbers: [3] })],
  ["mark milk as not done", act("reopen", { text: "milk" })],
  ["I haven't finished the report yet", act("reopen", { text: "report" })],
  ["bring back task 3", act("restore", { numbers: [3] })],
  ["Delete the meeting task", act("delete", { text: "meeting" })],
  ["remove task 4", act("delete", { numbers: [4] })],
  ["delete tasks 2 to 4", act("delete", { numbers: [2, 3, 4] })],
  ["delete call mom", act("delete", { text: "call mom" })],
  ['delete "tea and sugar"', act("delete", { text: "tea and sugar" })],
  ["delete it", act("delete", it)],
  ["delete those two", act("delete", { pronoun: "last_all" })],
  ["delete the last one", act("delete", { ordinal: -1 })],
  ["get rid of the old sofa", act("delete", { text: "old sofa" })],
  ["delete all completed tasks", act("delete", { every: true, status: "completed" })],
  ["remove all overdue tasks", act("delete", { every: true, due: { overdue: true } })],
  ["delete all tasks in the work list", act("delete", { every: true, list: "work" })],
  ["take milk off my list", act("delete", { text: "milk" })],
  ["I want to delete the milk task", act("delete", { text: "milk" })],
])("points at tasks: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});

test.each<[string, Fields]>([
  ["Change task 1 to 'Call mom tonight'", update({ numbers: [1] }, { title: "Call mom tonight" })],
  ["rename buy milk to buy oat milk", update({ text: "buy milk" }, { title: "buy oat milk" })],
  ["edit task 4: call dad on monday", update({ numbers: [4] }, { title: "call dad on monday" })],
  ["set priority of task 2 to high", update({ numbers: [2] }, { priority: "high" })],
  ["make the report urgent", update({ text: "report" }, { priority: "urgent" })],
  ["set it to low priority", update(it, { priority: "low" })],
  ["set the priority to high", update(it, { priority: "high" })],
  ["add label home to task 3", update({ numbers: [3] }, { labels: ["home"] })],
  ["tag the report with work", update({ text: "report" }, { labels: ["work"] })],
  ["move task 2 to the groceries list", update({ numbers: [2] }, { list: "groceries" })],
  [
    "set the description of task 2 to bring the receipt",
    update({ numbers: [2] }, { description: "bring the receipt" }),
  ],
  ["add a note to task 3: ring twice", update({ numbers: [3] }, { description: "ring twice" })],
  ["remove the labels from task 3", { ...update({ numbers: [3] }, {}), clear: ["labels"] }],
  ["remove the due date from task 3", reschedule({ numbers: [3] }, { clear: true })],
  [
    "Reschedule my morning meetings to 2 PM",
    reschedule({ text: "meetings", every: true, part_of_day: "morning" }, { due_time: "14:00" }),
  ],
  ["move call mom to Friday", reschedule({ text: "call mom" }, on("2026-03-06"))],
  ["postpone the report until next week", reschedule({ text: "report" }, on("2026-03-09"))],
  ["push the dentist back to tuesday", reschedule({ text: "dentist" }, on("2026-03-10"))],
  ["move it to 3pm", reschedule(it, { due_time: "15:00" })],
  ["actually make it Friday", reschedule(it, on("2026-03-06"))],
  ["no, friday", reschedule(it, on("2026-03-06"))],
  ["make that 3pm instead", reschedule(it, { due_time: "15:00" })],
  ["set the due date of task 3 to friday", reschedule({ numbers: [3] }, on("2026-03-06"))],
  [
    "push everything due today to tomorrow",
    reschedule({ every: true, due: { on: "2026-03-04" } }, on("2026-03-05")),
  ],
  [
    "reschedule all my calls from thursday to friday at 10am",
    reschedule({ every: true, text: "calls", due: { on: "2026-03-05" } }, on("2026-03-06", "10:00")),
  ],
  ["postpone it", reschedule(it)],
])("changes: %s", (text, expected) => {
  expect(meaning(text)).toEqual([expected]);
});
