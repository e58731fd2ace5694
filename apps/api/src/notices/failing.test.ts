import { describe, expect, onTestFinished, test } from "vitest";
import { sql } from "../db/sql.ts";
import { AT_10, endLeases, processes, scheduledFor, toldTo, withBrowser } from "../testing/notices.ts";
import { startReceiver } from "../testing/receiver.ts";
import type { Person, World } from "../testing/world.ts";

const SHORTLY_AFTER_10 = "2026-01-05T10:00:01.000Z";

describe("a process that dies", () => {
  test("before it sent leaves it to another, after the lease", async () => {
    const [one, two] = await processes({}, {});
    const { ada, browser } = await withBrowser(one!);
    const dead = crypto.randomUUID();
    await one!.database.rows(
      sql`update notices set lease_owner = ${dead}, lease_expires_at = now() + interval '1 hour', attempts = 1 where space_id = ${ada.id}`,
    );
    two!.setNow(SHORTLY_AFTER_10);
    await two!.app.notices.look();
    expect(browser.messages).toEqual([]);

    await endLeases(two!, ada);
    await two!.app.notices.look();
    expect(browser.messages).toHaveLength(1);
  });

  test("after it sent and before it wrote that: another sends the same id, and a channel that has it not again", async () => {
    const [one, two] = await processes({}, {});
    const { ada, browser } = await withBrowser(one!);
    for (const world of [one!, two!]) world.setNow(SHORTLY_AFTER_10);
    await one!.app.notices.look();
    const told = await toldTo(one!, ada);
    // As it was when it had been sent: nothing of it is written.
    await one!.database.rows(sql`update notices set sent_at = null where space_id = ${ada.id}`);

    await two!.app.notices.look();

    expect(browser.messages).toHaveLength(1);
    expect(await toldTo(two!, ada)).toEqual(told);
  });

  test("and comes back writes nothing of what another sent by then", async () => {
    const [one, two] = await processes({}, {});
    const ada = await one!.as("ada");
    const arrived = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<{ status: number }>();
    const ids: unknown[] = [];
    const receiver = await startReceiver({
      async reply({ headers }) {
        ids.push(headers["webhook-id"]);
        arrived.resolve();
        return ids.length === 1 ? answer.promise : { status: 200 };
      },
    });
    onTestFinished(() => receiver.close());
    await ada.add_channel({ kind: "webhook", url: receiver.url, name: "A program" });
    await ada.add_task({ title: "call", reminders: [{ at: AT_10 }] });
    for (const world of [one!, two!]) world.setNow(SHORTLY_AFTER_10);

    const looking = one!.app.notices.look();
    await arrived.promise;
    // The first one's look may just be ending, and take it up again once.
    const takenOver = async () => {
      await endLeases(two!, ada);
      await two!.app.notices.look();
      return toldTo(two!, ada);
    };
    await expect.poll(takenOver).toHaveLength(1);
    const told = await toldTo(two!, ada);
    answer.resolve({ status: 503 });
    await looking;

    expect(ids).toEqual([told[0]!.id, told[0]!.id]);
    expect(await toldTo(two!, ada)).toEqual(told);
    expect(await scheduledFor(two!, ada)).toEqual([]);
  });
});

describe("a process that is paused for longer than its lease", () => {
  const leaseMs = 300;

  /** Paused between taking the reminder and sending it: `meanwhile` happens then, and the reminder is looked for. */
  const pausedBeforeSending = async (meanwhile: (world: World, ada: Person) => Promise<unknown>) => {
    const [world] = await processes({ noticePace: { leaseMs } });
    const { ada, browser } = await withBrowser(world);
    world.setNow(SHORTLY_AFTER_10);
    const inItsWay = await world.database.begin();
    await inItsWay.rows(sql`lock table channels in access exclusive mode`);
    const looking = world.app.notices.look();
    const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%from channels%'`;
    await expect.poll(() => world.database.rows(waiting)).toHaveLength(1);
    await meanwhile(world, ada);
    // Nothing of this process goes on, as when it is stopped from outside.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * leaseMs);
    await inItsWay.rollback();
    await looking;
    return { world, ada, browser };
  };

  test("sends nothing of what another took meanwhile", async () => {
    const other = crypto.randomUUID();
    const { world, ada, browser } = await pausedBeforeSending(({ database }, { id }) =>
      database.rows(
        sql`update notices set lease_owner = ${other}, lease_expires_at = now() + interval '1 hour' where space_id = ${id}`,
      ),
    );
    expect(browser.messages).toEqual([]);
    expect(await scheduledFor(world, ada)).toEqual([AT_10]);
  });

  test("takes what nobody took anew, and tells it as it is by then", async () => {
    const { world, ada, browser } = await pausedBeforeSending(async (world) =>
      world.setNow("2026-01-05T11:00:00.000Z"),
    );
    expect(browser.messages.map(({ payload }) => payload)).toMatchObject([{ late: true }]);
    expect(await toldTo(world, ada)).toHaveLength(1);
  });
});

describe("a channel that fails", () => {
  test("gets it again, with the same id, until it takes it", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    world.setNow(SHORTLY_AFTER_10);
    browser.answers({ status: 503 });
    await world.app.notices.look();
    expect(await scheduledFor(world, ada)).toEqual([AT_10]);
    expect(await toldTo(world, ada)).toHaveLength(1);

    browser.answers();
    await endLeases(world, ada);
    await world.app.notices.look();

    expect(browser.messages).toHaveLength(1);
    expect(await scheduledFor(world, ada)).toEqual([]);
    expect(await toldTo(world, ada)).toHaveLength(1);
  });

  test("gets it again also when a program has taken it, which doesn't", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    const program = await startReceiver();
    onTestFinished(() => program.close());
    await ada.add_channel({ kind: "webhook", url: program.url, name: "A program" });
    world.setNow(SHORTLY_AFTER_10);
    browser.answers({ status: 503 });
    await world.app.notices.look();
    expect(await scheduledFor(world, ada)).toEqual([AT_10]);

    browser.answers();
    await endLeases(world, ada);
    await world.app.notices.look();

    expect(browser.messages).toHaveLength(1);
    expect(program.requests).toHaveLength(1);
  });

  test("isn't waited for when it is a program and the person was told", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    const program = await startReceiver({ reply: () => ({ status: 503 }) });
    onTestFinished(() => program.close());
    await ada.add_channel({ kind: "webhook", url: program.url, name: "A program" });
    world.setNow(SHORTLY_AFTER_10);

    await world.app.notices.look();

    expect(browser.messages).toHaveLength(1);
    expect(await scheduledFor(world, ada)).toEqual([]);
  });

  test("is given up after some time", async () => {
    const [world] = await processes({ noticePace: { attempts: 2 } });
    const { ada, browser } = await withBrowser(world);
    world.setNow(SHORTLY_AFTER_10);
    browser.answers({ status: 503 });

    await world.app.notices.look();
    await endLeases(world, ada);
    await world.app.notices.look();

    expect(await scheduledFor(world, ada)).toEqual([]);
    const { deliveries } = await ada.list_deliveries({});
    expect(deliveries.filter(({ channel_kind }) => channel_kind === "push")).toMatchObject([
      { status: "failed" },
    ]);
    const metrics = await (await ada.fetch("/metrics")).text();
    expect(metrics).toContain("todo_notices_failed_total 1");
  });
});
