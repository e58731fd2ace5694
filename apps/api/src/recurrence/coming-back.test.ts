import { describe, expect, test } from "vitest";
import { scriptedModel } from "../testing/scripted-model.ts";
import { createWorld, type Person } from "../testing/world.ts";

const daily = { rrule: "FREQ=DAILY" };

/** Task 2 went to the trash, or lost its rule, while task 1 took the rule of their series up again. */
async function seriesTakenUp(end: (ada: Person) => Promise<{ undo: string }>) {
  const world = await createWorld({ now: "2026-01-05T11:00:00.000Z" });
  const ada = await world.as("ada");
  await ada.add_task({ title: "a", recurrence: daily });
  await ada.complete_task({ task_id: 1 });
  const { undo } = await end(ada);
  await ada.reopen_task({ task_id: 1 });
  const taken = await ada.update_task({ task_id: 1, recurrence: daily });
  return { ada, undo, taken };
}

const carriers = async (ada: Person) =>
  (await ada.list_tasks({ status: "all" })).tasks
    .filter(({ recurrence }) => recurrence)
    .map(({ number }) => number);

describe("a series has one rule, whatever is taken back", () => {
  test.each([
    ["the deletion of the one that carried it", (ada: Person) => ada.delete_task({ task_id: 2 })],
    ["the end of its coming back", (ada: Person) => ada.update_task({ task_id: 2, clear: ["recurrence"] })],
  ])("%s isn't taken back while another goes on", async (_what, end) => {
    const { ada, undo, taken } = await seriesTakenUp(end);
    expect(taken.series).toBe((await ada.get_task({ task_id: 2 })).series);
    await expect(ada.undo({ undo })).rejects.toMatchObject({
      code: "undo_conflict",
      message: expect.stringContaining("task 1"),
    });
    expect(await carriers(ada)).toEqual([1]);
  });

  test("it is taken back when the other has given the rule up", async () => {
    const { ada, undo, taken } = await seriesTakenUp((person) => person.delete_task({ task_id: 2 }));
    await ada.undo({ undo: taken.undo });
    await ada.undo({ undo });
    expect(await carriers(ada)).toEqual([2]);
  });

  test("of two that went to the trash at the same moment, one comes back with it", async () => {
    const ada = await (await createWorld({ now: "2026-01-05T11:00:00.000Z" })).as("ada");
    await ada.add_task({ title: "house" });
    await ada.add_task({ title: "sweep", parent: 1, recurrence: daily });
    await ada.complete_task({ task_id: 2 });
    await ada.delete_task({ task_id: 3 });
    await ada.reopen_task({ task_id: 2 });
    await ada.update_task({ task_id: 2, recurrence: daily });
    await ada.delete_task({ task_id: 1 });
    await ada.restore_task({ task_id: 1 });
    expect((await ada.list_tasks({ parent: 1 })).tasks).toHaveLength(2);
    expect(await carriers(ada)).toEqual([2]);
  });

  test("what a whole turn of a chat did isn't taken back where one of its own tasks took the rule up since", async () => {
    const turn = [
      { name: "update_task", arguments: { task_id: 2, clear: ["recurrence"] } },
      { name: "update_task", arguments: { task_id: 1, title: "b" } },
    ];
    const world = await createWorld({
      now: "2026-01-05T11:00:00.000Z",
      modelOverride: () => scriptedModel([turn, "Done."]),
    });
    const ada = await world.as("ada");
    await ada.add_task({ title: "a", recurrence: daily });
    await ada.complete_task({ task_id: 1 });
    const { run_id } = await ada.chat({ message: "stop it, and call the first b" });
    await ada.reopen_task({ task_id: 1 });
    await ada.update_task({ task_id: 1, recurrence: daily });
    await expect(ada.undo({ undo: run_id! })).rejects.toMatchObject({ code: "undo_conflict" });
    expect(await carriers(ada)).toEqual([1]);
  });

  test("an undo isn't redone while another goes on", async () => {
    const { ada, undo, taken } = await seriesTakenUp((person) => person.delete_task({ task_id: 2 }));
    const givenUp = await ada.undo({ undo: taken.undo });
    await ada.undo({ undo });
    await expect(ada.redo({ undo: givenUp.undo })).rejects.toMatchObject({ code: "undo_conflict" });
    expect(await carriers(ada)).toEqual([2]);
  });
});
