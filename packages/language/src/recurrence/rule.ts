/** A recurrence rule (RFC 5545, section 3.3.10) as data, and as the value of an RRULE property. */

/** Monday is 1. */
const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;

export type Frequency = (typeof frequencies)[number];

/** A weekday, in a month or year with its place: the second (2), the last (-1); every one without. */
export interface RuleDay {
  weekday: number;
  place?: number;
}

export interface Rule {
  freq: Frequency;
  /** At least 1. */
  interval: number;
  bymonth?: number[];
  byweekno?: number[];
  byyearday?: number[];
  /** From the end when negative. */
  bymonthday?: number[];
  byday?: RuleDay[];
  byhour?: number[];
  byminute?: number[];
  bysetpos?: number[];
  count?: number;
  /** The last day on which it may fall, YYYY-MM-DD. */
  until?: string;
}

/** In the order in which RFC 5545 applies them. */
const numberLists = [
  "bymonth",
  "byweekno",
  "byyearday",
  "bymonthday",
  "byhour",
  "byminute",
  "bysetpos",
] as const;

export function formatRule(rule: Rule): string {
  const parts = [`FREQ=${rule.freq}`];
  if (rule.interval !== 1) parts.push(`INTERVAL=${rule.interval}`);
  for (const name of numberLists) {
    if (name === "byhour" && rule.byday)
      parts.push(`BYDAY=${rule.byday.map(({ place, weekday }) => `${place ?? ""}${weekdays[weekday - 1]}`)}`);
    if (rule[name]) parts.push(`${name.toUpperCase()}=${rule[name]}`);
  }
  if (rule.count !== undefined) parts.push(`COUNT=${rule.count}`);
  if (rule.until !== undefined) parts.push(`UNTIL=${rule.until.replaceAll("-", "")}`);
  return parts.join(";");
}

/** Undefined for what is no rule, or one with parts that Todo doesn't know. Of an UNTIL with a time the date is kept. */
export function parseRule(rrule: string): Rule | undefined {
  const fields = new Map<string, string>();
  for (const part of rrule
    .trim()
    .replace(/^RRULE:/iu, "")
    .toUpperCase()
    .split(";")) {
    const [name = "", value, ...more] = part.split("=");
    if (!value || more.length > 0 || fields.has(name)) return undefined;
    fields.set(name, value);
  }
  const taken = (name: string) => {
    const value = fields.get(name);
    fields.delete(name);
    return value;
  };

  const freq = frequencies.find((each) => each === fields.get("FREQ"));
  fields.delete("FREQ");
  const interval = Number(taken("INTERVAL") ?? 1);
  if (!freq || !Number.isInteger(interval) || interval < 1) return undefined;
  const rule: Rule = { freq, interval };
  for (const name of numberLists) {
    const numbers = taken(name.toUpperCase())?.split(",").map(Number);
    if (numbers?.some((each) => !Number.isInteger(each))) return undefined;
    if (numbers) rule[name] = numbers;
  }
  return withDays(rule, taken("BYDAY")) && withEnd(rule, taken("COUNT"), taken("UNTIL")) && weekStartsMonday()
    ? rule
    : undefined;

  function weekStartsMonday() {
    const first = taken("WKST");
    return (first === undefined || first === "MO") && fields.size === 0;
  }
}

function withDays(rule: Rule, value: string | undefined): boolean {
  if (value === undefined) return true;
  const days: RuleDay[] = [];
  for (const text of value.split(",")) {
    const [, place, code] = /^([+-]?\d{1,2})?([A-Z]{2})$/u.exec(text) ?? [];
    const weekday = weekdays.indexOf(code ?? "") + 1;
    if (weekday === 0 || Number(place) === 0) return false;
    days.push({ weekday, ...(place !== undefined && { place: Number(place) }) });
  }
  rule.byday = days;
  return true;
}

function withEnd(rule: Rule, count: string | undefined, until: string | undefined): boolean {
  if (count !== undefined) {
    if (!/^[1-9]\d{0,5}$/u.test(count) || until !== undefined) return false;
    rule.count = Number(count);
  }
  if (until !== undefined) {
    const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/u.exec(until) ?? [];
    if (year === undefined) return false;
    rule.until = `${year}-${month}-${date}`;
  }
  return true;
}
