/** Ways to say how much a task matters, for new tasks and for old ones. Written by hand for this project. */
import type { InterpretContext } from "../../meaning.ts";
import { add, atDue, type Fields, it, list, on, them, update } from "../meaning.ts";

/** "The bank can wait" speaks of a task only if there is one. */
export const known: InterpretContext = { tasks: ["Bank"] };

const call = (priority: string): Fields[] => [add({ title: "call the bank", priority })];
const set = (target: Fields, priority: string): Fields[] => [update(target, { priority })];
const bank = { text: "bank" };

export const priorities: [string, Fields[]][] = [
  ["add call the bank with high priority", call("high")],
  ["add call the bank, high priority", call("high")],
  ["add an urgent task to call the bank", call("urgent")],
  ["add a low priority task to call the bank", call("low")],
  ["add a high-priority task: call the bank", call("high")],
  ["new urgent task: call the bank", call("urgent")],
  ["remind me to call the bank, it's urgent", call("urgent")],
  ["urgent: call the bank", call("urgent")],
  ["add call the bank p2", call("high")],
  ["create a top priority task to call the bank", call("urgent")],
  ["add call the bank asap", call("urgent")],
  ["add an important task to call the bank", call("high")],
  [
    "remind me to call the bank tomorrow with high priority",
    [add({ title: "call the bank", priority: "high", ...on("2026-03-05"), ...atDue })],
  ],
  ["make the bank urgent", set(bank, "urgent")],
  ["make it urgent", set(it, "urgent")],
  ["make that high priority", set(it, "high")],
  ["mark it as urgent", set(it, "urgent")],
  ["mark the bank as important", set(bank, "high")],
  ["mark the bank as low priority", set(bank, "low")],
  ["flag the bank as urgent", set(bank, "urgent")],
  ["set the bank to high priority", set(bank, "high")],
  ["set the priority of the bank to high", set(bank, "high")],
  ["set the bank's priority to high", set(bank, "high")],
  ["change the priority of task 3 to low", set({ numbers: [3] }, "low")],
  ["change task 3 to low priority", set({ numbers: [3] }, "low")],
  ["change its priority to medium", set(it, "medium")],
  ["give task 3 high priority", set({ numbers: [3] }, "high")],
  ["give the bank top priority", set(bank, "urgent")],
  ["raise the priority of the bank", set(bank, "high")],
  ["bump the bank up to urgent", set(bank, "urgent")],
  ["lower the priority of the bank", set(bank, "low")],
  ["task 3 is urgent", set({ numbers: [3] }, "urgent")],
  ["the bank is really important", set(bank, "high")],
  ["the bank is not urgent anymore", set(bank, "none")],
  ["the bank isn't that important", set(bank, "low")],
  ["the bank can wait", set(bank, "low")],
  ["prioritize the bank", set(bank, "high")],
  ["deprioritize the bank", set(bank, "low")],
  ["make those two urgent", set(them, "urgent")],
  ["make the second one high priority", set({ ordinal: 2 }, "high")],
  ["remove the priority of task 3", [update({ numbers: [3] }, {}, { clear: ["priority"] })]],
  ["task 3 has no priority", [update({ numbers: [3] }, {}, { clear: ["priority"] })]],
  ["show me the urgent ones", [list({ priority: "urgent" })]],
  ["what are my high priority tasks", [list({ priority: "high" })]],
];
