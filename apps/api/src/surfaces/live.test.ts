import { createClient, type LiveEvent, type LiveNotice } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { toldTo } from "../testing/notices.ts";
import { createWorld, type Person, type World } from "../testing/world.ts";

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

describe("a reminder that is sent", () => {
  const NOON = "2026-01-05T12:00:00.000Z";

  /** Two processes; Ada is reminded at noon, of a second task, too, if one is named. */
  const start = async (second?: string) => {
    const now = "2026-01-05T09:00:00.000Z";
    const [here, there] = [await createWorld({ now }), await createWorld({ now })];
    const ada = await here.as("ada");
    const reminders = [{ at: NOON }];
    const task = await ada.add_task({ title: "call", reminders });
    const other = second === undefined ? undefined : await ada.add_task({ title: second, reminders });
    for (const world of [here, there]) world.setNow(NOON);
    return { here, there, ada, task, other };
  };

  /** A window, as a browser has one: over HTTP, with a client of its own. */
  async function windowOf({ token }: Person, world: World, heardAt?: number) {
    const headers = { authorization: `Bearer ${token}` };
    const client = createClient({ baseUrl: await world.listen(), headers });
    const notices: LiveNotice[] = [];
    let abort = new AbortController();
    let closed = Promise.resolve();
    const open = async () => {
      abort = new AbortController();
      const { signal } = abort;
      const opened = Promise.withResolvers<void>();
      const onNotice = (notice: LiveNotice) => void notices.push(notice);
      closed = (async () => {
        // The first change there is comes at once.
        for await (const _ of client.live({ signal, after: 0, heardAt, onNotice })) opened.resolve();
      })().catch(() => {});
      await opened.promise;
    };
    await open();
    return {
      notices,
      open,
      async close() {
        abort.abort();
        await closed;
      },
    };
  }

  test("is told in every open window once, at whichever process it is", async () => {
    const { here, there, ada, task } = await start();
    const windows = [await windowOf(ada, here), await windowOf(ada, here), await windowOf(ada, there)];

    await Promise.all([here, there].map(({ app }) => app.notices.look()));

    for (const { notices } of windows) await expect.poll(() => notices.length).toBe(1);
    expect(windows.map(({ notices }) => notices[0])).toEqual(
      Array(3).fill({
        id: expect.any(String),
        kind: "reminder",
        late: false,
        sent_at: expect.any(String),
        task: { id: task.id, number: 1, title: "call" },
      }),
    );
    for (const window of windows) await window.close();
  });

  test("is told to a window that lost its stream meanwhile, and not again to one that heard of it", async () => {
    const { here, ada } = await start();
    const [heard, away] = [await windowOf(ada, here), await windowOf(ada, here)];
    await away.close();
    await here.app.notices.look();
    await expect.poll(() => heard.notices.length).toBe(1);
    await heard.close();

    await heard.open();
    await away.open();
    await expect.poll(() => away.notices.length).toBe(1);

    expect(heard.notices).toHaveLength(1);
    await heard.close();
    await away.close();
  });

  const told = sql`from deliveries where task_id =`;
  test.each<[string, (here: World, ada: Person, id: string) => Promise<unknown>]>([
    ["is done", (_, ada, id) => ada.complete_task({ task_id: id })],
    ["is deleted", (_, ada, id) => ada.delete_task({ task_id: id })],
    [
      "they heard of on a phone",
      ({ database }, _, id) =>
        database.rows(
          sql`insert into deliveries (space_id, id, channel, kind, task_id, channel_kind, channel_name, status, at)
              select space_id, id, 'phone', kind, task_id, 'push', 'Phone', 'sent', at ${told} ${id}`,
        ),
    ],
  ])("is told to a person who comes hours later, unless the task %s", async (_, settle) => {
    const { here, ada, task, other } = await start("walk");
    await here.app.notices.look();
    await expect.poll(async () => (await toldTo(here, ada)).length).toBe(2);
    await settle(here, ada, task.id);
    await here.database.rows(
      sql`update deliveries set at = now() - interval '3 hours' where space_id = ${ada.id}`,
    );

    const window = await windowOf(ada, here, Date.now() - 4 * 3_600_000);
    await expect.poll(() => window.notices.map((notice) => notice.task?.id)).toEqual([other?.id]);
    await window.close();
  });

  test("is told to nobody else", async () => {
    const { here, ada } = await start();
    const bob = await here.as("bob");
    await bob.add_task({ title: "milk" });
    const [hers, his] = [await windowOf(ada, here), await windowOf(bob, here)];
    await here.app.notices.look();
    await expect.poll(() => hers.notices.length).toBe(1);
    expect(his.notices).toEqual([]);
    await hers.close();
    await his.close();
  });
});
