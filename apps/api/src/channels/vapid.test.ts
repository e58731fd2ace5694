import { expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";
import { createSeal } from "./sealed.ts";
import { createVapidKeys } from "./vapid.ts";

const ORIGIN = "https://push.example";

/** Processes that begin with a secret of their own each, on one database. */
async function withSecrets(...secrets: string[]) {
  const { database } = await createWorld();
  return secrets.map((secret) =>
    createVapidKeys({ database, seal: createSeal(secret), subject: "mailto:ada@example.com" }),
  );
}

test("a key that is there is kept, and signed with", async () => {
  const [one, later] = await withSecrets("one", "one");
  const key = await one!.publicKey();
  expect(await later!.publicKey()).toBe(key);
  expect(await later!.authorization(ORIGIN)).toContain(`k=${key}`);
});

test("a key that was sealed with another secret is replaced, and the new one is signed with", async () => {
  const [before, after] = await withSecrets("one", "another");
  const former = await before!.publicKey();

  const key = await after!.publicKey();

  expect(key).not.toBe(former);
  expect(await after!.authorization(ORIGIN)).toContain(`k=${key}`);
});

test("several processes that begin with another secret at once agree on one key", async () => {
  const [before, ...after] = await withSecrets("one", "another", "another", "another");
  await before!.publicKey();
  const keys = await Promise.all(after.map((one) => one.publicKey()));
  expect(new Set(keys).size).toBe(1);
});
