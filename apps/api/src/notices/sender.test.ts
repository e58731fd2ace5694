import { describe, expect, onTestFinished, test } from "vitest";
import { sql } from "../db/sql.ts";
import { AT_10, endLeases, idsIn, processes, scheduledFor, toldTo, withBrowser } from "../testing/notices.ts";
import { startReceiver } from "../testing/receiver.ts";
import { patiently } from "../testing/runs.ts";
import { createWorld, type Person } from "../testing/world.ts";

const SHORTLY_AFTER_10 = "2026-01-05T10:00:01.000Z";
const AT_HALF_PAST_10 = "2026-01-05T10:30:00.000Z";

describe("a reminder", () => {
  test("is sent when it falls due, and not before", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);

    await world.app.notices.look();
    expect(browser.messages).toEqual([]);
    world.setNow(AT_10);
    await world.app.notices.look();

    expect(browser.messages.map(({ payload }) => payload)).toMatchObject([
      { kind: "reminder", title: "call", url: "/today?task=1", late: false, task: { number: 1 } },
    ]);
    expect(await toldTo(world, ada)).toMatchObject([{ kind: "reminder", late: false }]);
  });

  test("is sent once, however many processes look, and look again", async () => {
    const worlds = await processes({}, {}, {});
    const { ada, browser } = await withBrowser(worlds[0]);
    await ada.add_tasks({
      tasks: Array.from({ length: 60 }, (_, n) => ({ title: `call ${n}`, reminders: [{ at: AT_10 }] })),
    });
    for (const world of worlds) world.setNow(SHORTLY_AFTER_10);

    await Promise.all([...worlds, ...worlds].map((world) => world.app.notices.look()));
    for (const world of worlds) await world.app.notices.look();

    expect(browser.messages).toHaveLength(61);
    expect(new Set(idsIn(browser)).size).toBe(61);
    expect(await toldTo(worlds[0], ada)).toHaveLength(61);
  });

  test("that fell due while nobody could send is sent once, and says so", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    world.setNow("2026-01-05T14:00:00.000Z");

    await world.app.notices.look();
    await world.app.notices.look();

    expect(browser.messages.map(({ payload }) => payload)).toMatchObject([{ late: true }]);
    expect(await toldTo(world, ada)).toMatchObject([{ late: true }]);
  });

  test.each<[string, (ada: Person) => Promise<unknown>]>([
    ["done", (ada) => ada.complete_task({ task_id: 1 })],
    ["in the trash", (ada) => ada.delete_task({ task_id: 1 })],
    ["moved to later", (ada) => ada.update_task({ task_id: 1, reminders: [{ at: AT_HALF_PAST_10 }] })],
  ])("of a task that is %s isn't sent", async (_, change) => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    await change(ada);
    world.setNow(SHORTLY_AFTER_10);
    await world.app.notices.look();
    expect(browser.messages).toEqual([]);
  });

  test("of a task that the schedule doesn't know to be done isn't sent", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    await world.database.rows(sql`update tasks set completed_at = now() where space_id = ${ada.id}`);
    world.setNow(SHORTLY_AFTER_10);

    await world.app.notices.look();

    expect(browser.messages).toEqual([]);
    expect(await scheduledFor(world, ada)).toEqual([]);
  });

  test("that was sent isn't sent again when the task changes and changes back", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    world.setNow(SHORTLY_AFTER_10);
    await world.app.notices.look();

    await ada.complete_task({ task_id: 1 });
    await ada.undo();
    await ada.delete_task({ task_id: 1 });
    await ada.restore_task({ task_id: 1 });
    await world.app.notices.look();

    expect(browser.messages).toHaveLength(1);
  });

  test("that is snoozed comes once more", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    world.setNow(AT_10);
    await world.app.notices.look();
    await ada.snooze_reminder({ task_id: 1, minutes: 30 });
    world.setNow(AT_HALF_PAST_10);
    await world.app.notices.look();
    expect(new Set(idsIn(browser)).size).toBe(2);
  });

  test("that was sent isn't sent again when quiet hours are set over it", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    world.setNow(AT_10);
    await world.app.notices.look();
    await ada.update_profile({ quiet_hours: { from: "09:30", until: "12:00" } });
    expect(await scheduledFor(world, ada)).toEqual([]);
    expect(browser.messages).toHaveLength(1);
  });

  test("that waits for the end of quiet hours comes when they end earlier, or at once when that is over", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    await ada.update_profile({ quiet_hours: { from: "09:30", until: "12:00" } });
    await ada.update_profile({ quiet_hours: { from: "09:30", until: "11:00" } });
    expect(await scheduledFor(world, ada)).toEqual(["2026-01-05T11:00:00.000Z"]);
    world.setNow("2026-01-05T10:30:00.000Z");
    await ada.update_profile({ clear: ["quiet_hours"] });
    await world.app.notices.look();
    expect(browser.messages.map(({ payload }) => payload)).toMatchObject([{ title: "call", late: false }]);
  });

  test("that comes late in the night waits for the end of the quiet hours", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    await ada.update_profile({ quiet_hours: { from: "22:00", until: "07:00" } });
    world.setNow("2026-01-05T23:00:00.000Z");
    await world.app.notices.look();
    expect(browser.messages).toEqual([]);

    await endLeases(world, ada);
    world.setNow("2026-01-06T07:00:00.000Z");
    await world.app.notices.look();
    expect(browser.messages).toHaveLength(1);
  });
});

test("what came of a reminder waits for whoever has the space, and keeps nothing from them meanwhile", async () => {
  const world = await createWorld({ now: AT_10 });
  const ada = await world.as("ada");
  await ada.add_task({ title: "call", reminders: [{ at: SHORTLY_AFTER_10 }] });
  world.setNow(SHORTLY_AFTER_10);
  const account = await world.database.begin();
  await account.rows(sql`select from spaces where id = ${ada.id} for update`);

  const looking = world.app.notices.look();
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'with wanted as materialized%'`;
  await expect.poll(() => world.database.rows(waiting), patiently).toHaveLength(1);
  await account.rows(sql`delete from notices where space_id = ${ada.id}`);
  await account.rollback();
  await looking;

  expect(await toldTo(world, ada)).toMatchObject([{ kind: "reminder" }]);
});

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
    await endLeases(two!, ada);
    await two!.app.notices.look();
    const told = await toldTo(two!, ada);
    answer.resolve({ status: 503 });
    await looking;

    expect(ids).toEqual([told[0]!.id, told[0]!.id]);
    expect(await toldTo(two!, ada)).toEqual(told);
    expect(await scheduledFor(two!, ada)).toEqual([]);
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

describe("a process by itself", () => {
  const quick = { noticePace: { lookMs: 60_000 }, announcerPace: { gather: 1 } };

  test("sends at the instant, which it hears of from the process that scheduled it", async () => {
    const [one] = await processes({});
    const ada = await one!.as("ada");
    const real = new Date();
    one!.setNow(real.toISOString());
    const environment = { OUTBOUND_ALLOW: "127.0.0.1" };
    const two = await createWorld({ environment, ...quick });
    await ada.add_task({ title: "call", reminders: [{ at: new Date(real.getTime() + 500).toISOString() }] });

    await expect.poll(() => toldTo(two, ada), patiently).toHaveLength(1);
  });

  test("that is told to stop takes nothing more", async () => {
    const [world] = await processes({});
    const { browser } = await withBrowser(world);
    world.setNow(SHORTLY_AFTER_10);
    world.app.leave();
    expect(await world.app.notices.look()).toBe(0);
    expect(browser.messages).toEqual([]);
  });
});
