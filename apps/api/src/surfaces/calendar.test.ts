import { describe, expect, test } from "vitest";
import { createWorld, type Person, type World } from "../testing/world.ts";

const NOW = "2026-03-05T09:00:00Z";
const LATER = "2026-03-05T09:01:00Z";

const pathOf = ({ url }: { url: string }) => new URL(url).pathname;

/** As a calendar program asks: with the address and nothing else. */
const get = async ({ app }: World, path: string, init: RequestInit = {}) =>
  app.fetch(new Request(`http://localhost:3000${path}`, init));

async function feedOf(ada: Person) {
  await ada.add_task({ title: "Water the plants", due_on: "2026-03-09" });
  return ada.create_feed({ kind: "events" });
}

test("whoever has the address reads the feed, and nobody else's tasks", async () => {
  const world = await createWorld({ now: NOW });
  const [ada, bob] = await Promise.all([world.as("ada"), world.as("bob")]);
  await bob.add_task({ title: "Bob's", due_on: "2026-03-09" });
  const feed = await feedOf(ada);

  const response = await get(world, pathOf(feed));

  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("private, no-cache");
  const text = await response.text();
  expect(text).toContain("SUMMARY:Water the plants\r\n");
  expect(text).not.toContain("Bob");
  expect(feed.webcal_url).toBe(feed.url.replace("http:", "webcal:"));
  expect((await ada.list_feeds()).feeds).toMatchObject([
    { id: feed.id, last_read_at: "2026-03-05T09:00:00.000Z" },
  ]);
  expect((await bob.list_feeds()).feeds).toEqual([]);
});

test("HEAD tells the same without the text", async () => {
  const world = await createWorld({ now: NOW });
  const feed = await feedOf(await world.as("ada"));
  const [head, whole] = [await get(world, pathOf(feed), { method: "HEAD" }), await get(world, pathOf(feed))];
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
  expect(head.headers.get("etag")).toBe(whole.headers.get("etag"));
});

describe("a feed that is no longer, or never was, is answered like any address where nothing is", () => {
  test.each(["revoked", "of an account that is gone", "never made", "misspelt"])("%s", async (what) => {
    const world = await createWorld({ now: NOW });
    const ada = await world.as("ada");
    const feed = await feedOf(ada);
    if (what === "revoked") await ada.revoke_feed({ feed_id: feed.id });
    if (what === "of an account that is gone")
      await world.database.pool.query(`delete from "user" where id = $1`, [ada.id]);
    const path = {
      "never made": `/api/calendar/${"0".repeat(64)}.ics`,
      misspelt: pathOf(feed).replace(".ics", "0.ics"),
    }[what];

    const response = await get(world, path ?? pathOf(feed));
    const nothing = await get(world, "/api/calendar/nothing.txt");

    const told = async (one: Response, at: string) => (await one.text()).replaceAll(at, "");
    expect(response.status).toBe(404);
    expect(await told(response, path ?? pathOf(feed))).toBe(await told(nothing, "/api/calendar/nothing.txt"));
  });

  test("but for the person, who has no such feed", async () => {
    const world = await createWorld();
    const [ada, bob] = await Promise.all([world.as("ada"), world.as("bob")]);
    const { id } = await feedOf(ada);
    await expect(bob.revoke_feed({ feed_id: id })).rejects.toMatchObject({ code: "not_found" });
    expect((await ada.list_feeds()).feeds).toHaveLength(1);
  });
});

