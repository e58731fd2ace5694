/** Feeds, read back with another program's parser. */
import type { InputOf, NewReminder, Task } from "@todo/contract";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { instantOf } from "../notices/instants.ts";
import { occurrences } from "../recurrence/occurrences.ts";
import { hasTimes, readRule } from "../recurrence/rule.ts";
import { zonedTime } from "../tasks/local-time.ts";
import { createWorld, type Person } from "../testing/world.ts";

/** Berlin puts its clocks forward at the end of the month. */
const NOW = "2026-03-05T09:00:00Z";
const HOME = "Europe/Berlin";

async function person() {
  const world = await createWorld({ now: NOW });
  const ada = await world.as("ada");
  await ada.update_profile({ time_zone: HOME });
  return { world, ada };
}

async function textOf(ada: Person, input: InputOf<"create_feed">): Promise<string> {
  const { url } = await ada.create_feed(input);
  return (await ada.fetch(new URL(url).pathname)).text();
}

const readBack = (text: string) => new ICAL.Component(ICAL.parse(text));

async function calendarOf(ada: Person, input: InputOf<"create_feed">): Promise<ICAL.Component> {
  return readBack(await textOf(ada, input));
}

const wordOf = (component: ICAL.Component, name: string) => component.getFirstPropertyValue(name)?.toString();

const timeOf = (component: ICAL.Component, name: string): ICAL.Time => {
  const value = component.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  return value;
};

/** In milliseconds. A day begins at midnight at home. */
function instantOfTime(time: ICAL.Time): number {
  if (!time.isDate) return time.toUnixTime() * 1000;
  return zonedTime(time.toString(), "00:00", HOME).epochMilliseconds;
}

function alarmInstants(component: ICAL.Component, due: string): number[] {
  return component.getAllSubcomponents("valarm").map((alarm) => {
    const trigger = alarm.getFirstPropertyValue("trigger");
    if (trigger instanceof ICAL.Duration)
      return instantOfTime(timeOf(component, due)) + trigger.toSeconds() * 1000;
    if (trigger instanceof ICAL.Time) return instantOfTime(trigger);
    throw new Error("An alarm without a trigger");
  });
}

const words = fc
  .array(
    fc.constantFrom(
      "milk",
      ",",
      ";",
      "\\",
      "\\n",
      ":",
      '"',
      "🪴🏽",
      "مرحبا",
      "שלום",
      "é",
      "BEGIN:VEVENT",
      "END:VCALENDAR",
      "x".repeat(70),
      "تی",
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(" ").slice(0, 200).toWellFormed().trim());
const lines = fc.array(words, { maxLength: 4 }).map((parts) => parts.join("\n"));
const date = fc.constantFrom(
  "2026-03-28",
  "2026-03-29",
  "2026-03-30",
  "2026-10-25",
  "2026-11-01",
  "2026-03-08",
  "2019-12-31",
  "2099-01-01",
);
const time = fc.constantFrom("00:00", "01:30", "02:00", "02:30", "03:00", "12:00", "23:59");
const zone = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "Asia/Karachi",
  "Pacific/Kiritimati",
  "Australia/Lord_Howe",
  "Pacific/Pago_Pago",
  "UTC",
);
const reminder: fc.Arbitrary<NewReminder> = fc.oneof(
  fc.record({ minutes_before: fc.constantFrom(0, 15, 60, 1440, 3000) }),
  fc.record({ days_before: fc.constantFrom(0, 1, 7), time }),
  fc.record({ at: fc.constantFrom("2026-03-29T01:30:00.000Z", "2026-01-01T00:00:00.000Z") }),
);
const dueTask = fc.record({
  title: words,
  description: lines,
  labels: fc.uniqueArray(fc.constantFrom("home", "a,b", "c;d", "دکان"), { maxLength: 3 }),
  priority: fc.constantFrom("none", "low", "medium", "high", "urgent"),
  due_on: date,
  reminders: fc.array(reminder, { maxLength: 3 }),
});
const anyTask = fc.oneof(
  dueTask,
  fc.tuple(dueTask, time, zone).map(([task, due_time, time_zone]) => ({ ...task, due_time, time_zone })),
) as fc.Arbitrary<InputOf<"add_task">>;

