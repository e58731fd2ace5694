import { describe, expect, test } from "vitest";
import { conditionsIn, type Filter } from "./filter.ts";
import { parseFilter } from "./parse.ts";

/** A Wednesday. */
const options = { now: new Date("2026-01-07T10:00:00Z"), time_zone: "UTC" };

function meaningOf(text: string): Filter {
  const parsed = parseFilter(text, options);
  if ("problem" in parsed) throw new Error(parsed.problem.message);
  return parsed.filter;
}

function problemOf(text: string) {
  const parsed = parseFilter(text, options);
  if ("filter" in parsed) throw new Error(`${text} is a filter`);
  return parsed.problem;
}

/** Conditions in a short form, so that a table can hold them. */
function short(filter: Filter): unknown {
  switch (filter.kind) {
    case "all":
    case "any":
      return { [filter.kind]: filter.of.map(short) };
    case "not":
      return { not: short(filter.of) };
    case "label":
      return `@${filter.name}`;
    case "list":
      return `#${filter.name}`;
    case "priority":
      return filter.priority;
    case "date":
      return `${filter.field} ${filter.side} ${filter.first}${filter.last === filter.first ? "" : `–${filter.last}`}`;
    case "is":
      return filter.trait;
    default:
      return `${filter.kind}: ${filter.text}`;
  }
}

describe("how conditions are joined", () => {
  test.each<[string, unknown]>([
    ["@home", "@home"],
    ["@home & p1", { all: ["@home", "urgent"] }],
    ["@home p1", { all: ["@home", "urgent"] }],
    ["@home and p1 AND p2", { all: ["@home", "urgent", "high"] }],
    ["@home | p1 or p2", { any: ["@home", "urgent", "high"] }],
    ["@a || @b && @c", { any: ["@a", { all: ["@b", "@c"] }] }],
    ["(@a | @b) @c", { all: [{ any: ["@a", "@b"] }, "@c"] }],
    ["!@a & !!@b", { all: [{ not: "@a" }, { not: { not: "@b" } }] }],
    ["not (@a | p1)", { not: { any: ["@a", "urgent"] } }],
    ["!recurring|overdue", { any: [{ not: "recurring" }, "overdue"] }],
    [
      "due before friday & (@home | p1) & !recurring",
      { all: ["due before 2026-01-09", { any: ["@home", "urgent"] }, { not: "recurring" }] },
    ],
  ])("%s", (text, expected) => {
    expect(short(meaningOf(text))).toEqual(expected);
  });
});

describe("names and words", () => {
  test.each<[string, unknown]>([
    ['@"to buy"', "@to buy"],
    ["#inbox", "#inbox"],
    ['#"Big \\"plans\\""', '#Big "plans"'],
    ["#“Big plans”", "#Big plans"],
    ["@خریداری", "@خریداری"],
    ["buy milk", "words: buy milk"],
    ['"buy milk"', "phrase: buy milk"],
    ["search: due today", "words: due today"],
    ['search:"a & b"', "phrase: a & b"],
    ["title: Oat milk & p1", { all: ["title: Oat milk", "urgent"] }],
    ["milk today", { all: ["words: milk", "due on 2026-01-07"] }],
    ["ada@example.com 100%!", "words: ada@example.com 100%!"],
  ])("%s", (text, expected) => {
    expect(short(meaningOf(text))).toEqual(expected);
  });
});

describe("priority and what a task has", () => {
  test.each<[string, unknown]>([
    ["p1 | p2 | p3 | p4", { any: ["urgent", "high", "medium", "none"] }],
    ["priority low", "low"],
    ["no priority", "none"],
    ["completed", "completed"],
    ["open", { not: "completed" }],
    ["no date", { not: "date" }],
    ["has time has reminders", { all: ["time", "reminders"] }],
    ["subtask | has subtasks", { any: ["subtask", "parent"] }],
    ["no label & has description", { all: [{ not: "labels" }, "description"] }],
    ["due no date", { not: "date" }],
    ["due overdue", "overdue"],
  ])("%s", (text, expected) => {
    expect(short(meaningOf(text))).toEqual(expected);
  });
});

