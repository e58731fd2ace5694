import { expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { maintain } from "../maintenance.ts";
import { scheduledFor } from "../testing/notices.ts";
import { createWorld, type Person, type World } from "../testing/world.ts";

const NOW = "2026-01-05T09:00:00.000Z";

/** The schedule as an older release of the zone database had it: each an hour later. */
const asOfOldRules = ({ database }: World, { id }: Person) =>
  database.rows(
    sql`update notices set due_at = due_at + interval '1 hour', id = gen_random_uuid(), zone_rules = '1999z' where space_id = ${id}`,
  );

async function start() {
  const world = await createWorld({ now: NOW });
  const ada = await world.as("ada");
  await ada.add_tasks({
    tasks: [1, 2, 3].map((day) => ({
      title: `day ${day}`,
      due_on: `2026-02-0${day}`,
      due_time: "10:00",
      time_zone: "Asia/Karachi",
      reminders: [{ minutes_before: 0 }, { days_before: 1, time: "20:00" }],
    })),
  });
  await ada.update_profile({ digest_at: "18:00" });
  return { world, ada };
}

test("what an older release of the zone database said is worked out anew", async () => {
  const { world, ada } = await start();
  const right = await scheduledFor(world, ada);
  await asOfOldRules(world, ada);
  expect(await scheduledFor(world, ada)).not.toEqual(right);

  await maintain(world.database, new Date(NOW));

  expect(right).toHaveLength(7);
  expect(await scheduledFor(world, ada)).toEqual(right);
});

test("what a newer release said stays", async () => {
  const { world, ada } = await start();
  await asOfOldRules(world, ada);
  await world.database.rows(sql`update notices set zone_rules = '2999a' where space_id = ${ada.id}`);
  const newer = await scheduledFor(world, ada);

  await maintain(world.database, new Date(NOW));

  expect(await scheduledFor(world, ada)).toEqual(newer);
});

test("what was sent long ago is forgotten", async () => {
  const { world, ada } = await start();
  await world.database.rows(
    sql`update notices set sent_at = ${NOW} where space_id = ${ada.id} and slot <> 'digest'`,
  );
  const left = async () =>
    (await world.database.rows(sql`select from notices where space_id = ${ada.id}`)).length;

  await maintain(world.database, new Date("2026-02-01T00:00:00.000Z"));
  expect(await left()).toBe(7);
  await maintain(world.database, new Date("2026-02-05T00:00:00.000Z"));
  expect(await left()).toBe(1);
});
