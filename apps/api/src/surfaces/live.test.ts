import type { LiveEvent } from "@todo/contract";
import { expect, test } from "vitest";
import { createWorld, type Person } from "../testing/world.ts";

/** The first events of a stream, which then is let go. */
async function listen(person: Person, count: number, after?: number) {
  const abort = new AbortController();
  const events: LiveEvent[] = [];
  const stream = person.live({ signal: abort.signal, ...(after !== undefined && { after }) });
  const done = (async () => {
    for await (const event of stream) {
      events.push(event);
      if (events.length === count) break;
    }
    abort.abort();
    return events;
  })();
  return { done, stop: () => abort.abort() };
}

test("a change is heard by whoever listens, with the journal's number", async () => {
  const { as } = await createWorld();
  const ada = await as("ada");
  await ada.add_task({ title: "before" });
  const { done } = await listen(ada, 2, 1);
  const added = await ada.add_task({ title: "milk" });
  await ada.complete_task({ task_id: added.id });

  expect(await done).toMatchObject([
    { seq: 2, operation: "add_task", entity: "task", id: added.id, group: added.undo },
    { seq: 3, operation: "complete_task", id: added.id },
  ]);
});

test("whoever comes back hears what happened meanwhile", async () => {
  const ada = await (await createWorld()).as("ada");
  for (const title of ["a", "b", "c"]) await ada.add_task({ title });
  const { done } = await listen(ada, 2, 1);
  expect((await done).map(({ seq }) => seq)).toEqual([2, 3]);
});

test("what another process changes is heard as well", async () => {
  const here = await createWorld();
  const there = await createWorld();
  const ada = await here.as("ada");
  const { done } = await listen(ada, 1, 0);
  const elsewhere = await there.app.fetch(
    new Request("http://localhost:3000/api/tasks", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${ada.token}` },
      body: '{"title":"milk"}',
    }),
  );
  expect(elsewhere.status).toBe(201);
  expect(await done).toMatchObject([{ operation: "add_task" }]);
});

test("nobody hears of another's changes", async () => {
  const { as } = await createWorld();
  const [ada, bob] = await Promise.all([as("ada"), as("bob")]);
  const { done } = await listen(bob, 1, 0);
  await ada.add_task({ title: "diary" });
  const own = await bob.add_task({ title: "milk" });
  expect(await done).toMatchObject([{ id: own.id }]);
});

test("a key that may not read hears nothing", async () => {
  const ada = await (await createWorld()).as("ada");
  const { key } = await ada.create_api_key({ name: "writer", scopes: ["write"] });
  expect((await ada.with(key).fetch("/api/live")).status).toBe(403);
});

test("proxies are told not to hold events back", async () => {
  const ada = await (await createWorld()).as("ada");
  const abort = new AbortController();
  const response = await ada.fetch("/api/live", { signal: abort.signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
  await response.body?.cancel();
});

test("when the process stops, the stream ends and says when to come back", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  const response = await ada.fetch("/api/live?after=0");
  const heard = response.text();
  world.app.endStreams();
  expect(await heard).toMatch(/\nretry: \d+\n: moving elsewhere\n\n$/);
});
