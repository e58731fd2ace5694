import type { InputOf } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const NOW = "2026-01-05T09:00:00.000Z";
const start = async () => {
  const world = await createWorld({ now: NOW });
  return { world, ada: await world.as("ada") };
};

describe("list_reminders", () => {
  const three = {
    tasks: [3, 1, 2].map((day) => ({
      title: `day ${day}`,
      due_on: `2026-02-0${day}`,
      reminders: [{ minutes_before: 0 }, { minutes_before: 60 }],
    })),
  };

  test("shows what is to come, the next first, with its task and its instant", async () => {
    const { ada } = await start();
    const [task] = (await ada.add_tasks({ tasks: [three.tasks[0]!] })).tasks;
    const { id, number, title } = task!;
    const [atDue, before] = task!.reminders;
    expect(await ada.list_reminders({})).toEqual({
      reminders: [
        { task: { id, number, title }, reminder: before, comes_at: "2026-02-03T08:00:00.000Z" },
        { task: { id, number, title }, reminder: atDue, comes_at: "2026-02-03T09:00:00.000Z" },
      ],
      next_cursor: null,
    });
  });

  test("shows those of one task alone when asked", async () => {
    const { ada } = await start();
    await ada.add_tasks(three);
    const { reminders } = await ada.list_reminders({ task_id: 2 });
    expect(reminders.map(({ task }) => task.title)).toEqual(["day 1", "day 1"]);
  });

  test("comes in pages that miss and repeat nothing", async () => {
    const { ada } = await start();
    await ada.add_tasks(three);
    const all = (await ada.list_reminders({})).reminders;
    const seen = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await ada.list_reminders({ limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.reminders);
      more = page.next_cursor !== null;
      cursor = page.next_cursor ?? undefined;
    }
    expect(all).toHaveLength(6);
    expect(seen).toEqual(all);
  });

  test.each(["", "nonsense", "!", Buffer.from("0000-01-01T00:00:00.000Z a").toString("base64url")])(
    "refuses the cursor “%s”",
    async (cursor) => {
      const { ada } = await start();
      await expect(ada.list_reminders({ cursor })).rejects.toMatchObject({ errors: [{ path: "cursor" }] });
    },
  );

  test("leaves out what was sent", async () => {
    const { world, ada } = await start();
    await ada.add_tasks(three);
    world.setNow("2026-02-01T08:30:00.000Z");
    await world.app.notices.look();
    expect((await ada.list_reminders({ task_id: 2 })).reminders).toMatchObject([
      { comes_at: "2026-02-01T09:00:00.000Z" },
    ]);
  });
});

describe("snooze_reminder", () => {
  test("answers the task with one snoozed reminder, in place of an earlier one", async () => {
    const { ada } = await start();
    const { reminders } = await ada.add_task({
      title: "call",
      reminders: [{ at: "2026-01-06T09:00:00.000Z" }],
    });
    await ada.snooze_reminder({ task_id: 1, minutes: 10 });
    const task = await ada.snooze_reminder({ task_id: 1, until: "2026-01-05T12:00:00.000Z" });
    expect(task.reminders).toEqual([
      ...reminders,
      { id: expect.any(String), at: "2026-01-05T12:00:00.000Z", snoozed: true },
    ]);
  });

  test.each<[string, Omit<InputOf<"snooze_reminder">, "task_id">]>([
    ["neither", {}],
    ["both", { minutes: 10, until: "2026-01-05T12:00:00.000Z" }],
    ["what has passed", { until: NOW }],
  ])("refuses %s", async (_, input) => {
    const { ada } = await start();
    await ada.add_task({ title: "call" });
    await expect(ada.snooze_reminder({ task_id: 1, ...input })).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  test("refuses a task that is done", async () => {
    const { ada } = await start();
    await ada.add_task({ title: "call" });
    await ada.complete_task({ task_id: 1 });
    await expect(ada.snooze_reminder({ task_id: 1, minutes: 10 })).rejects.toMatchObject({
      message: "Task 1 is done. Reopen it to be reminded of it.",
    });
  });
});