describe.each([
  ["tasks", "vtodo", "due"],
  ["events", "vevent", "dtstart"],
] as const)("a feed of %s", (kind, name, due) => {
  test("says of any task what the task says: words, day, instant and alarms", async () => {
    const { ada } = await person();
    const added: Task[] = [];
    for (const tasks of fc.sample(fc.array(anyTask, { minLength: 60, maxLength: 60 }), {
      numRuns: 5,
    }))
      added.push(...(await ada.add_tasks({ tasks })).tasks);
    expect(added).toHaveLength(300);
    const profile = await ada.get_profile();

    const text = await textOf(ada, { kind });

    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const components = new Map(
      readBack(text)
        .getAllSubcomponents(name)
        .map((component) => [wordOf(component, "uid"), component]),
    );
    expect(components.size).toBe(added.length);
    for (const task of added) {
      const component = components.get(task.id)!;
      expect(wordOf(component, "summary")).toBe(task.title);
      expect(wordOf(component, "description") ?? "").toBe(task.description);
      expect((component.getFirstProperty("categories")?.getValues() ?? []).sort()).toEqual(
        task.labels.toSorted(),
      );
      const at = timeOf(component, due);
      if (task.due_time === null) expect(at.toString()).toBe(task.due_on);
      else
        expect(new Date(instantOfTime(at))).toEqual(
          new Date(zonedTime(task.due_on!, task.due_time, task.time_zone!).epochMilliseconds),
        );
      const quiet = { quiet_from: null, quiet_until: null };
      expect(alarmInstants(component, due)).toEqual(
        task.reminders.map((one) => instantOf(one, task, { ...profile, ...quiet })?.getTime()),
      );
    }
  });

  test.each([
    ["FREQ=WEEKLY;BYDAY=SU", "2026-03-08", "09:00"],
    ["FREQ=DAILY;INTERVAL=5", "2026-03-20", "02:30"],
    ["FREQ=DAILY;COUNT=9", "2026-02-28", "18:00"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "2026-03-27", undefined],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20260416", "2026-03-02", "17:00"],
    ["FREQ=DAILY;UNTIL=20260401", "2026-03-20", undefined],
    ["FREQ=DAILY;BYHOUR=8,20", "2026-03-27", "08:00"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29", undefined],
  ])("gives %s the days that it has here", async (rrule, due_on, due_time) => {
    const { ada } = await person();
    const added = await ada.add_task({
      title: "x",
      due_on,
      ...(due_time && { due_time, time_zone: HOME }),
      recurrence: { rrule },
    });
    // The second occurrence: it isn't the first that the count begins with.
    await ada.complete_task({ task_id: added.id });
    const [task] = (await ada.list_tasks({ status: "pending" })).tasks;
    const { recurrence, occurrence } = task!;
    const rule = readRule(recurrence!.rrule, "rrule");
    const { starts_on, starts_at } = recurrence!;
    const start = hasTimes(rule) ? `${starts_on}T${starts_at}` : starts_on;
    const expected = [
      ...occurrences(rule, start, HOME)
        .filter((key) => key >= occurrence!)
        .take(12),
    ];

    const calendar = await calendarOf(ada, { kind });

    const open = calendar.getAllSubcomponents(name).find((one) => wordOf(one, "uid") === task?.id)!;
    const first = timeOf(open, "dtstart");
    const recur = open.getFirstPropertyValue("rrule");
    if (!(recur instanceof ICAL.Recur)) throw new Error("There is no rule.");
    const iterator = recur.iterator(first);
    const found: string[] = [];
    for (
      let next = iterator.next();
      next && found.length < expected.length + (expected.length < 12 ? 1 : 0);
      next = iterator.next()
    )
      found.push(next.toString().slice(0, hasTimes(rule) ? 16 : 10));
    expect(expected.length).toBeGreaterThan(3);
    expect(found).toEqual(expected);
  });

  test("leaves out of a series what was left out, and tells of a moved occurrence by itself", async () => {
    const { ada } = await person();
    const { tasks } = await ada.import_calendar({
      ics: [
        ...["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Class"],
        ...[
          "DTSTART;TZID=Europe/Berlin:20260309T183000",
          "RRULE:FREQ=WEEKLY",
          "EXDATE;TZID=Europe/Berlin:20260330T183000",
        ],
        ...["END:VEVENT", "END:VCALENDAR"],
      ].join("\n"),
    });
    const [series] = tasks;
    await ada.update_task({
      task_id: series!.id,
      due_on: "2026-03-10",
      due_time: "08:00",
      title: "Class, moved",
      occurrences: "this",
    });

    const calendar = await calendarOf(ada, { kind });

    const [ruled, moved] = calendar.getAllSubcomponents(name);
    expect([wordOf(ruled!, "summary"), timeOf(ruled!, "dtstart").toString()]).toEqual([
      "Class",
      "2026-03-09T18:30:00",
    ]);
    expect(timeOf(ruled!, "exdate").toString()).toBe("2026-03-30T18:30:00");
    expect(wordOf(moved!, "summary")).toBe("Class, moved");
    expect(wordOf(moved!, "uid")).toBe(wordOf(ruled!, "uid"));
    expect(timeOf(moved!, "recurrence-id").toString()).toBe("2026-03-09T18:30:00");
    expect(new Date(instantOfTime(timeOf(moved!, due))).toISOString()).toBe("2026-03-10T07:00:00.000Z");
    expect(moved?.hasProperty("rrule")).toBe(false);
  });
});

test("a series that is counted from its completion tells the day that is known", async () => {
  const { ada } = await person();
  await ada.add_task({
    title: "x",
    due_on: "2026-03-10",
    recurrence: { rrule: "FREQ=DAILY;INTERVAL=3", after_completion: true },
  });
  const [component] = (await calendarOf(ada, { kind: "events" })).getAllSubcomponents("vevent");
  expect(component?.hasProperty("rrule")).toBe(false);
  expect(timeOf(component!, "dtstart").toString()).toBe("2026-03-10");
});

test("a feed of tasks tells what is done for thirty days, sub-tasks by their task, and what has no day", async () => {
  const { world, ada } = await person();
  const house = await ada.add_task({ title: "House", priority: "high" });
  const door = await ada.add_task({ title: "Door", parent: house.id });
  await ada.complete_task({ task_id: door.id });
  const { url } = await ada.create_feed({ kind: "tasks" });
  const read = async () =>
    readBack(await (await ada.fetch(new URL(url).pathname)).text()).getAllSubcomponents("vtodo");

  const [open, done] = await read();
  expect([wordOf(open!, "status"), wordOf(open!, "priority"), open?.hasProperty("due")]).toEqual([
    "NEEDS-ACTION",
    "3",
    false,
  ]);
  expect(wordOf(open!, "url")).toBe("http://localhost:3000/all?task=1");
  expect([wordOf(done!, "status"), wordOf(done!, "related-to")]).toEqual(["COMPLETED", house.id]);
  expect(new Date(instantOfTime(timeOf(done!, "completed"))).toISOString()).toBe("2026-03-05T09:00:00.000Z");

  world.setNow("2026-04-03T23:00:00Z");
  expect(await read()).toHaveLength(2);
  world.setNow("2026-04-05T00:00:00Z");
  expect(await read()).toHaveLength(1);
});

test("a feed of a list tells of that list alone, and is called like it", async () => {
  const { ada } = await person();
  await ada.add_tasks({
    tasks: [
      { title: "In", list: "Home", due_on: "2026-04-01" },
      { title: "Out", due_on: "2026-04-01" },
    ],
  });
  const calendar = await calendarOf(ada, { kind: "events", list: "home" });
  expect(wordOf(calendar, "x-wr-calname")).toBe("Home");
  expect(calendar.getAllSubcomponents("vevent").map((one) => wordOf(one, "summary"))).toEqual(["In"]);
});

test("a feed has every task, however many there are, and each zone before the tasks that name it", async () => {
  const { world, ada } = await person();
  const count = 2_345;
  await world.database.rows(
    sql`insert into tasks (space_id, id, number, title, position, due_on, due_time, time_zone, created_at, updated_at)
        select ${ada.id}, gen_random_uuid(), n, 'task ' || n, 'a' || n, '2026-03-09', '09:00',
          case when n < 2000 then 'Europe/Berlin' else 'Asia/Karachi' end, now(), now()
        from generate_series(1, ${count}::int) n`,
  );

  const text = await textOf(ada, { kind: "events" });

  const titles = readBack(text)
    .getAllSubcomponents("vevent")
    .map((event) => wordOf(event, "summary"));
  expect(titles).toEqual(Array.from({ length: count }, (_, n) => `task ${n + 1}`));
  for (const zone of ["Europe/Berlin", "Asia/Karachi"]) {
    expect(text.split(`\r\nTZID:${zone}\r\n`)).toHaveLength(2);
    expect(text.indexOf(`\r\nTZID:${zone}\r\n`)).toBeLessThan(text.indexOf(`;TZID=${zone}:`));
  }
});
