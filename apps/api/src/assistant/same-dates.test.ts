/** The same words said to the assistant, over REST and over MCP come to the same dates and instants, wherever the person is. */
import type { Task } from "@todo/contract";
import { expect, test } from "vitest";
import { callTool } from "../testing/mcp.ts";
import { createWorld, type Person } from "../testing/world.ts";

const world = await createWorld({ now: "2026-11-23T09:00:00Z", lasts: "file" });

const words = "every last workday of the month at 9";
const reminders = [{ days_before: 1, time: "20:00" }];

const surfaces: Record<string, (person: Person) => Promise<unknown>> = {
  rest: (person) => person.add_task({ title: "pay rent", recurrence: { words }, reminders }),
  mcp: (person) => callTool(person, "add_task", { title: "pay rent", recurrence: { words }, reminders }),
  chat: (person) => person.chat({ message: `add pay rent ${words}, remind me the evening before at 20:00` }),
};

const zones: [zone: string, comes_at: string][] = [
  ["Pacific/Pago_Pago", "2026-11-30T07:00:00.000Z"],
  ["Europe/Berlin", "2026-11-29T19:00:00.000Z"],
  ["Pacific/Kiritimati", "2026-11-29T06:00:00.000Z"],
];

const cases = zones.flatMap(([zone, comes_at]) =>
  Object.keys(surfaces).map((surface) => [surface, zone, comes_at] as const),
);

test.each(cases)("by %s in %s", async (surface, zone, comes_at) => {
  const person = await world.as(`${surface}-${zone.replace(/.*\//, "").replaceAll("_", "")}`);
  await person.update_profile({ time_zone: zone });

  await surfaces[surface]!(person);

  const [task] = (await person.list_tasks({})).tasks as [Task];
  expect(task).toMatchObject({
    title: "pay rent",
    due_on: "2026-11-30",
    due_time: "09:00",
    time_zone: zone,
    recurrence: { rrule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", time_zone: zone },
    reminders: [{ days_before: 1, time: "20:00" }],
  });
  expect((await person.list_reminders({})).reminders).toMatchObject([{ comes_at }]);
  expect((await person.complete_task({ task_id: task.number })).next).toMatchObject({
    due_on: "2026-12-31",
    due_time: "09:00",
  });
});
