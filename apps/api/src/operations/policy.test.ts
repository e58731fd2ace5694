import { describe, expect, test } from "vitest";
import { callTool } from "../testing/mcp.ts";
import { scriptedModel } from "../testing/scripted-model.ts";
import { rowsOf } from "../testing/things.ts";
import { createWorld, type Person } from "../testing/world.ts";

const NOW = "2026-01-05T11:00:00.000Z";
const mondays = { rrule: "FREQ=WEEKLY;BYDAY=MO" };

/** A recurring task, and as many sub-tasks as wanted, all due on its day. */
async function recurringWith(ada: Person, subtasks: number) {
  await ada.add_task({ title: "week", recurrence: mondays });
  for (let number = 1; number <= subtasks; number += 1)
    await ada.add_task({ title: `part ${number}`, parent: 1, due_on: "2026-01-05" });
}

/** A recurring task, and as many sub-tasks as wanted that recur by themselves. */
async function recurringWithSeries(ada: Person, subtasks: number) {
  await ada.add_task({ title: "week", recurrence: mondays });
  for (let number = 1; number <= subtasks; number += 1)
    await ada.add_task({ title: `day ${number}`, parent: 1, recurrence: { rrule: "FREQ=DAILY" } });
}

async function deletedWith(ada: Person, subtasks: number) {
  await recurringWith(ada, subtasks);
  await ada.delete_task({ task_id: 1 });
}

/** A series with as many occurrences that are done, and the open one. */
async function doneTimes(ada: Person, times: number) {
  await ada.add_task({ title: "week", recurrence: mondays });
  for (let number = 1; number <= times; number += 1) await ada.complete_task({ task_id: number });
}

type Reaching = [string, (ada: Person, beside: number) => Promise<void>, string, object];

/** Calls that name one task and change others beside it. */
const reaching: Reaching[] = [
  ["skipping moves sub-tasks", recurringWith, "skip_occurrence", { task_id: 1 }],
  ["completing moves sub-tasks that recur", recurringWithSeries, "complete_task", { task_id: 1 }],
  ["completing one of several, too", recurringWithSeries, "complete_tasks", { task_ids: [1] }],
  ["restoring brings sub-tasks back", deletedWith, "restore_task", { task_id: 1 }],
  ["restoring one of several, too", deletedWith, "restore_tasks", { task_ids: [1] }],
  [
    "“all” changes those that are done",
    doneTimes,
    "update_task",
    { task_id: 1, title: "month", occurrences: "all" },
  ],
];

