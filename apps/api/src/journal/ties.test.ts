import { describe, expect, test } from "vitest";
import { rowsOf } from "../testing/things.ts";
import { createWorld, type Person } from "../testing/world.ts";

type Undoable = Promise<{ undo: string }>;

/** Gives what would take something back. */
type Way = (ada: Person) => Promise<() => Promise<unknown>>;

const undoing = async (ada: Person, change: Undoable) => {
  const { undo } = await change;
  return () => ada.undo({ undo });
};
const redoing = async (ada: Person, change: Undoable) => {
  const { undo } = await ada.undo({ undo: (await change).undo });
  return () => ada.redo({ undo });
};

async function houseWithRoof(ada: Person) {
  await ada.add_task({ title: "house" });
  return ada.add_task({ title: "roof", parent: 1 });
}

const below: [string, Way][] = [
  [
    "undoing that it was moved out, when what it was below is in the trash",
    async (ada) => {
      await houseWithRoof(ada);
      const again = await undoing(ada, ada.update_task({ task_id: 2, clear: ["parent"] }));
      await ada.delete_task({ task_id: 1 });
      return again;
    },
  ],
  [
    "redoing that it was moved there",
    async (ada) => {
      await ada.add_tasks({ tasks: [{ title: "house" }, { title: "roof" }] });
      const again = await redoing(ada, ada.update_task({ task_id: 2, parent: 1 }));
      await ada.delete_task({ task_id: 1 });
      return again;
    },
  ],
  [
    "undoing that it was deleted",
    async (ada) => {
      await houseWithRoof(ada);
      const again = await undoing(ada, ada.delete_task({ task_id: 2 }));
      await ada.delete_task({ task_id: 1 });
      return again;
    },
  ],
  [
    "redoing that it was added",
    async (ada) => {
      const again = await redoing(ada, houseWithRoof(ada));
      await ada.delete_task({ task_id: 1 });
      return again;
    },
  ],
  [
    "undoing that a task was completed which took it along, when that is in the trash",
    async (ada) => {
      const recurrence = { rrule: "FREQ=DAILY" };
      await ada.add_task({ title: "house", recurrence });
      await ada.add_task({ title: "roof", parent: 1, recurrence });
      const again = await undoing(ada, ada.complete_task({ task_id: 1 }));
      await ada.delete_task({ task_id: 1 });
      return again;
    },
  ],
];

const above: [string, Way][] = [
  [
    "redoing that it was deleted, when another came below it",
    async (ada) => {
      await ada.add_task({ title: "house" });
      const again = await redoing(ada, ada.delete_task({ task_id: 1 }));
      await ada.add_task({ title: "roof", parent: 1 });
      return again;
    },
  ],
  [
    "undoing that it was restored",
    async (ada) => {
      await ada.add_task({ title: "house" });
      await ada.delete_task({ task_id: 1 });
      const again = await undoing(ada, ada.restore_task({ task_id: 1 }));
      await ada.add_task({ title: "roof", parent: 1 });
      return again;
    },
  ],
  [
    "undoing that it was added",
    async (ada) => {
      const again = await undoing(ada, ada.add_task({ title: "house" }));
      await ada.add_task({ title: "roof", parent: 1 });
      return again;
    },
  ],
];

const inList: [string, Way][] = [
  [
    "undoing that a task was moved out of a list, when that was deleted",
    async (ada) => {
      await ada.add_task({ title: "milk", list: "Shop" });
      const again = await undoing(ada, ada.update_task({ task_id: 1, clear: ["list"] }));
      await ada.delete_list({ list_id: "Shop" });
      return again;
    },
  ],
  [
    "undoing that a task was deleted, when its list was",
    async (ada) => {
      await ada.add_task({ title: "milk", list: "Shop" });
      const again = await undoing(ada, ada.delete_task({ task_id: 1 }));
      await ada.delete_list({ list_id: "Shop" });
      return again;
    },
  ],
];

const listAbove: [string, Way][] = [
  [
    "redoing that a list was deleted, when a task is in it by now",
    async (ada) => {
      await ada.add_list({ name: "Shop" });
      const again = await redoing(ada, ada.delete_list({ list_id: "Shop" }));
      await ada.add_task({ title: "milk", list: "Shop" });
      return again;
    },
  ],
  [
    "undoing that a list was added",
    async (ada) => {
      const again = await undoing(ada, ada.add_list({ name: "Shop" }));
      await ada.add_task({ title: "milk", list: "Shop" });
      return again;
    },
  ],
];

