import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "./db/database.ts";
import { sql } from "./db/sql.ts";
import { maintain } from "./maintenance.ts";
import { connect, registered } from "./testing/oauth.ts";
import { lockWaiters } from "./testing/runs.ts";
import { createWorld, type Person, type World } from "./testing/world.ts";

const DAY_MS = 86_400_000;

/** The same database, in whose transactions nobody waits for a lock for long. Whatever else they do may take its time. */
const waitingBriefly = (database: Database): Database => ({
  ...database,
  transaction: (work) =>
    database.transaction(async (db) => {
      await db.rows(sql`set local lock_timeout = '100ms'`);
      return work(db);
    }),
});

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

test("what was sent where is told for 90 days", async () => {
  const world = await createWorld({ now: "2026-01-05T09:00:00.000Z" });
  const ada = await world.as("ada");
  const { id } = await ada.add_channel({ kind: "webhook", url: "https://localhost:9/hook" });
  await ada.test_channel({ channel_id: id });
  const sentAt = Date.parse("2026-01-05T09:00:00.000Z");

  await maintain(world.database, new Date(sentAt + 89 * DAY_MS));
  expect((await ada.list_deliveries()).deliveries).toHaveLength(1);
  await maintain(world.database, new Date(sentAt + 91 * DAY_MS));
  expect((await ada.list_deliveries()).deliveries).toEqual([]);
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

test("a deleted conversation is gone after 30 days with all that was said in it, and the journal forgets its title", async () => {
  const world = await createWorld({ now: "2026-01-05T09:00:00.000Z" });
  const ada = await world.as("ada");
  const secret = await ada.chat({ message: "add my secret" });
  const kept = await ada.chat({ message: "add milk" });
  const { undo } = await ada.delete_conversation({ conversation_id: secret.conversation_id! });
  const deletedAt = Date.parse("2026-01-05T09:00:00.000Z");
  const rowsOf = async (table: string) =>
    (await world.database.pool.query(`select from ${table} where space_id = $1`, [ada.id])).rowCount;

  await maintain(world.database, new Date(deletedAt + 29 * DAY_MS));
  expect(await rowsOf("conversations")).toBe(2);

  await maintain(world.database, new Date(deletedAt + 31 * DAY_MS));
  const { conversations } = await ada.list_conversations();
  expect(conversations.map(({ id }) => id)).toEqual([kept.conversation_id]);
  expect([await rowsOf("messages"), await rowsOf("agent_runs"), await rowsOf("tool_calls")]).toEqual([
    2, 1, 1,
  ]);
  await expect(ada.undo({ undo })).rejects.toMatchObject({ code: "undo_conflict" });
});

test("what readers of a run were told is kept for a week after its end, the conversation longer", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  await ada.add_task({ title: "milk" });
  const { conversation_id, run_id: ended } = await ada.chat({ message: "add eggs" });
  const { run_id: waiting, approvals } = await ada.chat({ message: "delete milk" });
  const statusOf = async (id: string | null) => (await ada.fetch(`/api/runs/${id}/events`)).status;

  await maintain(world.database, new Date(Date.now() + 6 * DAY_MS));
  expect(await statusOf(ended)).toBe(200);

  await maintain(world.database, new Date(Date.now() + 8 * DAY_MS));
  expect(await statusOf(ended)).toBe(204);
  const { messages } = await ada.get_conversation({ conversation_id: conversation_id! });
  expect(messages.at(-1)).toMatchObject({ text: "Added eggs." });
  expect(await statusOf(waiting)).toBe(200);
  const done = await ada.answerApproval(approvals[0]!.id, { decision: "approve" });
  expect(done.response).toBe("Deleted milk.");
});

test("what access leaves behind goes when nobody needs it", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  const used = await connect(world, ada);
  const unused = await registered(world);
  const { pool } = world.database;
  const left = async () => {
    const { rows } = await pool.query(
      `select "clientId" as id from "oauthClient" where "clientId" = any($1) union all
       select event from audit_events where user_id = $2 and event = 'client_connected' order by id`,
      [[used.client.client_id, unused.client_id], ada.id],
    );
    return rows.map(({ id }) => id as string);
  };
  const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

  await maintain(world.database, inDays(6));
  expect(await left()).toHaveLength(3);
  await maintain(world.database, inDays(8));
  expect((await left()).sort()).toEqual([used.client.client_id, "client_connected"].sort());
  await maintain(world.database, inDays(400));
  expect(await left()).toEqual([used.client.client_id]);
});

