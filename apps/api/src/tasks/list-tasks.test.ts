import type { InputOf, Task } from "@todo/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { createWorld, type Person } from "../testing/world.ts";

const MONDAY_9 = "2026-01-05T09:00:00.000Z";

type Query = NonNullable<InputOf<"list_tasks">>;

/** Signing up takes longer than the tests: those that only read share a person. */
const world = await createWorld({ now: MONDAY_9, lasts: "file" });

const titles = async (person: Person, query: Query) =>
  (await person.list_tasks(query)).tasks.map(({ title }) => title);

describe("filters", () => {
  let ada: Person;

  beforeAll(async () => {
    ada = await world.as("ada");
    await ada.add_tasks({
      tasks: [
        { title: "milk", list: "Groceries", labels: ["food"], priority: "low", due_on: "2026-01-04" },
        { title: "eggs", list: "Groceries", labels: ["food", "farm"], due_on: "2026-01-05" },
        { title: "rent", priority: "urgent", due_on: "2026-01-06", description: "by bank transfer" },
        { title: "walk", priority: "high" },
        { title: "done", due_on: "2026-01-01" },
        { title: "gone", due_on: "2026-01-01", labels: ["food"] },
      ],
    });
    await ada.add_task({ title: "brown ones", parent: 2 });
    await ada.complete_task({ task_id: 5 });
    await ada.delete_task({ task_id: 6 });
  });

  test.each<[Query, string[]]>([
    [{}, ["milk", "eggs", "rent", "walk", "done", "brown ones"]],
    [{ status: "all" }, ["milk", "eggs", "rent", "walk", "done", "brown ones"]],
    [{ status: "pending" }, ["milk", "eggs", "rent", "walk", "brown ones"]],
    [{ status: "completed" }, ["done"]],
    [{ status: "completed", sort: "due" }, ["done"]],
    [{ priority: ["urgent"] }, ["rent"]],
    [{ priority: ["low", "high"] }, ["milk", "walk"]],
    [{ priority: ["low", "high"], sort: "priority" }, ["walk", "milk"]],
    [{ list: "groceries" }, ["milk", "eggs"]],
    [{ list: "Inbox" }, ["rent", "walk", "done", "brown ones"]],
    [{ label: "FOOD" }, ["milk", "eggs"]],
    [{ label: "farm" }, ["eggs"]],
    [{ parent: 2 }, ["brown ones"]],
    [{ due_on: "2026-01-05" }, ["eggs"]],
    [{ due_before: "2026-01-05" }, ["milk", "done"]],
    [{ due_before: "2026-01-05", sort: "due" }, ["done", "milk"]],
    [{ due_after: "2026-01-04" }, ["eggs", "rent"]],
    [{ due_after: "2026-01-04", sort: "due", order: "desc" }, ["rent", "eggs"]],
    [{ due_after: "2026-01-04", due_before: "2026-01-06" }, ["eggs"]],
    [{ overdue: true }, ["milk"]],
    [{ overdue: true, sort: "due" }, ["milk"]],
    [{ overdue: false }, ["eggs", "rent", "walk", "done", "brown ones"]],
    [{ search: "bank" }, ["rent"]],
    [{ search: "ro" }, []],
    [{ search: "br one" }, ["brown ones"]],
    [{ trash: true }, ["gone"]],
    [{ trash: true, label: "food" }, ["gone"]],
    [{ trash: true, search: "gone" }, ["gone"]],
    [{ search: "milk", label: "food", list: "Groceries", status: "pending", sort: "title" }, ["milk"]],
    [{ search: "milk", label: "farm" }, []],
  ])("%j", async (query, expected) => {
    expect(await titles(ada, query)).toEqual(expected);
  });

  test.each([{ list: "nowhere" }, { label: "nothing" }, { parent: 99 }])("%j is not found", async (query) => {
    await expect(ada.list_tasks(query)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("overdue", () => {
  /** When it is 23:30 on the 9th in Pago Pago, it is 00:30 on the 11th in Kiritimati. */
  const now = "2026-03-10T10:30:00.000Z";
  const zones = [
    { zone: "Pacific/Pago_Pago", today: "2026-03-09" },
    { zone: "America/New_York", today: "2026-03-10" },
    { zone: "UTC", today: "2026-03-10" },
    { zone: "Asia/Kolkata", today: "2026-03-10" },
    { zone: "Pacific/Kiritimati", today: "2026-03-11" },
  ];

  test("a date alone is over when its day is, where the person is", async () => {
    const ada = await (await createWorld({ now })).as("ada");
    const dates = ["2026-03-08", "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"];
    await ada.add_tasks({ tasks: dates.map((due_on) => ({ title: due_on, due_on })) });

    for (const { zone, today } of zones) {
      await ada.update_profile({ time_zone: zone });
      expect(await titles(ada, { overdue: true })).toEqual(dates.filter((date) => date < today));
      expect(await titles(ada, { overdue: false })).toEqual(dates.filter((date) => date >= today));
    }
  });

  test("a time is over when it has passed in its own zone, wherever the person is", async () => {
    const ada = await (await createWorld({ now })).as("ada");
    await ada.add_tasks({
      tasks: [
        { title: "over 1", due_on: "2026-03-11", due_time: "00:29", time_zone: "Pacific/Kiritimati" },
        { title: "over 2", due_on: "2026-03-09", due_time: "23:29", time_zone: "Pacific/Pago_Pago" },
        { title: "over 3", due_on: "2026-03-10", due_time: "15:59", time_zone: "Asia/Kolkata" },
        { title: "soon 1", due_on: "2026-03-11", due_time: "00:31", time_zone: "Pacific/Kiritimati" },
        { title: "soon 2", due_on: "2026-03-09", due_time: "23:31", time_zone: "Pacific/Pago_Pago" },
        { title: "soon 3", due_on: "2026-03-10", due_time: "16:01", time_zone: "Asia/Kolkata" },
      ],
    });

    for (const { zone } of zones) {
      await ada.update_profile({ time_zone: zone });
      for (const sort of ["created", "due"] as const) {
        expect((await titles(ada, { overdue: true, sort })).sort()).toEqual(["over 1", "over 2", "over 3"]);
        expect((await titles(ada, { overdue: false, sort })).sort()).toEqual(["soon 1", "soon 2", "soon 3"]);
      }
    }
  });

  test("a completed task is never overdue", async () => {
    const ada = await (await createWorld({ now })).as("ada");
    await ada.add_task({ title: "late", due_on: "2026-01-01" });
    await ada.complete_task({ task_id: 1 });
    expect(await titles(ada, { overdue: true })).toEqual([]);
    expect(await titles(ada, { overdue: false })).toEqual(["late"]);
  });
});

describe("the same task", () => {
  const fields: InputOf<"add_task">[] = [
    { title: "milk" },
    { title: 'say "hi" \\ / \t 🎉 é', description: 'line\nbreak\r\n\ttab "quoted" \u2028 😀' },
    { title: "a", priority: "urgent", due_on: "2026-03-01" },
    { title: "b", due_on: "0001-01-01", due_time: "00:00", time_zone: "Europe/Berlin" },
    { title: "c", due_on: "9999-12-31", due_time: "23:59" },
    { title: "</script><!--" },
    { title: "sub-task", parent: 1 },
    { title: "with more", list: "Home", labels: ["b", "A"] },
  ];

  test("reads alike however it is answered", async () => {
    const { as, setNow } = await createWorld({ now: MONDAY_9 });
    const person = await as("ada");
    const expectSame = async ({ undo: _, ...answered }: Task & { undo: string }) => {
      expect(await person.get_task({ task_id: answered.number })).toEqual(answered);
      const { tasks } = await person.list_tasks();
      expect(tasks.find(({ id }) => id === answered.id)).toEqual(answered);
    };

    for (const input of fields) await expectSame(await person.add_task(input));
    setNow("2026-01-06T10:11:12.345Z");
    for (const [index] of fields.entries()) {
      const task_id = index + 1;
      await expectSame(await person.update_task({ task_id, priority: "low" }));
      const { next: _, ...completed } = await person.complete_task({ task_id });
      await expectSame(completed);
    }
  });
});
