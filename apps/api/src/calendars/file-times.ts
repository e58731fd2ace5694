/** Days, times and lengths of a calendar file as ours: a day, a wall-clock time in an IANA zone, or an instant. */
import { limits, type NewReminder } from "@todo/contract";
import type ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { instantAt, zonedTime } from "../tasks/local-time.ts";
import type { ZoneNamed } from "./zones-of-file.ts";

export interface FileZones {
  named: ZoneNamed;
  /** The person's, in which times without a zone and instants are told. */
  own: string;
}

export interface FileTime {
  date: string;
  time?: string;
  zone?: string;
  /** The file's name for a zone that nobody knows; the person's was taken. */
  unknownZone?: string;
}

const MINUTE_MS = 60_000;
const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 1440;

/** A date or date-time property's values. Throws where one is no such value. */
export function timesOf(property: ICAL.Property, { named, own }: FileZones): FileTime[] {
  const tzid = String(property.getFirstParameter("tzid") ?? "");
  return writtenIn(property).map((written) => {
    const [, date, time, utc] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\d(Z?))?$/.exec(written) ?? [];
    if (!date || !isThere(date, time))
      throw new Error(`${property.name.toUpperCase()} is no date or time: ${written.slice(0, 40)}`);
    if (time === undefined) return { date };
    if (utc) return inZone(zonedTime(date, time, "UTC"), own);
    if (tzid === "") return { date, time, zone: own };
    const zone = named(tzid);
    return zone ? { date, time, zone } : { date, time, zone: own, unknownZone: tzid };
  });
}

/** A property's values as they are written, dates with dashes and times with colons. */
export const writtenIn = (property: ICAL.Property): string[] =>
  property.toJSON().slice(FIRST_VALUE).map(String);

const FIRST_VALUE = 3;

/** 2026-02-30 is on no calendar. */
function isThere(date: string, time = "00:00"): boolean {
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: "reject" }).year > 0;
  } catch {
    return false;
  }
}

export const timeOf = (component: ICAL.Component, name: string, zones: FileZones): FileTime | undefined => {
  const property = component.getFirstProperty(name);
  return property ? timesOf(property, zones)[0] : undefined;
};

/** A time and a length (RFC 5545, 3.3.6): its days by the calendar, the rest as it passes. */
export function later({ date, time, zone, ...rest }: FileTime, length: Temporal.Duration): FileTime {
  if (time === undefined || zone === undefined) {
    const { days, weeks } = length;
    return { date: Temporal.PlainDate.from(date).add({ days, weeks }).toString() };
  }
  return { ...rest, ...inZone(zonedTime(date, time, zone).add(length), zone) };
}

export function durationOf(value: ICAL.Duration): Temporal.Duration {
  const { weeks, days, hours, minutes, seconds, isNegative } = value;
  const length = Temporal.Duration.from({ weeks, days, hours, minutes, seconds });
  return isNegative ? length.negated() : length;
}

export const instantOfTime = ({ date, time = "00:00", zone = "UTC" }: FileTime): string =>
  instantAt(date, time, zone);

/** An alarm so long before or behind a time of the component; nothing where we have no such reminder, such as one that comes afterwards. */
export function reminderFrom(
  anchor: FileTime,
  length: Temporal.Duration,
  due: FileTime,
  { own }: FileZones,
): NewReminder | undefined {
  if (due.time === undefined && anchor.date === due.date) return reminderOfDay(due, length);
  const at = instantOfTime(
    later({ ...anchor, time: anchor.time ?? "00:00", zone: anchor.zone ?? own }, length),
  );
  if (due.time === undefined) return { at };
  const minutes_before = Math.floor((Date.parse(instantOfTime(due)) - Date.parse(at)) / MINUTE_MS);
  return minutes_before >= 0 && minutes_before <= limits.minutesBefore ? { minutes_before } : undefined;
}

/** Counted from the beginning of the day. */
function reminderOfDay({ date }: FileTime, length: Temporal.Duration): NewReminder | undefined {
  const minutes = Math.floor(length.total({ unit: "minutes", relativeTo: date }));
  const days_before = -Math.floor(minutes / MINUTES_OF_DAY);
  if (days_before < 0 || days_before > limits.daysBefore) return undefined;
  const ofDay = minutes + days_before * MINUTES_OF_DAY;
  return { days_before, time: `${two(Math.floor(ofDay / MINUTES_OF_HOUR))}:${two(ofDay % MINUTES_OF_HOUR)}` };
}

/** The same moment on the clocks of a zone; a day stays a day. */
export const inZoneOf = (moment: FileTime, zone: string): FileTime =>
  moment.time === undefined || moment.zone === undefined
    ? moment
    : inZone(zonedTime(moment.date, moment.time, moment.zone), zone);

function inZone(at: Temporal.ZonedDateTime, zone: string): FileTime {
  const there = at.withTimeZone(zone);
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: "minute" }),
    zone,
  };
}

const two = (number: number) => String(number).padStart(2, "0");
