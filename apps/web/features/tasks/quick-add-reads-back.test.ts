/** What the app writes of a date, it understands: anybody may type what they see in a row. */
import { quickAdd } from "@todo/language";
import fc from "fast-check";
import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { dueExactly, dueInWords } from "./due.ts";

const zone = "Europe/Berlin";
const start = Date.UTC(2026, 0, 1);
const days = (count: number) => new Date(start + count * 86_400_000);
const dates = fc.record({
  // Noon, so that the day is the same in both ways of counting.
  now: fc.integer({ min: 0, max: 1500 }).map((at) => new Date(days(at).getTime() + 11 * 3_600_000)),
  away: fc.integer({ min: 0, max: 900 }),
  minutes: fc.option(fc.integer({ min: 0, max: 1439 })),
});
const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

test.each(["en-GB", "en-US", "en-AU", "en-IN"])("dates as a row and its hint write them in %s", (locale) => {
  fc.assert(
    fc.property(dates, ({ now, away, minutes }) => {
      const due = {
        due_on: new Date(now.getTime() + away * 86_400_000).toISOString().slice(0, 10),
        due_time: minutes === null ? null : time(minutes),
        time_zone: minutes === null ? null : zone,
      };
      const when = { due_on: due.due_on, ...(due.due_time !== null && { due_time: due.due_time }) };
      for (const say of [dueInWords, dueExactly]) {
        const words = say(due, { now, zone, locale, t });
        const { task } = quickAdd(`water plants ${words}`, { now, time_zone: zone, locale });
        expect({ words, ...task }).toEqual({ words, title: "water plants", when });
      }
    }),
    { numRuns: 300 },
  );
});
