import { operations } from "@todo/contract";
import { expect, test } from "vitest";
import { readArguments } from "./arguments.ts";
import { inputFrom } from "./derived-input.ts";
import { argsOf, type Field, fieldsOf } from "./fields.ts";

const operation = (name: string) => operations.find((one) => one.name === name)!;

function read(name: string, ...argv: string[]) {
  const fields = fieldsOf(operation(name));
  return inputFrom(fields, readArguments(argsOf(fields), argv));
}

const id = "0198c0de-0000-7000-8000-000000000001";

/** A value for each kind of field, as it is typed and as the schema wants it. */
function exampleOf({ name, kind, choices }: Field): [typed: string, meant: unknown] {
  if (choices) return [choices[0]!, choices[0]!];
  if (name === "recurrence") return ['{"rrule":"FREQ=DAILY"}', { rrule: "FREQ=DAILY" }];
  if (kind === "json" && /reminders$/.test(name)) return ['{"minutes_before":30}', { minutes_before: 30 }];
  if (name === "quiet_hours") return ['{"from":"22:00","until":"07:00"}', { from: "22:00", until: "07:00" }];
  if (kind === "json") return ['{"title":"Buy milk"}', { title: "Buy milk" }];
  if (kind === "number") return ["7", 7];
  if (kind === "reference") return ["3", 3];
  if (/^(undo|(key|conversation|session|connection|channel|feed)_id)$/.test(name)) return [id, id];
  if (/^(due_(on|before|after)|starts_on)$/.test(name)) return ["2026-12-01", "2026-12-01"];
  if (name === "until") return ["2026-12-01T09:30:00.000Z", "2026-12-01T09:30:00.000Z"];
  if (/^(due_time|all_day_time|digest_at)$/.test(name)) return ["09:30", "09:30"];
  if (name === "time_zone") return ["Europe/Berlin", "Europe/Berlin"];
  return ["Some words", "Some words"];
}

test.each(operations)("$name reads every field from its option", ({ name, input }) => {
  const fields = fieldsOf(operation(name));
  const meant: Record<string, unknown> = {};
  const argv = fields.flatMap((field) => {
    if (field.kind === "switch") {
      meant[field.name] = true;
      return [`--${field.flag}`];
    }
    const [typed, value] = exampleOf(field);
    meant[field.name] = field.many ? [value] : value;
    return [`--${field.flag}`, typed];
  });

  const given = read(name, ...argv);

  expect(given).toEqual(meant);
  expect(input.safeParse(given).error).toBeUndefined();
});

test.each(operations)("$name reads what is required without an option", ({ name, input }) => {
  const fields = fieldsOf(operation(name));
  const required = fields.filter(({ place }) => place !== undefined).sort((a, b) => a.place! - b.place!);

  const given = read(name, ...required.map((field) => exampleOf(field)[0]));

  expect(Object.keys(given)).toEqual(required.map((field) => field.name));
  expect(input.safeParse(given).error).toBeUndefined();
});

test("a title stands without an option, a list of numbers too", () => {
  expect(read("add_task", "Buy milk", "--due-on", "2026-12-01")).toEqual({
    title: "Buy milk",
    due_on: "2026-12-01",
  });
  expect(read("complete_tasks", "1", "2,3", id)).toEqual({ task_ids: [1, 2, 3, id] });
  expect(read("rename_list", "groceries", "Food")).toEqual({ list_id: "groceries", name: "Food" });
});

test("an array is repeated or separated by commas", () => {
  expect(read("add_task", "Mow", "--labels", "home, garden", "--labels", "summer")).toEqual({
    title: "Mow",
    labels: ["home", "garden", "summer"],
  });
});

test("objects are JSON, one by one or in an array", () => {
  const milk = { title: "Milk" };
  const eggs = { title: "Eggs" };
  expect(read("add_tasks", JSON.stringify([milk, eggs]))).toEqual({ tasks: [milk, eggs] });
  expect(read("add_tasks", JSON.stringify(milk), "--json")).toEqual({ tasks: [milk] });
  expect(read("add_tasks", "--tasks", JSON.stringify(milk), "--tasks", JSON.stringify(eggs))).toEqual({
    tasks: [milk, eggs],
  });
});

test.each([
  [["complete_task"], /the task/],
  [["complete_tasks"], /which tasks/],
  [["complete_task", "3", "4"], /one argument too many/],
  [["add_tasks", "Milk"], /takes JSON/],
  [["list_tasks", "--limit", "many"], /whole number/],
  [["list_tasks", "--status", "complete"], /Did you mean completed\? It takes all, pending, or completed/],
  [["list_tasks", "--priority", "low,hihg"], /Did you mean high\?/],
  [["list_tasks", "--statsu", "all"], /Did you mean --status\?/],
  [["list_tasks", "--limit"], /--limit needs a value/],
  [["list_tasks", "--search", "--json"], /--search needs a value/],
  [["list_tasks", "--overdue=maybe"], /on or off/],
])("%j is refused with what would be right", ([name, ...argv], message) => {
  expect(() => read(name!, ...argv)).toThrow(message);
});

test("a switch can be turned off", () => {
  expect(read("list_tasks", "--overdue", "--no-trash")).toEqual({ overdue: true, trash: false });
  expect(read("list_tasks", "--overdue=false")).toEqual({ overdue: false });
});

test("no field is called like an option that every command has", () => {
  for (const { name } of operations.flatMap(fieldsOf)) expect(["json", "help"]).not.toContain(name);
});