describe("days", () => {
  test.each([
    ["today", "due on 2026-01-07"],
    ["due tomorrow", "due on 2026-01-08"],
    ["due friday", "due on 2026-01-09"],
    ["due by friday", "due by 2026-01-09"],
    ["due after 3 june", "due after 2026-06-03"],
    ["due this week", "due on 2026-01-05–2026-01-11"],
    ["due before next month", "due before 2026-02-01–2026-02-28"],
    ["due before +3 days", "due before 2026-01-10"],
    ["due since -2w", "due since 2025-12-24"],
    ["due in 3 days", "due on 2026-01-10"],
    ["due next 7 days", "due on 2026-01-07–2026-01-13"],
    ["due 2026-12-01", "due on 2026-12-01"],
    ["due before end of month", "due before 2026-01-31"],
    ["created yesterday", "created on 2026-01-06"],
    ["created last 7 days", "created on 2026-01-01–2026-01-07"],
    ["created after 3 days ago", "created after 2026-01-04"],
    ["completed since monday", "completed since 2026-01-05"],
    ["completed wednesday", "completed on 2026-01-07"],
    ["completed friday", "completed on 2026-01-02"],
    ["done last week", "completed on 2025-12-29–2026-01-04"],
  ])("%s", (text, expected) => {
    expect(short(meaningOf(text))).toBe(expected);
  });

  test("begin and end where the person is", () => {
    const at = (time_zone: string) => parseFilter("today", { ...options, time_zone });
    expect(at("Pacific/Kiritimati")).toMatchObject({ filter: { first: "2026-01-08" } });
    expect(at("Pacific/Pago_Pago")).toMatchObject({ filter: { first: "2026-01-06" } });
  });
});

describe("what is wrong is said where it is", () => {
  test.each([
    ["", "I expected a condition here, such as @home, p1 or due today.", [0, 0]],
    ["due before", "After `due before` I expected a day such as friday, next week or 2026-12-01.", [0, 10]],
    ["p1 & due soonish", "After `due` I expected a day such as friday, next week or 2026-12-01.", [5, 16]],
    ["@home &", "After `&` I expected a condition, such as @home, p1 or due today.", [6, 7]],
    ["@home & | p1", "After `&` I expected a condition, such as @home, p1 or due today.", [6, 7]],
    ["| p1", "I expected a condition here, such as @home, p1 or due today.", [0, 1]],
    ["(p1 | p2", "This `(` is never closed.", [0, 1]],
    ["p1)", "This `)` closes nothing.", [2, 3]],
    ["()", "After `(` I expected a condition, such as @home, p1 or due today.", [0, 1]],
    ["@", "After `@` I expected the name of a label, such as @home.", [0, 1]],
    ["p1 #", "After `#` I expected the name of a list, such as #Groceries.", [3, 4]],
    ['#"Big', 'A quotation that begins here has no end: put a `"` behind it.', [1, 5]],
    ['""', "There is nothing between these quotation marks.", [0, 2]],
    ["title:", "After `title:` I expected words to look for.", [0, 6]],
    ["due friday 5pm", "Filters go by whole days, so leave the time out of `friday 5pm`.", [0, 14]],
    [
      "has milk",
      'After `has` I expected date, time, labels, reminders, subtasks or description; for the word itself write "has" in quotation marks.',
      [0, 8],
    ],
    [`${"(".repeat(30)}p1`, "A filter may be 20 brackets deep, and this one is deeper.", [21, 22]],
    [Array(51).fill("@a").join("|"), "A filter may have 50 conditions, and this one has more.", [0, 152]],
  ])("%s", (text, message, [start, end]) => {
    expect(problemOf(text)).toMatchObject({ message, span: { start, end } });
  });
});

test("each condition knows where it stands", () => {
  const text = "p1 & (due before friday | buy milk)";
  const places = conditionsIn(meaningOf(text)).map(({ span }) => text.slice(span!.start, span!.end));
  expect(places).toEqual(["p1", "due before friday", "buy milk"]);
});

test("what is wrong has a code and the words it names, for other languages", () => {
  expect(problemOf("due someday")).toMatchObject({ code: "day_missing", params: { after: "due" } });
  expect(problemOf("p1 & @")).toMatchObject({ code: "label_missing", params: { after: "@" } });
  expect(problemOf("#")).toMatchObject({ code: "list_missing" });
});