const labelled: [string, Way][] = [
  [
    "undoing that a label was taken off, when it was deleted",
    async (ada) => {
      await ada.add_task({ title: "milk", labels: ["shop"] });
      const again = await undoing(ada, ada.update_task({ task_id: 1, labels: [] }));
      await ada.delete_label({ label_id: "shop" });
      return again;
    },
  ],
];

const labelAbove: [string, Way][] = [
  [
    "undoing the task with which a label was made, when another has it by now",
    async (ada) => {
      const again = await undoing(ada, ada.add_task({ title: "eggs", labels: ["shop"] }));
      await ada.add_task({ title: "milk", labels: ["shop"] });
      return again;
    },
  ],
  [
    "redoing that a label was deleted, when a task has it by now, be it in the trash",
    async (ada) => {
      await ada.add_task({ title: "eggs", labels: ["shop"] });
      const again = await redoing(ada, ada.delete_label({ label_id: "shop" }));
      await ada.add_task({ title: "milk", labels: ["shop"] });
      await ada.delete_task({ task_id: 2 });
      return again;
    },
  ],
];

const refused: [string, Way, string, string][] = [
  ...below.map(([what, way]) => [what, way, "belongs_to_gone", "“roof” belongs below “house”"] as const),
  ...above.map(([what, way]) => [what, way, "belongs_to_going", "“roof” is below “house”"] as const),
  ...inList.map(
    ([what, way]) => [what, way, "belongs_to_gone", "“milk” belongs in the list “Shop”"] as const,
  ),
  ...listAbove.map(([what, way]) => [what, way, "belongs_to_going", "“milk” is in the list “Shop”"] as const),
  ...labelled.map(([what, way]) => [what, way, "belongs_to_gone", "“milk” had the label “shop”"] as const),
  ...labelAbove.map(([what, way]) => [what, way, "belongs_to_going", "“milk” has the label “shop”"] as const),
].map((one) => [...one]);

describe("nothing is taken back that would leave what lives tied to what is gone", () => {
  test.each(refused)("%s", async (_what, way, reason, sentence) => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const again = await way(ada);
    const before = await rowsOf(world, ada.id);

    await expect(again()).rejects.toMatchObject({
      code: "undo_conflict",
      reason,
      message: expect.stringContaining(sentence),
    });
    expect(await rowsOf(world, ada.id)).toEqual(before);
  });
});

test("restored as the refusal says, the one above lets the other come back below it", async () => {
  const ada = await (await createWorld()).as("ada");
  await houseWithRoof(ada);
  const again = await undoing(ada, ada.delete_task({ task_id: 2 }));
  await ada.delete_task({ task_id: 1 });
  await ada.restore_task({ task_id: 1 });
  await again();
  expect((await ada.list_tasks({ parent: 1 })).tasks).toMatchObject([{ title: "roof" }]);
});

test("both in one change come back together", async () => {
  const ada = await (await createWorld()).as("ada");
  await houseWithRoof(ada);
  const again = await undoing(ada, ada.delete_tasks({ task_ids: [1, 2] }));
  await again();
  expect((await ada.list_tasks({ parent: 1 })).tasks).toMatchObject([{ title: "roof" }]);
});

test("what a task is tied to from before doesn't keep its other changes from being taken back", async () => {
  const ada = await (await createWorld()).as("ada");
  await houseWithRoof(ada);
  const again = await undoing(ada, ada.update_task({ task_id: 2, title: "the roof" }));
  await ada.delete_task({ task_id: 1 });
  await again();
  expect(await ada.get_task({ task_id: 2 })).toMatchObject({ title: "roof" });
});

test("what was below something that is no more says so", async () => {
  const ada = await (await createWorld()).as("ada");
  const house = await ada.add_task({ title: "house" });
  const again = await redoing(ada, ada.add_task({ title: "roof", parent: 1 }));
  await ada.undo({ undo: house.undo });
  await expect(again()).rejects.toThrow("What “roof” belongs to was removed since");
});
