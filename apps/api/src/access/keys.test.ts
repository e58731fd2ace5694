import { limits } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { createWorld } from "../testing/world.ts";

const once = { idempotencyKey: "once" };

describe("API keys", () => {
  test("do what their scopes say and expire when they should", async () => {
    const ada = await (await createWorld()).as("ada");
    const { key, scopes, expires_at } = await ada.create_api_key({
      name: "writer",
      scopes: ["read", "write"],
      expires_in_days: 30,
    });
    expect(scopes).toEqual(["read", "write"]);
    expect(Date.parse(expires_at!) - Date.now()).toBeGreaterThan(29 * 86_400_000);

    const writer = ada.with(key);
    await writer.add_task({ title: "milk" });
    await expect(writer.delete_task({ task_id: 1 })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("can't make keys, and are only ever shown once", async () => {
    const ada = await (await createWorld()).as("ada");
    const { key } = await ada.create_api_key({ name: "all", scopes: ["read", "write", "destroy"] });
    await expect(ada.with(key).create_api_key({ name: "more" })).rejects.toMatchObject({ code: "forbidden" });
    expect(JSON.stringify(await ada.list_api_keys())).not.toContain(key);
  });

  test("are so many at most, and another once one is revoked", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const { id } = await ada.create_api_key({ name: "first" });
    await world.database.rows(sql`
      insert into apikey
      select (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(), 'key', gen_random_uuid()))).*
      from apikey k, generate_series(2, ${limits.keys}) where k.id = ${id}`);
    const one = { name: "one more" };

    await expect(ada.create_api_key(one)).rejects.toMatchObject({
      code: "conflict",
      reason: "too_many_keys",
    });
    await ada.revoke_api_key({ key_id: id });
    await ada.create_api_key(one);
  });

  test("are stored as a hash alone", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    const { key } = await ada.create_api_key({ name: "script" });
    const { rows } = await world.database.pool.query('select * from apikey where "referenceId" = $1', [
      ada.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  test("may have a name of 32 characters, whatever characters they are", async () => {
    const ada = await (await createWorld()).as("ada");
    const name = "😀".repeat(32);
    await expect(ada.create_api_key({ name })).resolves.toMatchObject({ name });
    await expect(ada.create_api_key({ name: `${name}a` })).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  test("open nothing once revoked", async () => {
    const ada = await (await createWorld()).as("ada");
    const { key, id } = await ada.create_api_key({ name: "script" });
    await ada.revoke_api_key({ key_id: id });
    await expect(ada.with(key).list_tasks()).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

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
