/** The pages of list_tasks: together they are the whole, in every order, however PostgreSQL finds them. */
import type { InputOf, Task } from "@todo/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { createWorld, type Person } from "../testing/world.ts";

type Query = NonNullable<InputOf<"list_tasks">>;

const newPerson = async () => (await createWorld()).as("ada");

/** Every page, one after the other. */
async function walk(person: Person, query: Query): Promise<Task[]> {
  const seen: Task[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await person.list_tasks({ ...query, ...(cursor && { cursor }) });
    seen.push(...page.tasks);
    cursor = page.next_cursor;
  }
  return seen;
}

describe("orders", () => {
  const ranks = ["none", "low", "medium", "high", "urgent"];
  const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
  /** The sort's key of a task, as text that orders like it. */
  const keys: Record<NonNullable<Query["sort"]>, (task: Task) => string> = {
    position: ({ position }) => position,
    created: () => "",
    completed: ({ completed_at }) => completed_at ?? "infinity",
    priority: ({ priority }) => `${ranks.indexOf(priority)}`,
    title: ({ title }) => title.toLowerCase(),
    due: ({ due_on, due_time }) => `${due_on ?? "infinity"} ${due_time ?? ""}`,
  };

  let ada: Person;

  beforeAll(async () => {
    ada = await (await createWorld({ lasts: "file" })).as("ada");
    const tasks = Array.from({ length: 23 }, (_, n) => ({
      title: ["milk", "Milk", "éclair", "Zoo", "10 eggs"][n % 5]!,
      priority: (["none", "high", "low"] as const)[n % 3]!,
      ...(n % 4 > 0 && { due_on: `2026-01-0${(n % 2) + 1}` }),
      ...(n % 4 === 3 && { due_time: n % 8 === 3 ? "09:00" : "17:00" }),
    }));
    await ada.add_tasks({ tasks });
    // The first goes behind the last, so that the order is not the one of the numbers.
    await ada.update_task({ task_id: 1, after: 23 });
    for (const { number } of await ada.list_tasks().then(({ tasks }) => tasks.filter((_, n) => n % 3 === 1)))
      await ada.complete_task({ task_id: number });
  });

  for (const sort of Object.keys(keys) as (keyof typeof keys)[]) {
    test.each(["asc", "desc"] as const)(`${sort}, %s: all pages together are the whole`, async (order) => {
      const whole = (await ada.list_tasks({ limit: 200 })).tasks;
      const key = keys[sort];
      const expected = whole
        .toSorted((a, b) => compare(key(a), key(b)) || a.number - b.number)
        .map(({ number }) => number);
      if (order === "desc") expected.reverse();

      for (const limit of [1, 4, 23]) {
        const seen = (await walk(ada, { sort, order, limit })).map(({ number }) => number);
        expect(seen).toEqual(expected);
      }
    });
  }

  test("due dates come first to last unless asked otherwise, priorities and what was done the other way", async () => {
    const due = await ada.list_tasks({ sort: "due" });
    const priority = await ada.list_tasks({ sort: "priority" });
    const done = await ada.list_tasks({ sort: "completed", status: "completed" });
    expect(due.tasks.map(keys.due)).toEqual(due.tasks.map(keys.due).toSorted());
    expect(priority.tasks.map(keys.priority)).toEqual(priority.tasks.map(keys.priority).toSorted().reverse());
    expect(done.tasks.map(keys.completed)).toEqual(done.tasks.map(keys.completed).toSorted().reverse());
    expect(done.tasks).toHaveLength(8);
  });

  test("what was done comes page by page, and what is open not at all", async () => {
    const whole = await ada.list_tasks({ status: "completed", sort: "completed" });
    const paged = await walk(ada, { status: "completed", sort: "completed", limit: 3 });
    expect(paged).toEqual(whole.tasks);
    expect(paged.every(({ status }) => status === "completed")).toBe(true);
  });

  test("a task added between two pages neither repeats nor hides another", async () => {
    const person = await newPerson();
    await person.add_tasks({ tasks: ["a", "c", "d", "e"].map((title) => ({ title })) });
    const first = await person.list_tasks({ sort: "title", limit: 2 });
    await person.add_task({ title: "b" });
    const second = await person.list_tasks({ sort: "title", limit: 2, cursor: first.next_cursor! });
    expect([...first.tasks, ...second.tasks].map(({ title }) => title)).toEqual(["a", "c", "d", "e"]);
    expect(second.next_cursor).toBeNull();
  });
});

