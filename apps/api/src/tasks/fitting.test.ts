import { describe, expect, test } from "vitest";
import { brokenIn } from "../testing/invariants.ts";
import { rowsOf } from "../testing/things.ts";
import { createWorld, type Person } from "../testing/world.ts";

const recurrence = { rrule: "FREQ=DAILY" };

type Undoable = Promise<{ undo: string }>;
const undoOf = async (change: Undoable) => (await change).undo;

/** Each takes a change back whose field another needs by now; gives the undo's id. */
const ways: [string, string, (ada: Person) => Promise<string>][] = [
  [
    "a time without a date",
    "have a time and no date",
    async (ada) => {
      await ada.add_task({ title: "a" });
      const undo = await undoOf(ada.update_task({ task_id: 1, due_on: "2026-01-05" }));
      await ada.update_task({ task_id: 1, due_time: "18:00" });
      return undo;
    },
  ],
  [
    "a rule without a date",
    "come back and have no date",
    async (ada) => {
      await ada.add_task({ title: "a", recurrence });
      const undo = await undoOf(ada.update_task({ task_id: 1, clear: ["recurrence"] }));
      await ada.update_task({ task_id: 1, clear: ["due_on"] });
      return undo;
    },
  ],
  [
    "a rule of what is done",
    "be done and still come back",
    async (ada) => {
      await ada.add_task({ title: "a", recurrence });
      const undo = await undoOf(ada.update_task({ task_id: 1, clear: ["recurrence"] }));
      await ada.complete_task({ task_id: 1 });
      return undo;
    },
  ],
  [
    "done with a rule",
    "be done and still come back",
    async (ada) => {
      await ada.add_task({ title: "a" });
      await ada.complete_task({ task_id: 1 });
      const undo = await undoOf(ada.reopen_task({ task_id: 1 }));
      await ada.update_task({ task_id: 1, recurrence });
      return undo;
    },
  ],
];

describe("nothing is taken back that would leave a task with", () => {
  test.each(ways)("%s", async (_what, needs, change) => {
    const world = await createWorld({ now: "2026-01-05T11:00:00.000Z" });
    const ada = await world.as("ada");
    const undo = await change(ada);
    const before = await rowsOf(world, ada.id);
    await expect(ada.undo({ undo })).rejects.toMatchObject({
      code: "undo_conflict",
      message: expect.stringContaining(needs),
    });
    expect(await rowsOf(world, ada.id)).toEqual(before);
    expect(await brokenIn(world.database, ada.id)).toEqual([]);
  });
});
