import type { VersionConflict } from "@todo/contract/conflict";
import { AppError, type ErrorCode } from "@todo/contract/errors";
import type { Task } from "@todo/contract/tasks";
import { expect, test } from "vitest";
import { type Answer, type QueueStore, replay } from "./replay.ts";
import { aTask } from "./testing.ts";
import type { Queue, Waiting } from "./waiting.ts";

const task = aTask({ version: 3 });
const edit = (key: string, title: string): Waiting => ({
  key,
  operation: "update_task",
  input: { task_id: task.id, title, version: 3 },
  before: task,
  after: { ...task, title },
  edit: { title },
  sent: false,
});

function storeOf(...waiting: Waiting[]) {
  let queue: Queue = waiting;
  const store: QueueStore = {
    read: async () => queue,
    async change(update) {
      queue = update(queue);
      return queue;
    },
  };
  return { store, queue: () => queue };
}

/** Sends the queue to a server that answers in turn. */
async function send(store: QueueStore, ...answers: (Partial<Answer> | AppError)[]) {
  const seen: Waiting[] = [];
  const told: string[] = [];
  let keys = 0;
  const ended = await replay({
    store,
    newKey: () => `new-key-${++keys}`,
    onAnswer: ({ key }) => told.push(key),
    async send(waiting) {
      seen.push(waiting);
      const answer = answers.shift();
      if (!answer) throw new Error("Nothing more was expected.");
      if (answer instanceof AppError) throw answer;
      return { undo: `group-of-${waiting.key}`, ...answer };
    },
  });
  return { ended, seen, told };
}

const conflict = (current: Task): AppError => {
  const met: VersionConflict = { kind: "task", current, based_on: 3, sent: {}, changes: [] };
  return new AppError("version_conflict", "It was changed meanwhile.", { conflict: met });
};

test("all is sent in order, each under its own key, and then nothing waits", async () => {
  const { store, queue } = storeOf(edit("a", "One"), edit("b", "Two"));
  const { ended, told } = await send(store, { version: 4 }, { version: 5 });
  expect(told).toEqual(["a", "b"]);
  expect([ended, queue()]).toEqual([undefined, []]);
});

test.each<ErrorCode>(["unavailable", "unauthenticated", "too_many_requests"])(
  "with %s it stops, and what was tried goes under the same key the next time",
  async (code) => {
    const { store, queue } = storeOf(edit("a", "One"), edit("b", "Two"));
    const { ended } = await send(store, new AppError(code, "Not now."));
    expect(ended?.code).toBe(code);
    expect(queue()).toMatchObject([
      { key: "a", sent: true },
      { key: "b", sent: false },
    ]);
    expect((await send(store, {}, {})).told).toEqual(["a", "b"]);
  },
);

test("what others changed elsewhere stands beside the edit, which is sent for their version", async () => {
  const { store, queue } = storeOf(edit("a", "Mine"));
  const { seen } = await send(store, conflict({ ...task, priority: "high", version: 6 }), {});
  expect(seen.map(({ key, input }) => [key, input.version])).toEqual([
    ["a", 3],
    ["new-key-1", 6],
  ]);
  expect(queue()).toEqual([]);
});

test("where both changed the same the edit stays, with what the person has to choose between", async () => {
  const current = { ...task, title: "Theirs", version: 6 };
  const { store, queue } = storeOf(edit("a", "Mine"));
  await send(store, conflict(current));
  expect(queue()).toMatchObject([{ key: "a", refusal: { atOdds: { current, fields: ["title"] } } }]);
});

test("what is refused stays with its reason, and the rest goes on", async () => {
  const { store, queue } = storeOf(edit("a", "One"), edit("b", "Two"));
  const { told } = await send(store, new AppError("not_found", "There is no such task."), {});
  expect(told).toEqual(["b"]);
  expect(queue()).toMatchObject([
    { key: "a", refusal: { code: "not_found", message: "There is no such task." } },
  ]);
});

const deletion: Waiting = {
  key: "a",
  operation: "delete_task",
  input: { task_id: task.id, version: 3 },
  before: task,
  after: null,
  sent: false,
};
const completion: Waiting = {
  ...deletion,
  operation: "complete_task",
  after: { ...task, status: "completed" },
};

test.each([
  ["a deletion", deletion, { description: "Theirs" }, ["description"]],
  ["a deletion", deletion, { title: "Theirs", priority: "high" }, ["title", "priority"]],
  ["a completion", completion, { title: "Theirs" }, ["title"]],
] as const)(
  "%s doesn't go over what others wrote meanwhile: the person is asked",
  async (_, deed, theirs, fields) => {
    const current: Task = { ...task, ...theirs, version: 6 };
    const { store, queue } = storeOf(deed);
    await send(store, conflict(current));
    expect(queue()).toMatchObject([{ key: "a", refusal: { atOdds: { current, fields } } }]);
  },
);

test.each([
  ["a deletion", deletion, { position: "z" }],
  ["a completion", completion, { priority: "high" }],
  ["a reopening", { ...completion, operation: "reopen_task" }, { title: "Theirs" }],
] as const)("%s goes on where others changed nothing that it takes away", async (_, deed, theirs) => {
  const { store, queue } = storeOf(deed);
  const { seen } = await send(store, conflict({ ...task, ...theirs, version: 6 }), {});
  expect(seen.map(({ input }) => input.version)).toEqual([3, 6]);
  expect(queue()).toEqual([]);
});
