/** list_tasks with a filter: what it finds, what it says of filters that can't be read. */
import type { InputOf, Task } from "@todo/contract";
import { type Filter, traits } from "@todo/language/filter/filter";
import { formatFilter } from "@todo/language/filter/format";
import { parseFilter } from "@todo/language/filter/parse";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { matches } from "../testing/matches.ts";
import { createWorld, type Person, processDatabase } from "../testing/world.ts";

/** Tuesday noon in UTC, Wednesday on Kiritimati. */
const NOW = "2026-03-10T12:00:00.000Z";
const ZONES = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"];
const LABELS = ["home", "to buy", "Ünï"];
const LISTS = ["Groceries", "Big plans"];
const DAYS = ["2026-03-08", "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-16", "2027-01-01"];

const world = await createWorld({ now: NOW, lasts: "file" });
let ada: Person;
let tasks: Task[];
/** The same, in the order of their titles. */
let byTitle: Task[];

const everything = async (more: InputOf<"list_tasks"> = {}) =>
  (await ada.list_tasks({ limit: 200, ...more })).tasks;
const found = async (filter: string, more: InputOf<"list_tasks"> = {}) =>
  (await ada.list_tasks({ filter, limit: 200, ...more })).tasks.map(({ number }) => number);

beforeAll(async () => {
  ada = await world.as("ada");
  const some = fc.sample(
    fc.record(
      {
        title: fc.constantFrom("Buy milk", "buy oat-milk", "call 100% mum", "Report", "رپورٹ لکھنا"),
        description: fc.constantFrom("", "by phone", "milk_2 and\nhoney"),
        priority: fc.constantFrom(
          "none" as const,
          "low" as const,
          "medium" as const,
          "high" as const,
          "urgent" as const,
        ),
        labels: fc.subarray(LABELS),
        list: fc.constantFrom("Inbox", ...LISTS),
        parent: fc.constantFrom(1, 2),
        due_on: fc.constantFrom(...DAYS),
      },
      { requiredKeys: ["title"] },
    ),
    { numRuns: 120 },
  );
  const timed = some.map((task, at) =>
    task.due_on && at % 3 === 0 ? { ...task, due_time: "23:30", time_zone: ZONES[at % 4]! } : task,
  );
  await ada.add_tasks({ tasks: [{ title: "first" }, { title: "second", list: LISTS[0]!, labels: LABELS }] });
  await ada.add_list({ name: LISTS[1]! });
  for (const [at, day] of ["2026-03-02T11:00:00.000Z", "2026-03-09T11:00:00.000Z"].entries()) {
    world.setNow(day);
    await ada.add_tasks({ tasks: timed.slice(at * 60, at * 60 + 60) });
  }
  for (const [at, day] of ["2026-03-09T09:00:00.000Z", "2026-03-10T11:00:00.000Z"].entries()) {
    world.setNow(day);
    await ada.complete_tasks({ task_ids: [10, 20, 30, 40, 50].map((number) => number + at) });
  }
  // One has a sub-task in the trash alone.
  const { number } = await ada.add_task({ title: "third" });
  const gone = await ada.add_task({ title: "sub-task", parent: number });
  await ada.delete_tasks({ task_ids: [60, 61, 62, gone.id] });
  world.setNow(NOW);
  // Rules and reminders as other operations leave them.
  await world.database.rows(
    sql`update tasks set recurrence = '{"rrule":"FREQ=DAILY","after_completion":false,"time_zone":"UTC","starts_on":"2026-03-08","except":[]}',
          series_id = id, occurrence = '2026-03-08' where space_id = ${ada.id} and number % 7 = 0`,
  );
  await world.database.rows(
    sql`update tasks set reminders = jsonb_build_array(jsonb_build_object('id', id, 'minutes_before', 10))
        where space_id = ${ada.id} and number % 5 = 0`,
  );
  // Statistics are what make the planner choose among ways of finding rows.
  await world.database.rows(sql`analyze tasks`);
  tasks = await everything();
  byTitle = await everything({ sort: "title" });
});

