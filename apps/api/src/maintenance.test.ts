import { expect, test } from "vitest";
import { maintain } from "./maintenance.ts";
import { createWorld } from "./testing/world.ts";

const DAY_MS = 86_400_000;

test("the trash is emptied after 30 days, and the journal forgets what was in it", async () => {
  const world = await createWorld({ now: "2026-01-05T09:00:00.000Z" });
  const ada = await world.as("ada");
  await ada.add_task({ title: "a secret" });
  await ada.add_task({ title: "kept" });
  await ada.delete_task({ task_id: 1 });
  const deletedAt = Date.parse("2026-01-05T09:00:00.000Z");

  await maintain(world.database, new Date(deletedAt + 29 * DAY_MS));
  expect((await ada.list_tasks({ trash: true })).tasks).toHaveLength(1);

  await maintain(world.database, new Date(deletedAt + 31 * DAY_MS));
  expect((await ada.list_tasks({ trash: true })).tasks).toEqual([]);
  expect(JSON.stringify(await ada.history())).not.toContain("a secret");
  expect((await ada.list_tasks()).tasks).toMatchObject([{ title: "kept" }]);
});

test("what was purged can't be taken back, and doesn't stand before what can", async () => {
  const world = await createWorld({ now: "2026-01-05T09:00:00.000Z" });
  const ada = await world.as("ada");
  await ada.add_task({ title: "kept" });
  const { undo } = await ada.add_task({ title: "gone" });
  await ada.delete_task({ task_id: 2 });
  await maintain(world.database, new Date(Date.parse("2026-01-05T09:00:00.000Z") + 31 * DAY_MS));

  await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "undo_conflict" });
  expect((await ada.undo()).changes).toMatchObject([{ name: "kept" }]);
});

test("the journal has a place for this month and the next two, and keeps 13 months", async () => {
  const { database } = await createWorld();
  const partitions = async () =>
    (
      await database.pool.query(
        "select relname from pg_class where relname ~ '^journal_\\d{4}_\\d\\d$' order by 1",
      )
    ).rows.map(({ relname }) => relname as string);

  await maintain(database, new Date("2031-11-15T00:00:00Z"));
  expect(await partitions()).toEqual(
    expect.arrayContaining(["journal_2031_11", "journal_2031_12", "journal_2032_01"]),
  );
  await maintain(database, new Date("2031-11-16T00:00:00Z"));

  await maintain(database, new Date("2033-01-15T00:00:00Z"));
  expect(await partitions()).not.toContain("journal_2031_11");
  expect(await partitions()).toContain("journal_2031_12");
});
