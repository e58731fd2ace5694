/**
 * The same words come to the same dates and instants, wherever the person is: said to the assistant, over REST and over
 * MCP, and in the line of the web app and of the command, which understand words by themselves.
 */
import type { Task } from "@todo/contract";
import { quickAdd } from "@todo/language";
import { expect, test } from "vitest";
import { inputFrom } from "../../../cli/src/commands/add.ts";
import { fieldsOf, readLine } from "../../../web/features/tasks/quick-add-words.ts";
import { callTool } from "../testing/mcp.ts";
import { createWorld, type Person } from "../testing/world.ts";

const NOW = "2026-11-23T09:00:00Z";
const world = await createWorld({ now: NOW, lasts: "file" });

const words = "every last workday of the month at 9";
const reminders = [{ days_before: 1, time: "20:00" }];
const sentence = `pay rent ${words}, remind me the evening before at 20:00`;

type Way = (person: Person, here: { now: Date; time_zone: string }) => Promise<unknown>;

const surfaces: Record<string, Way> = {
  rest: (person) => person.add_task({ title: "pay rent", recurrence: { words }, reminders }),
  mcp: (person) => callTool(person, "add_task", { title: "pay rent", recurrence: { words }, reminders }),
  chat: (person) => person.chat({ message: `add ${sentence}` }),
  web: (person, here) => person.add_task(fieldsOf(readLine(sentence, { ...here, locale: "en-GB" })!)),
  command: (person, here) => person.add_task(inputFrom(quickAdd(sentence, here).task)),
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

  await surfaces[surface]!(person, { now: new Date(NOW), time_zone: zone });

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
