import { expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { createWorld } from "../testing/world.ts";

const once = { idempotencyKey: "once" };

test("what a call that died left behind is no key any more when the call comes again", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  const other = await ada.create_api_key({ name: "script" }, { idempotencyKey: "another" });
  const unseen = await ada.create_api_key({ name: "script" }, once);
  // As it is when the process dies before the call's own transaction is committed.
  await world.database.rows(sql`delete from idempotency_keys where user_id = ${ada.id} and key = 'once'`);

  const seen = await ada.create_api_key({ name: "script" }, once);

  expect((await ada.list_api_keys()).keys.map(({ id }) => id)).toEqual([other.id, seen.id]);
  await expect(ada.with(unseen.key).list_tasks()).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(ada.with(seen.key).list_tasks()).resolves.toBeTruthy();
});

test("a key that was seen stays when its Idempotency-Key is used for another a day later", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  const first = await ada.create_api_key({ name: "script" }, once);
  await world.database.rows(
    sql`update idempotency_keys set created_at = created_at - interval '25 hours' where user_id = ${ada.id}`,
  );
  await world.database.rows(
    sql`update apikey set "createdAt" = "createdAt" - interval '25 hours' where "referenceId" = ${ada.id}`,
  );

  const second = await ada.create_api_key({ name: "script" }, once);

  expect((await ada.list_api_keys()).keys.map(({ id }) => id)).toEqual([first.id, second.id]);
});
