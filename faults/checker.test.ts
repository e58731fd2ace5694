/** The checker must find what the fault test looks for: from a sound end, one thing is broken at a time. */
import type { ChatEvent } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { findViolations, historyOf } from "./checker.ts";
import type { Found } from "./found.ts";
import { createLedger, type Ledger, type TaskState } from "./ledger.ts";

const SPACE = "space";
const EVENTS: ChatEvent[] = [
  { type: "run_started", run_id: "run", conversation_id: "talk", message_id: "said", model: "slow" },
  { type: "text_delta", text: "One mom" },
  { type: "text_reset", text: "" },
  { type: "text_delta", text: "Done." },
  {
    type: "finished",
    answer: { conversation_id: "talk", run_id: "run", response: "Done.", tool_calls: [], approvals: [] },
  },
];

const task = (id: string, more: Partial<TaskState> = {}): TaskState => ({
  id,
  number: 1,
  title: `title of ${id}`,
  description: "",
  status: "pending",
  priority: "none",
  parent: null,
  due_on: null,
  due_time: null,
  time_zone: null,
  position: "h1",
  completed_at: null,
  deleted_at: null,
  created_at: "2027-01-01T09:00:00.000Z",
  ...more,
});

/** One person who added two tasks, took the second back, and had a third added in a chat; all of it stored. */
function soundEnd(): { ledger: Ledger; found: Found } {
  const ledger = createLedger("ada", SPACE, 1);
  const kept = task("kept");
  const added = task("added", { title: "milk" });
  ledger.tasks.set(kept.id, kept);
  ledger.groups.push(
    { id: "g1", operation: "add_task", tasks: ["kept"], undoes: null },
    { id: "g2", operation: "add_task", tasks: ["gone"], undoes: null },
    { id: "g3", operation: "undo", tasks: ["gone"], undoes: "g2" },
  );
  ledger.listeners[0]!.push(
    { seq: 1, entity: "task", id: "kept" },
    { seq: 2, entity: "task", id: "gone" },
    { seq: 3, entity: "task", id: "gone" },
    { seq: 4, entity: "task", id: "added" },
  );
  ledger.turns.push({
    text: "add: milk",
    conversation_id: "talk",
    runs: [{ run_id: "run", events: EVENTS.map((event, index) => ({ id: index + 1, event })) }],
    adds: ["milk"],
    changes: [],
    refused: [],
  });
  const row = { undoes: null, run_id: null, entity: "task", before: null, after: {} };
  const found: Found = {
    last_seq: 4,
    tasks: [kept, added],
    journal: [
      { ...row, seq: 1, group_id: "g1", operation: "add_task", entity_id: "kept" },
      { ...row, seq: 2, group_id: "g2", operation: "add_task", entity_id: "gone" },
      { ...row, seq: 3, group_id: "g3", operation: "undo", entity_id: "gone", undoes: "g2" },
      {
        ...row,
        seq: 4,
        group_id: "run",
        run_id: "run",
        operation: "add_task",
        entity_id: "added",
        after: { title: "milk" },
      },
    ],
    runs: [{ id: "run", conversation_id: "talk", status: "completed", response: "Done." }],
    messages: [
      { id: "said", conversation_id: "talk", run_id: "run", role: "user", text: "add: milk" },
      { id: "answered", conversation_id: "talk", run_id: "run", role: "assistant", text: "Done." },
    ],
    calls: [{ run_id: "run", id: "c1", tool: "add_task", status: "succeeded", output: { id: "added" } }],
    events: EVENTS.map((event, index) => ({ run_id: "run", seq: index + 1, event })),
  };
  return { ledger, found };
}

const violationsOf = ({ ledger, found }: ReturnType<typeof soundEnd>) =>
  findViolations(ledger, found).map(({ what }) => what);

test("a sound end has no violation", () => {
  expect(violationsOf(soundEnd())).toEqual([]);
});

type Sabotage = (end: ReturnType<typeof soundEnd>) => void;