describe("a backlog of many parts", () => {
  const MANY = 2_500;
  /** Ada's trash: all tasks side by side, or all others below the first. */
  const fillTrash = ({ database }: World, { id }: Person, below: boolean) =>
    database.rows(
      sql`insert into tasks (space_id, id, number, title, position, parent_id, created_at, updated_at, deleted_at)
          select ${id}, md5(${id} || n)::uuid, n, 'gone', 'h' || lpad(to_hex(n), 8, '0'),
            case when n > 1 and ${below} then md5(${id} || 1)::uuid end, '2026-01-05', '2026-01-05', '2026-01-05'
          from generate_series(1, ${MANY}) n`,
    );
  const trashOf = async ({ database }: World, { id }: Person) =>
    (await database.rows(sql`select id from tasks where space_id = ${id}`)).length;

  test("of the trash is emptied, parents and what is below them", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    await fillTrash(world, ada, true);

    await maintain(world.database, new Date("2026-03-05T00:00:00Z"));

    expect(await trashOf(world, ada)).toBe(0);
  });

  test("is smaller each time, also when it isn't got through", async () => {
    const world = await createWorld();
    const ada = await world.as("ada");
    await fillTrash(world, ada, false);

    await world.database.transaction(async (db) => {
      await db.rows(sql`select id from tasks where space_id = ${ada.id} and number = ${MANY} for update`);
      const cleaning = maintain(waitingBriefly(world.database), new Date("2026-03-05T00:00:00Z"));
      await expect(cleaning).rejects.toThrow("lock timeout");
    });

    expect(await trashOf(world, ada)).toBe(MANY - 2_000);
  });

  test("of anything else is removed", async () => {
    const { database } = await createWorld();
    const left = sql`select key from rate_limits where starts_with(key, 'backlog ')`;
    await database.rows(
      sql`insert into rate_limits (key, count, resets_at)
          select 'backlog ' || n, 1, now() - interval '1 hour' from generate_series(1, 25000) n`,
    );
    await maintain(database);
    expect(await database.rows(left)).toEqual([]);
  });
});

describe("while something that belongs into the trash can't be removed", () => {
  /** Somebody holds on to a task that was deleted long ago. */
  async function held() {
    const world = await createWorld({ now: "2026-01-05T09:00:00.000Z" });
    const ada = await world.as("ada");
    const { id } = await ada.add_task({ title: "held" });
    await ada.delete_task({ task_id: id });
    const { conversation_id } = await ada.chat({ message: "add eggs" });
    await ada.delete_conversation({ conversation_id: conversation_id! });
    const letGo = Promise.withResolvers<void>();
    const holds = Promise.withResolvers<void>();
    const holding = world.database.transaction(async (db) => {
      await db.rows(sql`select id from tasks where space_id = ${ada.id} and id = ${id} for update`);
      holds.resolve();
      await letGo.promise;
    });
    await holds.promise;
    return {
      world,
      ada,
      letGo() {
        letGo.resolve();
        return holding;
      },
    };
  }

  test("changes are made all the same, also when the journal gets a new month", async () => {
    const { world, ada, letGo } = await held();
    const cleaning = maintain(world.database, new Date("2035-05-15T00:00:00Z"));
    await expect.poll(() => world.database.rows(lockWaiters)).toHaveLength(1);

    expect(await ada.add_task({ title: "milk" })).toMatchObject({ title: "milk" });

    await letGo();
    await cleaning;
  });

  test("everything else is cleaned up", async () => {
    const { world, ada, letGo } = await held();

    const cleaning = maintain(waitingBriefly(world.database), new Date("2036-05-15T00:00:00Z"));
    await expect(cleaning).rejects.toThrow("lock timeout");

    const left = sql`select id from conversations where space_id = ${ada.id}`;
    expect(await world.database.rows(left)).toEqual([]);
    await letGo();
  });
});

test("a process whose clock is ahead doesn't forget sessions that ended just now", async () => {
  const world = await createWorld();
  const ada = await world.as("ada");
  const { token: jwt } = (await (await ada.fetch("/api/auth/token")).json()) as { token: string };
  await world.database.rows(sql`delete from "session" where "userId" = ${ada.id}`);
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + DAY_MS });

  await maintain(world.database);

  vi.useRealTimers();
  const started = await createWorld();
  await expect(started.with(jwt).list_tasks()).rejects.toMatchObject({ code: "unauthenticated" });
});
