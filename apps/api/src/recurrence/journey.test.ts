import type { Client, InputOf } from "@todo/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { brokenIn } from "../testing/invariants.ts";
import { createWorld } from "../testing/world.ts";

const rules = [
  "FREQ=DAILY",
  "FREQ=DAILY;COUNT=4",
  "FREQ=WEEKLY;BYDAY=MO,TH",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=DAILY;BYHOUR=8,20",
];
const days = ["2026-01-04", "2026-01-05", "2026-01-06", "2026-01-08", "2026-01-31"];

/** Any of the first tasks there are. */
const task = fc.integer({ min: 1, max: 5 });
const scope = fc.constantFrom("this", "this_and_later", "all", undefined);

test("whatever is done to recurring tasks, no occurrence is there twice and all of it can be taken back", async () => {
  const world = await createWorld({ now: "2026-01-05T11:00:00.000Z" });
  const step = fc.oneof(
    fc
      .constantFrom(...rules)
      .map((rrule) => (ada: Client) => ada.add_task({ title: "a", recurrence: { rrule } })),
    { weight: 4, arbitrary: task.map((task_id) => (ada: Client) => ada.complete_task({ task_id })) },
    task.map((task_id) => (ada: Client) => ada.reopen_task({ task_id })),
    task.map((task_id) => (ada: Client) => ada.skip_occurrence({ task_id })),
    task.map((task_id) => (ada: Client) => ada.delete_task({ task_id })),
    { weight: 2, arbitrary: task.map((task_id) => (ada: Client) => ada.restore_task({ task_id })) },
    fc.tuple(task, fc.constantFrom(...days), scope).map(([task_id, due_on, occurrences]) => (ada: Client) => {
      const input: InputOf<"update_task"> = { task_id, due_on };
      return ada.update_task(occurrences ? { ...input, occurrences } : input);
    }),
    fc.tuple(task, fc.constantFrom("b", "c"), scope).map(([task_id, title, occurrences]) => (ada: Client) => {
      const input: InputOf<"update_task"> = { task_id, title };
      return ada.update_task(occurrences ? { ...input, occurrences } : input);
    }),
    fc.tuple(task, fc.constantFrom(...rules)).map(
      ([task_id, rrule]) =>
        (ada: Client) =>
          ada.update_task({ task_id, recurrence: { rrule } }),
    ),
    fc.constant((ada: Client) => ada.undo()),
  );
  const rows = (person: string) =>
    world.database.rows(
      sql`select to_jsonb(t) - 'updated_at' - 'version' - 'json' as task from tasks t where space_id = ${person} order by id`,
    );
  let people = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      people += 1;
      const ada = await world.as(`ada-${people}`);
      for (const take of steps) {
        const before = await rows(ada.id);
        const answer: { undo: string } | undefined = await take(ada).catch((error: { code?: string }) => {
          // Refused with a reason, never by an accident inside.
          expect(error.code).not.toBe("internal");
          return undefined;
        });
        if (!answer) expect(await rows(ada.id)).toEqual(before);
        expect(await brokenIn(world.database, ada.id)).toEqual([]);
        const after = await rows(ada.id);
        if (!answer || "undid" in answer || JSON.stringify(after) === JSON.stringify(before)) continue;
        const { undo } = await ada.undo({ undo: answer.undo });
        expect(await rows(ada.id)).toEqual(before);
        await ada.redo({ undo });
        expect(await rows(ada.id)).toEqual(after);
      }
    }),
    { numRuns: 12 },
  );
});
