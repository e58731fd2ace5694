/** What is said of tasks that were spoken of or shown just before. Written by hand for this project. */
import type { InterpretContext } from "../../meaning.ts";
import { act, type Fields, it, list, on, reschedule, them, update } from "../meaning.ts";

const friday = on("2026-03-06");
const at = (due_time: string) => ({ due_time });

/** A task was spoken of just before; these are the person's. */
export const spokenOf: InterpretContext = {
  spoken_of: true,
  lists: ["Groceries", "Home improvement"],
  labels: ["errand"],
  tasks: ["Buy oat milk", "Bread and butter pudding", "Call mom and dad", "Fix the sink", "Cancel the gym"],
};

export const leaning: [string, Fields[]][] = [
  ["delete it", [act("delete", it)]],
  ["delete that one", [act("delete", it)]],
  ["remove that", [act("delete", it)]],
  ["get rid of them", [act("delete", them)]],
  ["delete those two", [act("delete", them)]],
  ["delete both of those", [act("delete", them)]],
  ["delete all of them", [act("delete", them)]],
  ["mark them all as done", [act("complete", them)]],
  ["complete that", [act("complete", it)]],
  ["reopen it", [act("reopen", it)]],
  ["the second one is done", [act("complete", { ordinal: 2 })]],
  ["I did the third one", [act("complete", { ordinal: 3 })]],
  ["delete the second and the fourth", [act("delete", { ordinal: 2 }), act("delete", { ordinal: 4 })]],
  ["delete the last one", [act("delete", { ordinal: -1 })]],
  ["delete the first three", [act("delete", { first: 3 })]],
  ["move the last two to friday", [reschedule({ last: 2 }, friday)]],
  ["move it to friday", [reschedule(it, friday)]],
  ["move them to friday", [reschedule(them, friday)]],
  ["actually friday", [reschedule(it, friday)]],
  ["actually, make it friday", [reschedule(it, friday)]],
  ["no, on friday", [reschedule(it, friday)]],
  ["sorry, I meant friday", [reschedule(it, friday)]],
  ["friday instead", [reschedule(it, friday)]],
  ["better on friday", [reschedule(it, friday)]],
  ["friday", [reschedule(it, friday)]],
  ["at 5pm", [reschedule(it, at("17:00"))]],
  ["make it 5", [reschedule(it, at("17:00"))]],
  ["at 5pm rather", [reschedule(it, at("17:00"))]],
  ["and make it high priority", [update(it, { priority: "high" })]],
  ["call it fix the kitchen sink", [update(it, { title: "fix the kitchen sink" })]],
  ["rename it to fix the kitchen sink", [update(it, { title: "fix the kitchen sink" })]],
  ["put it on groceries", [update(it, { list: "Groceries" })]],
  ["move it to home improvement", [update(it, { list: "Home improvement" })]],
  ["tag it errand", [update(it, { labels: ["errand"] })]],
  ["add a note to it: ring twice", [update(it, { description: "ring twice" })]],
  ["when is it due?", [list(it)]],
  ["postpone it by a day", [reschedule(it, { shift: { amount: 1, unit: "day" } })]],
  ["do it tomorrow", [reschedule(it, on("2026-03-05"))]],
  ["do that one on friday", [reschedule(it, friday)]],
  ["delete bread and butter pudding", [act("delete", { text: "bread and butter pudding" })]],
  ["mark call mom and dad as done", [act("complete", { text: "call mom and dad" })]],
  [
    "delete call mom and dad and fix the sink",
    [act("delete", { text: "call mom and dad" }), act("delete", { text: "fix the sink" })],
  ],
  ["the sink is fixed", [act("complete", { text: "fix the sink" })]],
  ["cancel the gym is done", [act("complete", { text: "cancel the gym" })]],
];
