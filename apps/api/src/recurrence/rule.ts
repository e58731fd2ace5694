/**
 * The value of an RRULE property (RFC 5545, section 3.3.10), read strictly: what
 * isn't a rule for tasks is refused with a sentence that says why. Written back
 * in one order, so that a rule is the same text whoever gave it.
 */
import { invalid } from "@todo/contract";

const frequencies = ["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Frequency = (typeof frequencies)[number];

/** Monday first. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

export interface Rule {
  freq: Frequency;
  interval: number;
  bymonth?: number[];
  byweekno?: number[];
  byyearday?: number[];
  bymonthday?: number[];
  /** A weekday, with its place in month or year: MO, 2TU, -1FR. */
  byday?: string[];
  byhour?: number[];
  byminute?: number[];
  bysetpos?: number[];
  wkst?: string;
  count?: number;
  /** As in the rule: 20260630, or with a time, 20260630T140000 (wall clock) or 20260630T120000Z (UTC). */
  until?: string;
}

/** Each list's largest number; those that start at 1 may be counted from the end by negative ones. */
const lists = {
  bymonth: { least: 1, most: 12, fromEnd: false },
  byweekno: { least: 1, most: 53, fromEnd: true },
  byyearday: { least: 1, most: 366, fromEnd: true },
  bymonthday: { least: 1, most: 31, fromEnd: true },
  byhour: { least: 0, most: 23, fromEnd: false },
  byminute: { least: 0, most: 59, fromEnd: false },
  bysetpos: { least: 1, most: 366, fromEnd: true },
} as const;
type ListName = keyof typeof lists;
const listNames: ListName[] = [
  "bymonth",
  "byweekno",
  "byyearday",
  "bymonthday",
  "byhour",
  "byminute",
  "bysetpos",
];

const MOST_INTERVAL = 9999;
const MOST_COUNT = 9999;
const EXAMPLE = "A rule looks like FREQ=WEEKLY;BYDAY=MO.";

/** Throws `validation_failed` for what is no rule, or none for tasks; `path` is the field that holds it. */
export function readRule(text: string, path: string): Rule {
  const wrong = (message: string) => invalid(path, message);
  const parts = partsOf(text, wrong);
  const take = (name: string) => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const rule: Rule = { freq: frequencyOf(take("FREQ"), wrong), interval: 1 };
  const interval = take("INTERVAL");
  if (interval !== undefined) rule.interval = wholeNumber("INTERVAL", interval, 1, MOST_INTERVAL, wrong);
  for (const name of listNames) {
    const value = take(name.toUpperCase());
    if (value !== undefined) rule[name] = numbersOf(name, value, wrong);
  }
  const byday = take("BYDAY");
  if (byday !== undefined) rule.byday = daysOf(byday, wrong);
  const wkst = take("WKST");
  if (wkst !== undefined && !isWeekday(wkst)) throw wrong(`WKST=${wkst} is no weekday: MO, TU, … SU.`);
  if (wkst !== undefined && wkst !== "MO") rule.wkst = wkst;
  const count = take("COUNT");
  if (count !== undefined) rule.count = wholeNumber("COUNT", count, 1, MOST_COUNT, wrong);
  const until = take("UNTIL");
  if (until !== undefined) rule.until = untilOf(until, wrong);
  if (rule.count !== undefined && rule.until !== undefined)
    throw wrong("A rule ends by COUNT or by UNTIL, not by both.");
  const second = take("BYSECOND");
  if (second !== undefined && second !== "0") throw wrong("Tasks know no seconds: leave BYSECOND out.");
  for (const name of parts.keys()) throw wrong(`A rule has no part ${name}. ${EXAMPLE}`);
  checkTogether(rule, wrong);
  return rule;
}

export function formatRule({ freq, interval, byday, wkst, count, until, ...rule }: Rule): string {
  const parts = [`FREQ=${freq}`];
  if (interval !== 1) parts.push(`INTERVAL=${interval}`);
  for (const name of listNames) {
    if (name === "byhour" && byday) parts.push(`BYDAY=${byday}`);
    if (rule[name]) parts.push(`${name.toUpperCase()}=${rule[name]}`);
  }
  if (wkst) parts.push(`WKST=${wkst}`);
  if (count !== undefined) parts.push(`COUNT=${count}`);
  if (until !== undefined) parts.push(`UNTIL=${until}`);
  return parts.join(";");
}

/** Whether its occurrences are times and not days. */
export const hasTimes = ({ freq, byhour, byminute }: Rule) =>
  isFinerThanDay(freq) || byhour !== undefined || byminute !== undefined;

export const isFinerThanDay = (freq: Frequency) => freq === "HOURLY" || freq === "MINUTELY";

type Wrong = (message: string) => Error;