const sabotages: [name: string, sabotage: Sabotage, found: RegExp][] = [
  [
    "an acknowledged task that is missing",
    ({ found }) => found.tasks.shift(),
    /was acknowledged and is missing/,
  ],
  [
    "a task that nobody was told of",
    ({ found }) => found.tasks.push(task("ghost")),
    /stored and was never acknowledged/,
  ],
  [
    "a field with another value",
    ({ found }) => found.tasks.splice(0, 1, task("kept", { priority: "high" })),
    /has priority "high", acknowledged was "none"/,
  ],
  [
    "a task that is there after its undo",
    ({ found }) => found.tasks.push(task("gone")),
    /never acknowledged/,
  ],
  [
    "an acknowledged change that isn't in the journal",
    ({ found }) => found.journal.splice(1, 1),
    /add_task was acknowledged and is not in the journal/,
  ],
  [
    "a change that was made twice",
    ({ found }) => {
      found.journal.push({ ...found.journal[0]!, seq: 5, group_id: "again" });
      found.last_seq = 5;
    },
    /was done twice/,
  ],
  [
    "a group that changed more than was told",
    ({ found }) => found.journal.push({ ...found.journal[0]!, seq: 5, entity_id: "other" }),
    /changed kept,other/,
  ],
  [
    "an undo of something else",
    ({ found }) => {
      found.journal[2]!.undoes = "g1";
    },
    /took back g1, wanted was g2/,
  ],
  [
    "a hole in the journal",
    ({ found }) => {
      found.journal[3]!.seq = 5;
    },
    /hole before number 5/,
  ],
  [
    "a journal that ends too early",
    ({ found }) => {
      found.last_seq = 7;
    },
    /ends with 4, the space counts 7/,
  ],
  ["a change that was not heard", ({ ledger }) => ledger.listeners[0]!.pop(), /heard 3 of 4 changes/],
  [
    "a change that was heard twice",
    ({ ledger }) => ledger.listeners[0]!.splice(1, 0, ledger.listeners[0]![0]!),
    /heard {"seq":1.*after 1/,
  ],
  [
    "a change of somebody else that was heard",
    ({ ledger }) => ledger.listeners[0]!.splice(1, 1, { seq: 2, entity: "task", id: "not mine" }),
    /heard {"seq":2,"entity":"task","id":"not mine"}/,
  ],
  [
    "a message that is stored twice",
    ({ found }) => found.messages.push({ ...found.messages[0]!, id: "x" }),
    /said once and is stored 2 times/,
  ],
  ["an answer that is missing", ({ found }) => found.messages.pop(), /has 0 answers/],
  ["two answers", ({ found }) => found.messages.push({ ...found.messages[1]!, id: "x" }), /has 2 answers/],
  [
    "a run that never ends",
    ({ found }) => {
      found.runs[0]!.status = "running";
    },
    /is still running/,
  ],
  [
    "a second run of the same message",
    ({ found }) => found.runs.push({ ...found.runs[0]!, id: "x" }),
    /a run \(completed\) that nobody asked for/,
  ],
  [
    "an event that was left out",
    ({ ledger }) => ledger.turns[0]!.runs[0]!.events.splice(1, 1),
    /streamed other than is stored, from event 2 on/,
  ],
  ["an event that isn't stored", ({ found }) => found.events.pop(), /streamed 5 events and stored 4/],
  [
    "a text on the screen that isn't the answer",
    ({ ledger, found }) => {
      ledger.turns[0]!.runs[0]!.events.splice(2, 1, { id: 3, event: { type: "text_delta", text: "" } });
      found.events[2]!.event = { type: "text_delta", text: "" };
    },
    /streamed another text than its answer holds/,
  ],
  [
    "an answer that is stored otherwise",
    ({ found }) => {
      found.runs[0]!.response = "Well.";
    },
    /answered another text than is stored/,
  ],
  [
    "a call that stays open",
    ({ found }) => {
      found.calls[0]!.status = "running";
    },
    /ended with 1 calls open/,
  ],
  [
    "a call that was applied twice",
    ({ found }) => {
      found.journal.push({ ...found.journal[3]!, seq: 5, entity_id: "twice" });
      found.tasks.push(task("twice", { title: "milk" }));
    },
    /added “milk” 2 times, and it is stored 2 times/,
  ],
  [
    "a call that was never applied",
    ({ found }) => found.tasks.pop(),
    /added “milk” 1 times, and it is stored 0 times/,
  ],
  [
    "something that the person said no to",
    ({ ledger, found }) => {
      ledger.turns[0]!.changes.push({ task: "kept", field: "deleted_at" });
      ledger.turns[0]!.refused.push("kept");
      found.journal.push({
        ...found.journal[3]!,
        seq: 5,
        entity_id: "kept",
        before: {},
        after: { deleted_at: "now" },
      });
    },
    /set deleted_at 1 times, against a no/,
  ],
  [
    "something asked for that wasn't done",
    ({ ledger }) => {
      ledger.turns[0]!.changes.push({ task: "kept", field: "completed_at" });
    },
    /has no completed_at, though a turn set it/,
  ],
  [
    "messages in another order than they were said",
    ({ ledger, found }) => {
      ledger.turns.push({ ...ledger.turns[0]!, text: "and then" });
      found.messages.unshift({ ...found.messages[0]!, id: "x", text: "and then" });
    },
    /stored in another order than it was held/,
  ],
  [
    "what an editor complained of",
    ({ ledger }) => ledger.complaints.push("update_task answered nonsense"),
    /answered nonsense/,
  ],
];

describe("a violation is found:", () => {
  test.each(sabotages)("%s", (_, sabotage, expected) => {
    const end = soundEnd();
    sabotage(end);
    expect(violationsOf(end).join("\n")).toMatch(expected);
  });
});

test("the history of a thing is what the journal has of it", () => {
  const { found } = soundEnd();
  expect(historyOf("gone", found).map((line) => JSON.parse(line) as object)).toMatchObject([
    { seq: 2, operation: "add_task" },
    { seq: 3, operation: "undo", undoes: "g2" },
  ]);
});