const named = (name: string) => fc.constantFrom(name, name.toUpperCase());
const condition: fc.Arbitrary<string> = fc.oneof(
  fc
    .constantFrom(...LABELS)
    .chain(named)
    .map((name) => `@"${name}"`),
  fc
    .constantFrom("inbox", ...LISTS)
    .chain(named)
    .map((name) => `#"${name}"`),
  fc.constantFrom("p1", "p2", "p3", "p4", "priority low"),
  fc
    .tuple(
      fc.constantFrom("due", "created", "completed"),
      fc.constantFrom("", "before", "by", "since", "after"),
      fc.constantFrom(
        "today",
        "yesterday",
        "2026-03-09",
        "this week",
        "last 7 days",
        "+6 days",
        "9 march 2026",
      ),
    )
    .map((parts) => parts.filter(Boolean).join(" ")),
  fc.constantFrom(...Object.values(traits).flatMap(({ yes, no }) => [...yes, ...no])),
  fc.constantFrom(
    "milk",
    "buy mil",
    "search: due",
    "رپورٹ",
    '"100% m"',
    '"milk_"',
    "title: milk",
    '"o"',
    "phone",
  ),
);
const filter = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthIdentifier: "filter" },
    condition,
    tie("filter").map((inner) => `!(${inner})`),
    fc
      .tuple(fc.array(tie("filter"), { minLength: 2, maxLength: 3 }), fc.constantFrom(" & ", " | "))
      .map(([of, mark]) => `(${of.join(mark)})`),
  ),
})).filter;

function meaningOf(text: string, time_zone: string): Filter {
  const parsed = parseFilter(text, { now: new Date(NOW), time_zone });
  if ("problem" in parsed) throw new Error(`${text}: ${parsed.problem.message}`);
  return parsed.filter;
}

test.each(ZONES)("any filter finds the tasks that it means, in %s", async (time_zone) => {
  await ada.update_profile({ time_zone });
  const around = { now: new Date(NOW), time_zone, tasks };
  await fc.assert(
    fc.asyncProperty(filter, async (text) => {
      const meant = meaningOf(text, time_zone);
      const among = (all: Task[]) =>
        all.filter((task) => matches(meant, task, around)).map(({ number }) => number);
      expect(await found(text)).toEqual(among(tasks));
      expect(await found(formatFilter(meant), { sort: "title" })).toEqual(among(byTitle));
    }),
    { numRuns: 60 },
  );
});

describe("a filter", () => {
  test("combines with the other inputs by and", async () => {
    const all = await found("@home");
    const open = await found("@home", { status: "pending" });
    const milk = await found("@home & open", { search: "milk", label: "to buy", list: "Groceries" });
    expect(open.length).toBeLessThan(all.length);
    expect(milk).toEqual(await found('@home & open & milk & @"to buy" & #Groceries'));
    expect(milk.length).toBeGreaterThan(0);
  });

  test("gives its tasks in the order that was asked for, however the database goes about it", async () => {
    const url = new URL(await processDatabase());
    // What it chooses with other statistics: to join what is asked of another task by the tasks' ids.
    url.searchParams.set("options", "-c enable_nestloop=off -c enable_hashjoin=off");
    const carol = await (await createWorld({ now: NOW, environment: { DATABASE_URL: url.href } })).as(
      "carol",
    );
    await carol.add_tasks({ tasks: [{ title: "second" }, { title: "first" }] });
    await carol.add_tasks({ tasks: [1, 2].map((parent) => ({ title: "sub-task", parent })) });

    const { tasks: found } = await carol.list_tasks({ filter: "has subtasks", sort: "title" });

    expect(found.map(({ title }) => title)).toEqual(["first", "second"]);
  });

  test("is read page by page like anything else", async () => {
    const query = { filter: "open & !p1", sort: "priority", limit: 7 } as const;
    const whole = await found(query.filter, { sort: "priority" });
    const paged: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await ada.list_tasks(cursor ? { ...query, cursor } : query);
      paged.push(...page.tasks.map(({ number }) => number));
      cursor = page.next_cursor;
    }
    expect(paged).toEqual(whole);
  });

  test("means today where the person is", async () => {
    await ada.update_profile({ time_zone: "Pacific/Kiritimati" });
    const there = await found("due today");
    await ada.update_profile({ time_zone: "UTC" });
    expect(there).toEqual(await found("due tomorrow"));
  });

  test.each([
    ["due before", "After `due before` I expected a day such as friday, next week or 2026-12-01.", 0, 10],
    ["p1 & @nowhere", "There is no label called nowhere.", 5, 13],
    ["#nothing | p1", "There is no list called nothing.", 0, 8],
  ])("that can't be read is refused with the place: %s", async (text, message, start, end) => {
    await expect(ada.list_tasks({ filter: text })).rejects.toMatchObject({
      code: "validation_failed",
      errors: [{ path: "filter", message }],
      params: { start, end },
    });
  });

  test("means the person's own labels alone", async () => {
    const bob = await world.as("bob");
    await expect(bob.list_tasks({ filter: "@home" })).rejects.toMatchObject({ code: "validation_failed" });
    expect((await bob.list_tasks({ filter: "open" })).tasks).toEqual([]);
  });
});

test("the largest filter there may be is answered", async () => {
  const largest = Array.from({ length: 50 }, (_, at) => (at % 2 ? "!has subtasks" : `"a${at}"`)).join("|");
  expect((await found(largest)).length).toBeGreaterThan(0);
});
