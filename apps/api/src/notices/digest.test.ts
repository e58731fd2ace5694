import { describe, expect, test } from "vitest";
import { processes, scheduledFor, toldTo, withBrowser } from "../testing/notices.ts";
import { nextDigest } from "./instants.ts";

describe("the digest", () => {
  const start = async () => {
    const [one, two] = await processes({}, {});
    const { ada, browser } = await withBrowser(one!);
    await ada.update_profile({ digest_at: "09:30" });
    await ada.update_task({ task_id: 1, clear: ["reminders"] });
    return { one: one!, two: two!, ada, browser };
  };

  test("tells what is due today and before, and is scheduled for the next day once", async () => {
    const { one, two, ada, browser } = await start();
    await ada.add_tasks({
      tasks: [
        { title: "today", due_on: "2026-01-05" },
        { title: "at noon", due_on: "2026-01-05", due_time: "12:00" },
        { title: "overdue", due_on: "2026-01-02" },
        { title: "tomorrow", due_on: "2026-01-06" },
      ],
    });
    for (const world of [one, two]) world.setNow("2026-01-05T09:30:00.000Z");
    await Promise.all([one, two, one, two].map((world) => world.app.notices.look()));

    expect(browser.messages.map(({ payload }) => payload)).toMatchObject([
      {
        kind: "digest",
        title: "3 tasks for today",
        body: "• today (today)\n• at noon (today at 12:00)\n• overdue (Friday, 2 January)",
        url: "/today",
      },
    ]);
    expect(await scheduledFor(one, ada)).toEqual(["2026-01-06T09:30:00.000Z"]);
    expect(await toldTo(one, ada)).toMatchObject([{ kind: "digest", task_id: null }]);
  });

  test("comes in the person's language", async () => {
    const { one, ada, browser } = await start();
    await ada.update_profile({ language: "ur" });
    await ada.add_task({ title: "دودھ", due_on: "2026-01-05" });
    one.setNow("2026-01-05T09:30:00.000Z");
    await one.app.notices.look();
    expect(browser.messages.map(({ payload }) => payload)).toMatchObject([
      { title: "آج کے لیے 1 کام", body: "• دودھ (آج)" },
    ]);
  });

  test("of a day comes once, wherever the person goes on that day, and however late it was", async () => {
    const { one, ada, browser } = await start();
    await ada.add_task({ title: "today", due_on: "2026-01-05" });
    one.setNow("2026-01-05T09:30:00.000Z");
    await one.app.notices.look();
    await ada.update_profile({ time_zone: "America/New_York" });
    expect(await scheduledFor(one, ada)).toEqual(["2026-01-06T14:30:00.000Z"]);
    one.setNow("2026-01-07T12:00:00.000Z");
    await one.app.notices.look();
    expect(browser.messages).toHaveLength(2);
    expect(await scheduledFor(one, ada)).toEqual(["2026-01-08T14:30:00.000Z"]);
  });

  test("says nothing on a day without tasks, and comes the next day", async () => {
    const { one, ada, browser } = await start();
    one.setNow("2026-01-05T09:30:00.000Z");
    await one.app.notices.look();
    expect(browser.messages).toEqual([]);
    expect(await scheduledFor(one, ada)).toEqual(["2026-01-06T09:30:00.000Z"]);
  });
});

describe("the next digest comes", () => {
  const wants = (digest_at: string | null, zone = "Europe/Berlin", from?: string, until?: string) => ({
    digest_at,
    time_zone: zone,
    quiet_from: from ?? null,
    quiet_until: until ?? null,
  });

  test.each([
    ["later today", wants("18:00"), "2026-01-05T09:00:00.000Z", "2026-01-05T17:00:00.000Z"],
    ["tomorrow when it is over", wants("08:00"), "2026-01-05T09:00:00.000Z", "2026-01-06T07:00:00.000Z"],
    ["tomorrow at the moment itself", wants("10:00"), "2026-01-05T09:00:00.000Z", "2026-01-06T09:00:00.000Z"],
    [
      "after quiet hours",
      wants("06:00", "UTC", "22:00", "07:00"),
      "2026-01-05T06:30:00.000Z",
      "2026-01-05T07:00:00.000Z",
    ],
    [
      "of last night, put off to this morning",
      wants("23:00", "UTC", "22:00", "07:00"),
      "2026-01-05T06:30:00.000Z",
      "2026-01-05T07:00:00.000Z",
    ],
    [
      "at the same time by the clock when clocks change",
      wants("08:00"),
      "2026-03-28T12:00:00.000Z",
      "2026-03-29T06:00:00.000Z",
    ],
  ])("%s", (_, who, after, expected) => {
    expect(nextDigest(who, new Date(after))?.toISOString()).toBe(expected);
  });

  test("is never, unless it is wanted", () => {
    expect(nextDigest(wants(null), new Date())).toBeUndefined();
  });
});
