/** What a working week brings: typed in haste, corrected, said by halves. Written by hand for this project. */
import type { InterpretContext } from "../../meaning.ts";
import { act, add, type Fields, list, on, reschedule, update } from "../meaning.ts";

/** A list was shown just before. */
export const desk: InterpretContext = {
  spoken_of: true,
  lists: ["Work", "Groceries", "Summer holiday"],
  labels: ["shopping", "garden"],
};

const nextDays = (before: string) => list({ due: { after: "2026-03-03", before } });

/** Said on Wednesday, 4 March 2026, half past ten in Berlin. */
export const week: [string, Fields[]][] = [
  ["delte buy milk", [act("delete", { text: "buy milk" })]],
  ["delet the dentist task", [act("delete", { text: "dentist" })]],
  ["complet task 3", [act("complete", { numbers: [3] })]],
  ["compleet task 3", [act("complete", { numbers: [3] })]],
  ["pls finsh task 3", [act("complete", { numbers: [3] })]],
  ["maek task 3 urgent", [update({ numbers: [3] }, { priority: "urgent" })]],
  ["reschdule team meeting to friday", [reschedule({ text: "team meeting" }, on("2026-03-06"))]],
  ["pospone the dentist by 2 days", [reschedule({ text: "dentist" }, { shift: { amount: 2, unit: "day" } })]],
  ["udno", [{ operation: "undo" }]],
  ["shwo my tasks", [list()]],
  ["wats due tmrw", [list({ due: { on: "2026-03-05" } })]],
  ["whta is due today", [list({ due: { on: "2026-03-04" } })]],
  ["whats due this wk", [list({ due: { after: "2026-03-01", before: "2026-03-09" } })]],
  ["add dentist appt nxt friday 2:30pm", [add({ title: "dentist appt", ...on("2026-03-13", "14:30") })]],
  ["what can u do", [{ operation: "help" }]],
  ["undo again", [{ operation: "undo" }]],

  ["finish the 2nd and 4th", [act("complete", { ordinal: 2 }), act("complete", { ordinal: 4 })]],
  ["check off the 2nd and 3rd", [act("complete", { ordinal: 2 }), act("complete", { ordinal: 3 })]],
  ["delete the third and fifth", [act("delete", { ordinal: 3 }), act("delete", { ordinal: 5 })]],
  ["mark the second and third as done", [act("complete", { ordinal: 2 }), act("complete", { ordinal: 3 })]],
  ["and the third to saturday", [reschedule({ ordinal: 3 }, on("2026-03-07"))]],
  ["second one tomorrow", [reschedule({ ordinal: 2 }, on("2026-03-05"))]],
  ["delete the one on friday", [act("delete", { due: { on: "2026-03-06" } })]],
  ["#10 done", [act("complete", { numbers: [10], by_number: true })]],
  ["3 done", [act("complete", { numbers: [3] })]],
  ["2 and 4 done", [act("complete", { numbers: [2, 4] })]],

  ["show all overdue and today", [list({ due: { overdue: true } }), list({ due: { on: "2026-03-04" } })]],
  ["show tasks due in the next 7 days", [nextDays("2026-03-11")]],
  ["what's due in the next 7 days", [nextDays("2026-03-11")]],
  ["what do i have in the next two weeks", [nextDays("2026-03-18")]],
  ["show summer holiday", [list({ list: "Summer holiday" })]],
  ["open groceries", [list({ list: "Groceries" })]],
  ["show me groceries", [list({ list: "Groceries" })]],
  ["what's on my plate", [list()]],
  ["tasks without a date", [{ operation: "list_filtered", filter: { query: "no date" } }]],
  ["show my tasks with no label", [{ operation: "list_filtered", filter: { query: "no label" } }]],
  ["recurring tasks", [{ operation: "list_filtered", filter: { query: "recurring" } }]],

  [
    "remove the tag shopping",
    [{ ...update({ every: true, label: "shopping" }, {}), remove_labels: ["shopping"] }],
  ],
  [
    "remove the shopping label",
    [{ ...update({ every: true, label: "shopping" }, {}), remove_labels: ["shopping"] }],
  ],
  ["don't remind me about the dentist", [{ ...update({ text: "dentist" }, {}), clear: ["reminders"] }]],
  ["stop reminding me about the bins", [{ ...update({ text: "bins" }, {}), clear: ["reminders"] }]],
  ["turn off reminders for the dentist", [{ ...update({ text: "dentist" }, {}), clear: ["reminders"] }]],
  [
    "make walk the dog every weekday",
    [
      update(
        { text: "walk the dog" },
        { recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" }, ...on("2026-03-04") },
      ),
    ],
  ],
  [
    "make take out the trash every friday",
    [
      update(
        { text: "take out the trash" },
        { recurrence: { rrule: "FREQ=WEEKLY;BYDAY=FR" }, ...on("2026-03-06") },
      ),
    ],
  ],
  ["reschedule team meeting to 4", [reschedule({ text: "team meeting" }, { due_time: "16:00" })]],
  ["clear completed", [act("delete", { every: true, status: "completed" })]],
  ["clear all done", [act("delete", { every: true, status: "completed" })]],
  ["undelete buy eggs", [act("restore", { text: "buy eggs" })]],
  ["milk's done", [act("complete", { text: "milk" })]],
];
