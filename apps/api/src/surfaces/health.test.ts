import { expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const get = async (world: Awaited<ReturnType<typeof createWorld>>, path: string) => {
  const response = await world.app.fetch(new Request(`http://localhost:8000${path}`));
  return { status: response.status, body: await response.json() };
};

test("alive, ready, and the plans' own words for it", async () => {
  const world = await createWorld();
  expect(await get(world, "/health")).toEqual({ status: 200, body: { status: "healthy" } });
  expect(await get(world, "/api/health")).toEqual({ status: 200, body: { status: "ok" } });
  expect(await get(world, "/ready")).toEqual({
    status: 200,
    body: { status: "ready", checks: { database: "ok", schema: "ok" } },
  });
});

test("without a database it lives and isn't ready", async () => {
  const world = await createWorld();
  await world.database.close();
  expect((await get(world, "/health")).status).toBe(200);
  expect(await get(world, "/ready")).toEqual({
    status: 503,
    body: { status: "not ready", checks: { database: "does not answer" } },
  });
});

test("a process that was told to stop isn't ready, and still serves", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  world.app.leave();
  expect(await get(world, "/ready")).toEqual({
    status: 503,
    body: { status: "not ready", checks: { process: "is stopping" } },
  });
  expect((await get(world, "/health")).status).toBe(200);
  expect(await ada.add_task({ title: "milk" })).toMatchObject({ title: "milk" });
});

test("the metrics count requests by route", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  await ada.get_task({ task_id: (await ada.add_task({ title: "milk" })).number });
  const text = await (await world.app.fetch(new Request("http://localhost:8000/metrics"))).text();
  expect(text).toMatch(
    /http_server_request_duration_seconds_count\{[^}]*http_route="\/api\/tasks\/:task_id"[^}]*\} 1/,
  );
  expect(text).not.toContain(ada.id);
});