function partsOf(text: string, wrong: Wrong): Map<string, string> {
  const parts = new Map<string, string>();
  const value = text
    .trim()
    .replace(/^RRULE:/i, "")
    .replace(/;$/, "")
    .toUpperCase();
  for (const part of value.split(";")) {
    const [, name, said] = /^([A-Z-]+)=([^=]+)$/.exec(part) ?? [];
    if (!name || !said) throw wrong(`“${part}” is no part of a rule. ${EXAMPLE}`);
    if (parts.has(name)) throw wrong(`The rule says ${name} twice.`);
    parts.set(name, said);
  }
  return parts;
}

function frequencyOf(value: string | undefined, wrong: Wrong): Frequency {
  if (value === undefined) throw wrong(`The rule doesn't say how often: FREQ is missing. ${EXAMPLE}`);
  if (value === "SECONDLY") throw wrong("A task can't come back every second. The finest is FREQ=MINUTELY.");
  const freq = frequencies.find((one) => one === value);
  if (!freq) throw wrong(`FREQ=${value} is none of ${frequencies.join(", ")}.`);
  return freq;
}

function wholeNumber(name: string, value: string, least: number, most: number, wrong: Wrong): number {
  const number = /^[+-]?\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw wrong(`${name}=${value} isn't a number from ${least} to ${most}.`);
  return number;
}

function numbersOf(name: ListName, value: string, wrong: Wrong): number[] {
  const { least, most, fromEnd } = lists[name];
  const numbers = value.split(",").map((one) => {
    const number = wholeNumber(name.toUpperCase(), one, fromEnd ? -most : least, most, wrong);
    if (fromEnd && number === 0) throw wrong(`${name.toUpperCase()} counts from 1, or from the end from -1.`);
    return number;
  });
  return inOrder(numbers);
}

/** From the end behind those from the start, each once. */
const inOrder = (numbers: number[]) =>
  [...new Set(numbers)].sort((a, b) => Number(a < 0) - Number(b < 0) || a - b);

function daysOf(value: string, wrong: Wrong): string[] {
  const days = value.split(",").map((one) => {
    const [, place, day = ""] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(one) ?? [];
    if (!isWeekday(day) || Number(place) === 0 || Math.abs(Number(place ?? 1)) > 53)
      throw wrong(`BYDAY=${one} is no weekday: MO, TU, … SU, or with its place, such as 2TU or -1FR.`);
    return place === undefined ? day : `${Number(place)}${day}`;
  });
  return [...new Set(days)];
}

const isWeekday = (text: string) => weekdays.some((day) => day === text);

function untilOf(value: string, wrong: Wrong): string {
  const [, year, month, day, hour = "00", minute = "00", second = "00"] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(value) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const instant = year ? new Date(iso) : new Date(Number.NaN);
  if (Number.isNaN(instant.getTime()) || instant.toISOString() !== iso)
    throw wrong(`UNTIL=${value} is no date: write 20260630, or 20260630T120000Z.`);
  return value;
}

/** What RFC 5545 says of parts that don't go together. */
function checkTogether(rule: Rule, wrong: Wrong) {
  const { freq, byday, byweekno, byyearday, bymonthday, bysetpos } = rule;
  const places = byday?.find((day) => day.length > 2);
  if (places && freq !== "MONTHLY" && freq !== "YEARLY")
    throw wrong(`BYDAY=${places} needs FREQ=MONTHLY or FREQ=YEARLY; here only weekdays fit, such as MO.`);
  if (places && byweekno) throw wrong(`BYDAY=${places} and BYWEEKNO don't go together.`);
  if (byweekno && freq !== "YEARLY") throw wrong("BYWEEKNO needs FREQ=YEARLY.");
  if (byyearday && (freq === "DAILY" || freq === "WEEKLY" || freq === "MONTHLY"))
    throw wrong("BYYEARDAY needs FREQ=YEARLY.");
  if (bymonthday && freq === "WEEKLY") throw wrong("BYMONTHDAY doesn't go with FREQ=WEEKLY.");
  const others = listNames.some((name) => name !== "bysetpos" && rule[name]) || byday;
  if (bysetpos && !others) throw wrong("BYSETPOS picks from other parts, such as BYDAY; there is none.");
  const most = mostInPeriod(rule);
  if (bysetpos?.every((place) => Math.abs(place) > most))
    throw wrong(`BYSETPOS=${bysetpos} picks nothing: there are ${most} to pick from at most.`);
}

/** Of how many BYSETPOS picks. Days and weeks are many, and to look through all of them for what never is takes long. */
function mostInPeriod({ freq, byday, byhour, byminute }: Rule): number {
  if (freq !== "DAILY" && freq !== "WEEKLY") return Number.POSITIVE_INFINITY;
  const days = freq === "WEEKLY" ? (byday?.length ?? 1) : 1;
  return days * (byhour?.length ?? 1) * (byminute?.length ?? 1);
}