describe.each(reaching)("%s", (_what, prepare, tool, input) => {
  test("three at once, and a program needn't wait", async () => {
    const ada = await (await createWorld({ now: NOW })).as("ada");
    await prepare(ada, 2);
    expect((await callTool(ada, tool, input)).isError).toBeUndefined();
  });

  test("more, and it waits with all that would change", async () => {
    const ada = await (await createWorld({ now: NOW })).as("ada");
    await prepare(ada, 3);
    const before = (await ada.history()).entries[0]?.seq;
    await callTool(ada, tool, input);
    const [approval] = (await ada.list_approvals()).approvals;
    expect(approval?.targets.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
    expect((await ada.history()).entries[0]?.seq).toBe(before);
  });

  const call = { name: tool, arguments: input };

  test.each([
    ["one response", (calls: (typeof call)[]) => [calls, "Done."]],
    ["responses one after the other", (calls: (typeof call)[]) => [...calls.map((one) => [one]), "Done."]],
  ])("all that it changes counts for the whole message, in %s", async (_how, script) => {
    const further = { name: "complete_task", arguments: { task_id: "" } };
    const world = await createWorld({
      now: NOW,
      modelOverride: () => scriptedModel(script([call, further])),
    });
    const ada = await world.as("ada");
    await prepare(ada, 2);
    further.arguments.task_id = (await ada.add_task({ title: "the other" })).id;
    const { approvals } = await ada.chat({ message: "do both" });
    expect(approvals.map((one) => one.tool)).toContain("complete_task");
  });
});

describe("a part that was approved", () => {
  test("of a restoration comes back, and the rest stays in the trash", async () => {
    const ada = await (await createWorld({ now: NOW })).as("ada");
    await deletedWith(ada, 3);
    await callTool(ada, "restore_task", { task_id: 1 });
    const [approval] = (await ada.list_approvals()).approvals;
    const only = approval!.targets.filter(({ number }) => number !== 3).map(({ id }) => id);
    await ada.answerApproval(approval!.id, { decision: "approve", only });
    expect((await ada.list_tasks({ trash: true })).tasks.map(({ number }) => number)).toEqual([3]);
    expect((await ada.list_tasks({ parent: 1 })).tasks.map(({ number }) => number)).toEqual([2, 4]);
  });

  test("of a skip moves, and the rest stays on its day", async () => {
    const ada = await (await createWorld({ now: NOW })).as("ada");
    await recurringWith(ada, 3);
    await callTool(ada, "skip_occurrence", { task_id: 1 });
    const [approval] = (await ada.list_approvals()).approvals;
    await ada.answerApproval(approval!.id, { decision: "approve", only: ["1", "2"] });
    const { tasks } = await ada.list_tasks({ sort: "created" });
    const days = new Map(tasks.map(({ number, due_on }) => [number, due_on]));
    expect([1, 2, 3, 4].map((number) => days.get(number))).toEqual([
      "2026-01-12",
      "2026-01-12",
      "2026-01-05",
      "2026-01-05",
    ]);
  });

  test.each([
    ["complete_task", { task_id: 1 }],
    ["complete_tasks", { task_ids: [1] }],
  ])("of a %s completes the task alone, and the rest stays below it", async (tool, input) => {
    const ada = await (await createWorld({ now: NOW })).as("ada");
    await recurringWithSeries(ada, 3);
    await callTool(ada, tool, input);
    const [approval] = (await ada.list_approvals()).approvals;
    await ada.answerApproval(approval!.id, { decision: "approve", only: ["1", "2"] });
    const { tasks } = await ada.list_tasks({ status: "completed" });
    expect(tasks.map(({ number }) => number)).toEqual([1]);
    expect((await ada.list_tasks({ parent: 1 })).tasks.map(({ number }) => number)).toEqual([3, 4]);
    expect((await ada.list_tasks({ parent: 5 })).tasks.map(({ number }) => number)).toEqual([2]);
  });

  test.each([
    ["delete_task", { task_id: 1 }],
    ["delete_tasks", { task_ids: [1, 2] }],
  ])("of a %s goes to the trash, and the rest stays, at the top", async (tool, input) => {
    const ada = await (await createWorld({ now: NOW })).as("ada");
    await recurringWith(ada, 2);
    await callTool(ada, tool, input);
    const [approval] = (await ada.list_approvals()).approvals;
    await ada.answerApproval(approval!.id, { decision: "approve", only: ["1", "3"] });
    expect((await ada.list_tasks()).tasks).toMatchObject([{ number: 2, parent: null }]);
    expect((await ada.list_tasks({ trash: true })).tasks).toHaveLength(2);
  });

  const takingAlong: Reaching[] = [
    ...reaching.filter(([, , tool]) => tool !== "update_task"),
    ["deleting takes sub-tasks to the trash", recurringWith, "delete_task", { task_id: 1 }],
  ];

  test.each(takingAlong)("can't be without the task itself: %s", async (_what, prepare, tool, input) => {
    const world = await createWorld({ now: NOW });
    const ada = await world.as("ada");
    await prepare(ada, 3);
    await callTool(ada, tool, input);
    const before = await rowsOf(world, ada.id);
    const [approval] = (await ada.list_approvals()).approvals;
    const answer = await ada.answerApproval(approval!.id, { decision: "approve", only: ["2"] });
    expect(answer.tool_calls).toMatchObject([{ status: "failed", output: { code: "conflict" } }]);
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });
});

describe("what waits", () => {
  test("names of a deletion all that goes to the trash", async () => {
    const ada = await (await createWorld({ now: NOW })).as("ada");
    await recurringWith(ada, 2);
    await callTool(ada, "delete_task", { task_id: 1 });
    expect((await ada.list_approvals()).approvals).toMatchObject([
      {
        summary: "Delete 3 tasks: week, part 1, part 2",
        targets: [{ number: 1 }, { number: 2 }, { number: 3 }],
      },
    ]);
  });

  test("says of a completion what is completed and what moves on", async () => {
    const ada = await (await createWorld({ now: NOW })).as("ada");
    await recurringWithSeries(ada, 3);
    await callTool(ada, "complete_tasks", { task_ids: [1] });
    expect((await ada.list_approvals()).approvals).toMatchObject([
      { summary: "Complete week, and take 3 sub-tasks along to the next one" },
    ]);
  });
});
