/**
 * Wall-clock times as iCalendar writes them, and the definitions (VTIMEZONE) of
 * the zones they are meant in. A definition lists each change of the clocks in
 * the years around now: no rule describes all zones, and programs that know the
 * zone by its name don't look at it.
 */
import { LRUCache } from "lru-cache";
import { Temporal } from "temporal-polyfill";
import { zonedTime } from "../tasks/local-time.ts";
import { component, property } from "./content-lines.ts";

const YEARS_BEFORE = 2;
const YEARS_AFTER = 10;

/** 2026-01-05 → 20260105 */
export const dateValue = (date: string): string => date.replaceAll("-", "");

/** 2026-01-05 and 09:00 → 20260105T090000 */
export const localValue = (date: string, time: string): string =>
  `${dateValue(date)}T${time.replace(":", "")}00`;

/** 2026-01-05T09:00:00.000Z → 20260105T090000Z */
export const instantValue = (instant: string): string =>
  `${instant.slice(0, 19).replaceAll("-", "").replaceAll(":", "")}Z`;

/** Whether every reader of the definition takes the time for the same instant: it is defined, and the clocks show it once. */
export function isUnmistakable(date: string, time: string, zone: string, now: Date): boolean {
  const year = Number(date.slice(0, 4));
  if (year < firstYear(now) || year >= endYear(now)) return false;
  return zonedTime(date, time, zone, "earlier").equals(zonedTime(date, time, zone, "later"));
}

const definitions = new LRUCache<string, string[]>({ max: 200 });

/** The lines of the zone's VTIMEZONE. */
export function timeZoneLines(zone: string, now: Date): string[] {
  const key = `${firstYear(now)} ${zone}`;
  const known = definitions.get(key) ?? definition(zone, now);
  definitions.set(key, known);
  return known;
}

function definition(zone: string, now: Date): string[] {
  const start = zonedTime(`${firstYear(now)}-01-01`, "00:00", zone);
  const end = zonedTime(`${endYear(now)}-01-01`, "00:00", zone);
  const lines = observance("STANDARD", start.toPlainDateTime(), start.offset, start.offset);
  let before = start;
  for (;;) {
    const change = before.getTimeZoneTransition("next");
    if (!change || Temporal.ZonedDateTime.compare(change, end) >= 0) break;
    const { offset } = change.subtract({ nanoseconds: 1 });
    const forward = change.offsetNanoseconds > before.offsetNanoseconds;
    // When it happens is said by the clock that is put forward or back.
    const onset = change.toInstant().toZonedDateTimeISO(offset).toPlainDateTime();
    lines.push(...observance(forward ? "DAYLIGHT" : "STANDARD", onset, offset, change.offset));
    before = change;
  }
  return component("VTIMEZONE", [property("TZID", zone), ...lines]);
}

const observance = (name: string, onset: Temporal.PlainDateTime, from: string, to: string) =>
  component(name, [
    property("DTSTART", onset.toString({ smallestUnit: "second" }).replace(/[-:]/g, "")),
    property("TZOFFSETFROM", from.replaceAll(":", "")),
    property("TZOFFSETTO", to.replaceAll(":", "")),
  ]);

const firstYear = (now: Date) => now.getUTCFullYear() - YEARS_BEFORE;
const endYear = (now: Date) => now.getUTCFullYear() + YEARS_AFTER;
