/**
 * The zones that a calendar file names, as names of the IANA database. Some
 * programs put a path before such a name, or have names of their own; of those
 * the definition in the file says which zone has the same clock.
 */
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import type { FileComponent } from "./file-components.ts";

/** Tried first where several zones have the same clock. */
const wellKnown = [
  "Europe/London",
  "Europe/Berlin",
  "Europe/Helsinki",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Asia/Karachi",
  "Asia/Kolkata",
  "Asia/Shanghai",
  "Asia/Tokyo",
  "Australia/Sydney",
];

/** Comparing takes its time, and a person's calendar has few. */
const MOST_DEFINITIONS = 20;

/** Gives the zone's IANA name; nothing where nobody can tell. */
export type ZoneNamed = (tzid: string) => string | undefined;

/** `own` is the person's zone, which is the first to be tried. */
export function zonesOfFile(components: FileComponent[], own: string, now: Date): ZoneNamed {
  const definitions = new Map<string, ICAL.Component>();
  const described = components.filter(({ name }) => name === "VTIMEZONE").slice(0, MOST_DEFINITIONS);
  for (const { lines } of described) {
    const definition = parsed(lines);
    if (definition) definitions.set(textOf(definition, "tzid"), definition);
  }
  const known = new Map<string, string | undefined>();
  return (tzid) => {
    if (!known.has(tzid)) known.set(tzid, namedWithin(tzid) ?? sameClock(definitions.get(tzid), own, now));
    return known.get(tzid);
  };
}

/** The name itself, or what follows a path: `/mozilla.org/20050126_1/Europe/Berlin`. */
function namedWithin(tzid: string): string | undefined {
  const parts = tzid.split("/");
  return parts.map((_, index) => parts.slice(index).join("/")).find(isTimeZone);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** Compared in winter and in summer: the two halves of a year that clocks know. */
function sameClock(definition: ICAL.Component | undefined, own: string, now: Date): string | undefined {
  if (!definition) return undefined;
  const location = textOf(definition, "x-lic-location");
  if (isTimeZone(location)) return location;
  const wanted = offsetsOf(definition);
  if (!wanted) return undefined;
  const year = now.getUTCFullYear();
  const days = [`${year}-01-01`, `${year}-07-01`];
  return [own, ...wellKnown, ...Intl.supportedValuesOf("timeZone")].find((zone) =>
    days.every((day, half) => {
      const { offset } = Temporal.PlainDate.from(day).toZonedDateTime(zone);
      return offset === wanted[half];
    }),
  );
}

/** In January and July, written +02:00. Of several observances of a kind the latest holds. */
function offsetsOf(definition: ICAL.Component): [string, string] | undefined {
  const latest = (kind: string) =>
    definition
      .getAllSubcomponents(kind)
      .sort((a, b) => textOf(a, "dtstart").localeCompare(textOf(b, "dtstart")))
      .at(-1);
  const standard = latest("standard");
  const daylight = latest("daylight");
  if (!standard) return undefined;
  const winter = textOf(standard, "tzoffsetto");
  if (!daylight) return [winter, winter];
  const summer = textOf(daylight, "tzoffsetto");
  const month = Number(textOf(daylight, "dtstart").slice(5, 7));
  return month < 7 ? [winter, summer] : [summer, winter];
}

const textOf = (component: ICAL.Component, name: string) =>
  String(component.getFirstPropertyValue(name) ?? "");

function parsed(lines: string[]): ICAL.Component | undefined {
  try {
    return new ICAL.Component(ICAL.parse(lines.join("\r\n")));
  } catch {
    return undefined;
  }
}
