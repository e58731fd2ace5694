import type { Client, InputOf, OperationName, OutputOf } from "@todo/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenIn } from "../testing/invariants.ts";
import { createWorld, type Person } from "../testing/world.ts";

const START = Date.parse("2026-01-05T11:00:00.000Z");

/** What was done so far, by the ids of its groups. */
interface Done {
  changes: string[];
  undos: string[];
  /** All that was tried, for whoever reads of a failure. */
  told: string[];
}

type Step = (ada: Client, done: Done) => Promise<unknown>;

const task_id = fc.integer({ min: 1, max: 8 });
const task_ids = fc.uniqueArray(task_id, { minLength: 1, maxLength: 3 });
const list = fc.constantFrom("Home", "Work", "inbox");
const label = fc.constantFrom("x", "y");
const labels = fc.uniqueArray(label);
const due_on = fc.constantFrom("2026-01-05", "2026-01-06", "2026-01-31");
const due_time = fc.constantFrom("09:00", "18:00");
const recurrence = fc.record({
  rrule: fc.constantFrom("FREQ=DAILY", "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;BYDAY=MO,TH"),
});
const reminders = fc.array(fc.record({ minutes_before: fc.constantFrom(10, 30) }), { maxLength: 1 });
const title = fc.constantFrom("a", "b");
const clear = fc.subarray(["parent", "list", "labels", "due_on", "due_time", "recurrence"] as const, {
  minLength: 1,
});
const fields = { title, list, labels, parent: task_id, due_on, due_time, recurrence, reminders };

type Undoable = {
  [Name in OperationName]: OutputOf<Name> extends { undo: string } ? Name : never;
}[OperationName];

/** A step that makes a change, with any of the inputs. */
const change = <Name extends Undoable>(name: Name, inputs: fc.Arbitrary<InputOf<Name>>) =>
  inputs.map(
    (input): Step =>
      async (ada, { changes, told }) => {
        told.push(`${name} ${JSON.stringify(input)}`);
        const call = ada[name] as (input: InputOf<Name>) => Promise<{ undo: string }>;
        changes.push((await call(input)).undo);
      },
  );

/** One of the last few, so that what it changed has often changed again, and not always. */
const recent = (groups: string[], back: number) => groups[Math.max(0, groups.length - 1 - back)];

const takingBack = fc.nat({ max: 5 }).map(
  (back): Step =>
    async (ada, { changes, undos, told }) => {
      const undo = recent(changes, back);
      told.push(`undo ${changes.length - back}`);
      undos.push((await ada.undo(undo ? { undo } : {})).undo);
    },
);
const again = fc.nat({ max: 3 }).map(
  (back): Step =>
    async (ada, { undos, told }) => {
      const undo = recent(undos, back);
      told.push(`redo ${undos.length - back}`);
      await ada.redo(undo ? { undo } : {});
    },
);

const step = fc.oneof(
  { weight: 3, arbitrary: change("add_task", fc.record(fields, { requiredKeys: ["title"] })) },
  {
    weight: 4,
    arbitrary: change("update_task", fc.record({ task_id, ...fields }, { requiredKeys: ["task_id"] })),
  },
  { weight: 3, arbitrary: change("update_task", fc.record({ task_id, clear })) },
  { weight: 4, arbitrary: change("complete_tasks", fc.record({ task_ids })) },
  { weight: 2, arbitrary: change("reopen_task", fc.record({ task_id })) },
  change("skip_occurrence", fc.record({ task_id })),
  { weight: 3, arbitrary: change("delete_tasks", fc.record({ task_ids })) },
  { weight: 3, arbitrary: change("restore_tasks", fc.record({ task_ids })) },
  change(
    "reschedule_tasks",
    fc.record({ task_ids, due_on, due_time }, { requiredKeys: ["task_ids", "due_on"] }),
  ),
  change("reschedule_tasks", fc.record({ task_ids, clear: fc.constant(true) })),
  change("update_tasks", fc.record({ task_ids, list, add_labels: labels })),
  change("delete_list", fc.record({ list_id: list })),
  change("delete_label", fc.record({ label_id: label })),
  task_ids.map(
    (ids): Step =>
      (ada) =>
        ada.purge_tasks({ task_ids: ids }),
  ),
  { weight: 6, arbitrary: takingBack },
  { weight: 4, arbitrary: again },
);

/** Two trees: one that recurs, with a series and a plain task below it, and one three high. */
async function plant(ada: Person): Promise<Done> {
  const tasks: InputOf<"add_task">[] = [
    { title: "week", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO" }, list: "Home", labels: ["x"] },
    { title: "day", parent: 1, recurrence: { rrule: "FREQ=DAILY" } },
    {
      title: "part",
      parent: 1,
      due_on: "2026-01-06",
      due_time: "18:00",
      reminders: [{ minutes_before: 30 }],
    },
    { title: "house", list: "Work", labels: ["y"] },
    { title: "roof", parent: 4, list: "Work" },
    { title: "gutter", parent: 5, recurrence: { rrule: "FREQ=DAILY" }, due_time: "18:00" },
  ];
  const changes: string[] = [];
  for (const task of tasks) changes.push((await ada.add_task(task)).undo);
  return { changes, undos: [], told: [] };
}

test("whatever is done and taken back, in whatever order, every tree and every series stays whole", async () => {
  const world = await createWorld();
  let people = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
      people += 1;
      const ada = await world.as(`ada-${people}`);
      world.setNow(new Date(START).toISOString());
      const done = await plant(ada);
      for (const [index, take] of steps.entries()) {
        world.setNow(new Date(START + (index + 1) * 60_000).toISOString());
        // Refused with a reason, never by an accident inside.
        await take(ada, done).catch((error: { code?: string }) =>
          expect(error.code ?? "internal").not.toBe("internal"),
        );
        expect(await brokenIn(world.database, ada.id), done.told.join("\n")).toEqual([]);
      }
    }),
    // To find a shorter way to the same failure takes longer than the test may.
    { numRuns: 15, endOnFailure: true },
  );
}, 240_000);