describe("a program that has the feed already", () => {
  async function read() {
    const world = await createWorld({ now: NOW });
    const ada = await world.as("ada");
    const path = pathOf(await feedOf(ada));
    world.setNow(LATER);
    const { headers } = await get(world, path);
    return { world, ada, path, etag: headers.get("etag")!, modified: headers.get("last-modified")! };
  }

  test("isn't sent it again until something changes", async () => {
    const { world, ada, path, etag } = await read();
    const again = () => get(world, path, { headers: { "if-none-match": `"other", W/${etag}` } });

    const unchanged = await again();
    expect([unchanged.status, await unchanged.text(), unchanged.headers.get("etag")]).toEqual([
      304,
      "",
      etag,
    ]);

    await ada.update_task({ task_id: 1, title: "Water all plants" });
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain("Water all plants");
  });

  test("hears of a deletion", async () => {
    const { world, ada, path, etag } = await read();
    await ada.delete_task({ task_id: 1 });
    const response = await get(world, path, { headers: { "if-none-match": etag } });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain("VEVENT");
  });

  test("may go by the time of the last change", async () => {
    const { world, ada, path, modified } = await read();
    const again = async () => (await get(world, path, { headers: { "if-modified-since": modified } })).status;
    expect(modified).toBe("Thu, 05 Mar 2026 09:00:00 GMT");
    expect(await again()).toBe(304);
    await ada.update_task({ task_id: 1, title: "Water all plants" });
    world.setNow("2026-03-05T09:02:00Z");
    expect(await again()).toBe(200);
  });

  test("gets no time within the second of a change, since another could follow in it", async () => {
    const world = await createWorld({ now: NOW });
    const response = await get(world, pathOf(await feedOf(await world.as("ada"))));
    expect(response.headers.get("last-modified")).toBeNull();
  });

  test("hears of it when what was completed grows old", async () => {
    const { world, path, etag } = await read();
    world.setNow("2026-03-06T00:00:00Z");
    expect((await get(world, path, { headers: { "if-none-match": etag } })).status).toBe(200);
  });
});

test("a feed that is asked for without end is refused for a while", async () => {
  const world = await createWorld({ now: NOW });
  const ada = await world.as("ada");
  const path = pathOf(await feedOf(ada));
  const { id } = (await ada.list_feeds()).feeds[0]!;
  await get(world, path);
  await world.database.pool.query("update rate_limits set count = 240 where key = $1", [`feed:${id}`]);

  const response = await get(world, path);

  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("the token is in the answer that made it and in no table, list, export or line of the log", async () => {
  const lines: string[] = [];
  const world = await createWorld({ log: (line) => lines.push(line) });
  const ada = await world.as("ada");
  const feed = await feedOf(ada);
  const token = pathOf(feed).split("/").at(-1)!.replace(".ics", "");
  await get(world, pathOf(feed));
  await get(world, pathOf(feed).replace(".ics", "0.ics"));

  const tables = await world.database.pool.query<{ table_name: string }>(
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const rows = await Promise.all(
    tables.rows.map(({ table_name }) => world.database.pool.query(`select * from "${table_name}"`)),
  );
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(rows.map((one) => one.rows))).not.toContain(token);
  expect(JSON.stringify(await ada.list_feeds())).not.toContain(token);
  const exported = await (await ada.fetch("/api/account/export")).text();
  expect(exported).toContain(feed.id);
  expect(exported).not.toContain(token);
  expect(lines.join("\n")).toContain("/api/calendar/");
  expect(lines.join("\n")).not.toContain(token);
});

test("the audit tells that a feed was made and revoked", async () => {
  const ada = await (await createWorld()).as("ada");
  const { id } = await ada.create_feed({ kind: "tasks", name: "Phone" });
  await ada.revoke_feed({ feed_id: id });
  const { events } = await ada.list_audit_events();
  expect(events.map(({ event }) => event)).toEqual(["feed_revoked", "feed_made", "signed_up"]);
  expect(events[0]?.details).toEqual({ feed_id: id, name: "Phone" });
});

test("a feed of a list that isn't there is refused, and so is one too many", async () => {
  const ada = await (await createWorld()).as("ada");
  await expect(ada.create_feed({ kind: "tasks", list: "Nowhere" })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await ada.list_lists()).lists).toEqual([]);
  for (let count = 0; count < 50; count++) await ada.create_feed({ kind: "tasks" });
  await expect(ada.create_feed({ kind: "tasks" })).rejects.toMatchObject({ code: "conflict" });
});
