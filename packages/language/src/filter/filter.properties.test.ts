import fc from "fast-check";
import { expect, test } from "vitest";
import { type Filter, type Trait, traits } from "./filter.ts";
import { formatFilter } from "./format.ts";
import { parseFilter } from "./parse.ts";

const options = { now: new Date("2026-01-07T10:00:00Z"), time_zone: "Asia/Karachi" };

const label = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() === text);
const word = fc.constantFrom(
  "milk",
  "oat",
  "C#",
  "100%",
  "due",
  "p1",
  "today",
  "no",
  "has",
  "ada@example.com",
);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(" "));
/** Each with what it means at that moment. */
const dates = ["friday", "2026-12-01", "next week", "+3 days", "last 7 days", "3 june", "end of month"];

function dated(field: "due" | "created" | "completed", side: string, day: string): Filter {
  const parsed = parseFilter([field, side, day].filter(Boolean).join(" "), options);
  if ("problem" in parsed) throw new Error(parsed.problem.message);
  return bare(parsed.filter);
}

const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constantFrom("label" as const, "list" as const), name: label }),
  fc.record({
    kind: fc.constant("priority" as const),
    priority: fc.constantFrom(
      "urgent" as const,
      "high" as const,
      "medium" as const,
      "low" as const,
      "none" as const,
    ),
  }),
  fc
    .tuple(
      fc.constantFrom("due" as const, "created" as const, "completed" as const),
      fc.constantFrom("", "before", "by", "since", "after"),
      fc.constantFrom(...dates),
    )
    .map(([field, side, day]) => dated(field, side, day)),
  fc.record({
    kind: fc.constant("is" as const),
    trait: fc.constantFrom(...(Object.keys(traits) as Trait[])),
  }),
  fc.record({ kind: fc.constant("words" as const), text: words }),
  fc.record({ kind: fc.constantFrom("phrase" as const, "title" as const), text: label }),
);

const filter = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, depthIdentifier: "filter" },
    condition,
    fc.record({ kind: fc.constant("not" as const), of: tie("filter") }),
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const),
      of: fc.array(tie("filter"), { minLength: 2, maxLength: 3, depthIdentifier: "filter" }),
    }),
  ),
})).filter;

/** Without the places in the text. */
function bare({ span: _, ...filter }: Filter): Filter {
  if (filter.kind === "all" || filter.kind === "any") return { ...filter, of: filter.of.map(bare) };
  return filter.kind === "not" ? { ...filter, of: bare(filter.of) } : filter;
}

test("a filter that is written and read again means the same", () => {
  fc.assert(
    fc.property(filter, (meant) => {
      const parsed = parseFilter(formatFilter(meant), options);
      // More conditions than a filter may have are refused, which is right.
      if ("problem" in parsed) expect(parsed.problem.message).toMatch(/may have 50|may be 20/u);
      else expect(bare(parsed.filter)).toEqual(meant);
    }),
    { numRuns: 1000 },
  );
});

const scraps = [
  "@",
  "#",
  "(",
  ")",
  "&",
  "|",
  "!",
  '"',
  "due",
  "before",
  "friday",
  "no",
  "has",
  "p1",
  "title:",
  "\\",
  " ",
  "milk",
  "or",
  "5pm",
  "completed",
];

test("any text is a filter or has a problem that stands in it", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(fc.constantFrom(...scraps), { maxLength: 30 }).map((some) => some.join(" ")),
    fc.array(fc.constantFrom(...scraps), { maxLength: 30 }).map((some) => some.join("")),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const parsed = parseFilter(typed, options);
      if ("filter" in parsed) return;
      const { message, span } = parsed.problem;
      expect(message).toMatch(/\.$/u);
      expect(0 <= span.start && span.start <= span.end && span.end <= typed.length).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
