import type { InputOf } from "@todo/contract";
import { describe, expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const NOW = "2026-01-05T09:00:00.000Z";
const ada = async () => (await createWorld({ now: NOW })).as("ada");
const dated = { title: "pay", due_on: "2026-01-10" };
const withoutIds = (reminders: { id: string }[]) => reminders.map(({ id: _, ...reminder }) => reminder);

describe("reminders of a task", () => {
  test("are answered with ids, and one that is said twice is one", async () => {
    const person = await ada();
    const reminders = [
      { minutes_before: 30 },
      { days_before: 1, time: "20:00" },
      { minutes_before: 30 },
      { at: "2026-01-09T09:00:00.000Z" },
    ];
    const task = await person.add_task({ ...dated, reminders });
    expect(withoutIds(task.reminders)).toEqual([reminders[0], reminders[1], reminders[3]]);
    expect((await person.get_task({ task_id: 1 })).reminders).toEqual(task.reminders);
    expect((await person.list_tasks()).tasks[0]!.reminders).toEqual(task.reminders);
  });

  test("are replaced as a whole, and those that stay keep their ids", async () => {
    const person = await ada();
    const before = await person.add_task({
      ...dated,
      reminders: [{ minutes_before: 30 }, { minutes_before: 60 }],
    });
    const after = await person.update_task({
      task_id: 1,
      reminders: [{ minutes_before: 60 }, { minutes_before: 5 }],
    });
    expect(after.reminders).toEqual([before.reminders[1], { id: expect.any(String), minutes_before: 5 }]);
    expect(after.reminders[1]!.id).not.toBe(before.reminders[0]!.id);
  });

  test("stay when nothing is said of them, and go when they are cleared", async () => {
    const person = await ada();
    const { reminders } = await person.add_task({ ...dated, reminders: [{ minutes_before: 30 }] });
    expect((await person.update_task({ task_id: 1, title: "pay rent" })).reminders).toEqual(reminders);
    expect((await person.update_task({ task_id: 1, clear: ["reminders"] })).reminders).toEqual([]);
    await person.undo();
    expect((await person.get_task({ task_id: 1 })).reminders).toEqual(reminders);
  });

  test.each<[string, InputOf<"add_task">, string]>([
    ["without a date to count from", { title: "pay", reminders: [{ minutes_before: 30 }] }, "reminders.0"],
    [
      "days before no date",
      { title: "pay", reminders: [{ at: NOW }, { days_before: 0, time: "09:00" }] },
      "reminders.1",
    ],
    [
      "too many",
      { ...dated, reminders: Array.from({ length: 21 }, (_, n) => ({ minutes_before: n })) },
      "reminders",
    ],
    ["too long before", { ...dated, reminders: [{ minutes_before: 90_000 }] }, "reminders.0"],
    ["a time that is none", { ...dated, reminders: [{ days_before: 1, time: "25:00" }] }, "reminders.0"],
    ["two ways at once", { ...dated, reminders: [{ minutes_before: 1, at: NOW }] as never }, "reminders.0"],
  ])("are refused: %s", async (_, input, path) => {
    const person = await ada();
    await expect(person.add_task({ ...input, list: "New" })).rejects.toMatchObject({
      code: "validation_failed",
      errors: [{ path: expect.stringMatching(`^${path}`) }],
    });
    expect((await person.list_lists()).lists).toEqual([]);
  });
});

describe("the person's usual reminders", () => {
  const usual = [{ minutes_before: 10 }, { days_before: 1, time: "20:00" }];
  const start = async () => {
    const person = await ada();
    await person.update_profile({ default_reminders: usual });
    return person;
  };

  test.each<[string, (person: Awaited<ReturnType<typeof ada>>) => Promise<unknown>]>([
    ["that is added with one", (person) => person.add_task(dated)],
    [
      "that is given its first",
      async (person) => {
        await person.add_task({ title: "pay" });
        await person.update_task({ task_id: 1, due_on: "2026-01-10" });
      },
    ],
    [
      "that is scheduled",
      async (person) => {
        await person.add_task({ title: "pay" });
        await person.reschedule_tasks({ task_ids: [1], due_time: "12:00" });
      },
    ],
  ])("come with the date of a task %s", async (_, write) => {
    const person = await start();
    await write(person);
    expect(withoutIds((await person.get_task({ task_id: 1 })).reminders)).toEqual(usual);
  });

  test.each<[string, InputOf<"add_task">]>([
    ["has no date", { title: "pay" }],
    ["is to have none", { ...dated, reminders: [] }],
  ])("don't come with a task that %s", async (_, input) => {
    const person = await start();
    expect((await person.add_task(input)).reminders).toEqual([]);
  });

  test("don't come back with another date", async () => {
    const person = await start();
    await person.add_task({ ...dated, reminders: [] });
    await person.update_task({ task_id: 1, due_on: "2026-01-11" });
    expect((await person.get_task({ task_id: 1 })).reminders).toEqual([]);
  });
});