describe("very many tasks", () => {
  test("pages are the same however they are found", async () => {
    const person = await newPerson();
    const title = (n: number) =>
      n % 100 === 99 ? `buy groceries ${n}` : n % 3 === 0 ? `call ${n}` : `write ${n}`;
    const all = Array.from({ length: 700 }, (_, n) => ({
      title: title(n),
      priority: n % 50 === 1 ? ("urgent" as const) : ("none" as const),
      due_on: `2026-${`${(n % 12) + 1}`.padStart(2, "0")}-10`,
      ...(n % 90 === 89 && { labels: ["rare"], list: "Few" }),
      ...(n % 30 === 7 && { labels: ["common"] }),
    }));
    for (let from = 0; from < all.length; from += 100)
      await person.add_tasks({ tasks: all.slice(from, from + 100) });
    const numbers = (keep: (task: (typeof all)[number], n: number) => boolean) =>
      all.flatMap((task, n) => (keep(task, n) ? [n + 1] : []));

    const expected: [Query, number[]][] = [
      [{ label: "rare" }, numbers((_, n) => n % 90 === 89)],
      [{ label: "common" }, numbers((_, n) => n % 30 === 7)],
      [{ list: "Few", sort: "created" }, numbers((_, n) => n % 90 === 89)],
      [{ priority: ["urgent"] }, numbers((_, n) => n % 50 === 1)],
      [{ due_before: "2026-02-01" }, numbers((_, n) => n % 12 === 0)],
      [{ search: "groceries" }, numbers((_, n) => n % 100 === 99)],
      [{ search: "grocries" }, numbers((_, n) => n % 100 === 99)],
      [{ search: "call", label: "rare" }, numbers((_, n) => n % 90 === 89 && n % 3 === 0 && n % 100 !== 99)],
      [{ search: "call" }, numbers((_, n) => n % 3 === 0 && n % 100 !== 99)],
      [{ status: "completed" }, []],
    ];
    for (const [query, found] of expected) {
      const seen = (await walk(person, { ...query, limit: 3 })).map(({ number }) => number);
      expect([query, seen]).toEqual([query, found]);
    }
  });
});

describe("cursors", () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  let ada: Person;

  beforeAll(async () => {
    ada = await (await createWorld({ lasts: "file" })).as("ada");
    await ada.add_tasks({ tasks: ["a", "b", "c"].map((title) => ({ title })) });
  });

  test.each<[string, Query]>([
    ["nothing", { cursor: "" }],
    ["garbage", { cursor: "garbage" }],
    ["not base64", { cursor: "%00\u{1f95a}" }],
    ["no array", { cursor: encode({ number: 1 }) }],
    ["null", { cursor: encode(null) }],
    ["too few keys", { cursor: encode([1]) }],
    ["too many keys", { cursor: encode(["h00000001", 1, 1]) }],
    ["of another sort", { cursor: encode(["high", 1]), sort: "due" }],
    ["of another type", { cursor: encode([1, "h00000001"]) }],
    ["a NUL byte", { cursor: encode(["h\u0000", 1]) }],
    ["a number too large", { cursor: encode(["h00000001", 2 ** 31]) }],
    ["a fraction", { cursor: encode(["h00000001", 1.5]) }],
    ["no priority", { cursor: encode(["highest", 1]), sort: "priority" }],
    ["no date", { cursor: encode(["2026-02-31", "", 1]), sort: "due" }],
    ["a date before all dates", { cursor: encode(["0000-01-01", "", 1]), sort: "due" }],
    ["no instant", { cursor: encode(["2026-02-31T09:00:00.000Z", 1]), sort: "completed" }],
    ["an instant with an offset", { cursor: encode(["2026-02-01T09:00:00+23:00", 1]), sort: "completed" }],
    ["of a search for the alike", { cursor: encode(["h00000001", 1, "alike"]) }],
    ["huge", { cursor: "a".repeat(100_000) }],
  ])("a wrong one (%s) is refused", async (_, query) => {
    await expect(ada.list_tasks(query)).rejects.toMatchObject({
      code: "validation_failed",
      errors: [{ path: "cursor" }],
    });
  });

  test("one that was given out for another sort is refused, unless its keys are of the same kind", async () => {
    const { next_cursor } = await ada.list_tasks({ sort: "due", limit: 1 });
    for (const sort of ["position", "priority", "created", "completed", "title"] as const) {
      await expect(ada.list_tasks({ sort, cursor: next_cursor! })).rejects.toMatchObject({
        code: "validation_failed",
      });
    }
  });

  test("half a character in one does no harm", async () => {
    expect((await ada.list_tasks({ sort: "title", cursor: encode(["\ud800", 1]) })).tasks).toEqual([]);
  });
});
