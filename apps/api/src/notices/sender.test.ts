import { describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { AT_10, endLeases, idsIn, processes, scheduledFor, toldTo, withBrowser } from "../testing/notices.ts";
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

  test.each([
    ["hours", "2026-01-05T14:00:00.000Z"],
    ["a few seconds", "2026-01-05T10:00:16.000Z"],
  ])("that fell due %s ago, while nobody could send, is sent once and says so", async (_, comesBack) => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    world.setNow(comesBack);

    await world.app.notices.look();
    await world.app.notices.look();

    expect(browser.messages.map(({ payload }) => payload)).toMatchObject([{ late: true }]);
    expect(await toldTo(world, ada)).toMatchObject([{ late: true }]);
  });

  test("that waited for a busy moment doesn't say that it is late", async () => {
    const [world] = await processes({});
    const { ada, browser } = await withBrowser(world);
    world.setNow("2026-01-05T10:00:10.000Z");

    await world.app.notices.look();

    expect(browser.messages.map(({ payload }) => payload)).toMatchObject([{ late: false }]);
    expect(await toldTo(world, ada)).toMatchObject([{ late: false }]);
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
  await expect.poll(() => world.database.rows(waiting)).toHaveLength(1);
  await account.rows(sql`delete from notices where space_id = ${ada.id}`);
  await account.rollback();
  await looking;

  expect(await toldTo(world, ada)).toMatchObject([{ kind: "reminder" }]);
});
