import { expect, test } from "vitest";
import { meaning } from "./testing/meaning.ts";
import { bulk } from "./testing/sets/bulk.ts";
import { completions, todo } from "./testing/sets/complete.ts";
import { leaning, spokenOf } from "./testing/sets/context.ts";
import { known, priorities } from "./testing/sets/priority.ts";
import { due, times, unknown } from "./testing/sets/time.ts";
import { undoings } from "./testing/sets/undo.ts";
import { mine, updates } from "./testing/sets/update.ts";
import { desk, week } from "./testing/sets/week.ts";

test.each(completions)("completes: %s", (text, expected) => expect(meaning(text, todo)).toEqual(expected));
test.each(updates)("changes: %s", (text, expected) => expect(meaning(text, mine)).toEqual(expected));
test.each(bulk)("means many: %s", (text, expected) => expect(meaning(text)).toEqual(expected));
test.each(times)("knows times: %s", (text, expected) => expect(meaning(text, due)).toEqual(expected));
test.each(unknown)("doesn't guess: %s", (text, expected) => expect(meaning(text)).toEqual(expected));
test.each(undoings)("takes back: %s", (text, expected) => expect(meaning(text)).toEqual(expected));
test.each(priorities)("weighs: %s", (text, expected) => expect(meaning(text, known)).toEqual(expected));
test.each(leaning)("leans on what was said before: %s", (text, expected) =>
  expect(meaning(text, spokenOf)).toEqual(expected),
);
test.each(week)("hears what a week brings: %s", (text, expected) =>
  expect(meaning(text, desk)).toEqual(expected),
);
