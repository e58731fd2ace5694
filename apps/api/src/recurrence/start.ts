/** From what a caller says of a recurrence to the rule that the task carries, and the first day on which it falls. */
import { invalid, type Recurrence } from "@todo/contract";
import { quickAdd } from "@todo/language";
import { instantAt, localDateTime } from "../tasks/local-time.ts";
import { addDays, dueOf, keyOfUntil, occurrences } from "./occurrences.ts";
import { formatRule, hasTimes, isFinerThanDay, type Rule, readRule } from "./rule.ts";

/** How a caller names a rule: as one of RFC 5545, or in words. */
export interface GivenRule {
  rrule?: string | undefined;
  words?: string | undefined;
  after_completion?: boolean | undefined;
}

/** What else decides on which day it begins. */
export interface Begin {
  due_on?: string | null | undefined;
  due_time?: string | null | undefined;
  time_zone: string;
  now: Date;
  /** Of the words. */
  language: string;
  /** The field that an error names. */
  path: string;
}

export interface Started {
  recurrence: Recurrence;
  occurrence: string;
  due_on: string;
  due_time: string | null;
}

interface ReadGiven {
  rule: Rule;
  after_completion: boolean;
  due_on: string | undefined;
  due_time: string | undefined;
}

/** The rule counts from the first day it allows: from `due_on` on, else from today, or tomorrow when its time is over. */
export function startRecurrence(given: GivenRule, begin: Begin): Started {
  const { time_zone, now, path } = begin;
  const read = readGiven(given, begin);
  const { rule, due_time } = withOwnTime(read.rule, begin.due_time ?? read.due_time, path);
  if (rule.until) rule.until = localUntil(rule, due_time, time_zone);
  const present = localDateTime(now, time_zone);
  const day = begin.due_on ?? read.due_on;
  const today = present.slice(0, 10);
  const isOver = !hasTimes(rule) && due_time !== undefined && `${today}T${due_time}` <= present;
  const from = day ?? (isOver ? addDays(today, 1) : today);
  const occurrence = firstOf(rule, hasTimes(rule) ? `${from}T${due_time ?? "00:00"}` : from, {
    time_zone,
    path,
    ...(!day && { notBefore: present }),
  });
  return {
    recurrence: {
      rrule: formatRule(rule),
      except: [],
      ...(hasTimes(rule) && { starts_at: occurrence.slice(11) }),
      starts_on: occurrence.slice(0, 10),
      time_zone,
      after_completion: read.after_completion,
    },
    occurrence,
    ...dueOf(occurrence, due_time ?? null),
  };
}

function readGiven({ rrule, words, after_completion = false }: GivenRule, begin: Begin): ReadGiven {
  const { path } = begin;
  if (rrule !== undefined)
    return { rule: readRule(rrule, path), after_completion, due_on: undefined, due_time: undefined };
  const { time_zone, now, language } = begin;
  const { task } = quickAdd(`${TITLE} ${words}`, { now, time_zone, locale: language });
  const { title, when, recurrence, ...others } = task;
  if (!recurrence || title !== TITLE || Object.keys(others).length > 0)
    throw notUnderstood(words ?? "", path);
  return {
    rule: readRule(recurrence.rrule, path),
    after_completion: recurrence.after_completion ?? after_completion,
    due_on: when?.due_on,
    due_time: when?.due_time,
  };
}

/** A word that no language knows, so that whatever else is left over wasn't understood. */
const TITLE = "Xyz";

const notUnderstood = (words: string, path: string) =>
  invalid(
    path,
    `I don't understand “${words}” as a recurrence. Say it like “every second Tuesday until June”, “on the last workday of the month” or “3 days after completion”, or give an rrule.`,
    { reason: "repeat_not_understood", params: { words } },
  );

/** A single time of day is the task's; a rule with several, or finer than a day, keeps them. */
function withOwnTime(given: Rule, said: string | undefined, path: string) {
  const { byhour, byminute, ...rest } = given;
  if (byhour?.length === 1 && (byminute?.length ?? 1) === 1 && !isFinerThanDay(given.freq)) {
    const minute = byminute?.[0] ?? Number(said?.slice(3) ?? 0);
    const due_time = `${String(byhour[0]).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
    if (said !== undefined && said !== due_time)
      throw invalid(path, `The rule says ${due_time} and due_time ${said}. Give one of them.`, {
        reason: "repeat_times_differ",
      });
    return { rule: rest, due_time };
  }
  if (said === undefined && (isFinerThanDay(given.freq) || (byminute && !byhour)))
    throw invalid(path, "A rule of hours or minutes counts from a time: give due_time as well.", {
      reason: "repeat_needs_time",
    });
  return { rule: { ...given }, due_time: said };
}

/** UNTIL as the wall's clock has it: a date, or date and time where the rule gives times. */
function localUntil(rule: Rule, due_time: string | undefined, zone: string): string {
  const until = rule.until ?? "";
  if (until.length === 8) return until;
  const local = until.endsWith("Z")
    ? localDateTime(
        new Date(instantAt(keyOfUntil(until).slice(0, 10), keyOfUntil(until).slice(11), "UTC")),
        zone,
      )
    : keyOfUntil(until);
  const [date = "", time = ""] = local.split("T");
  if (hasTimes(rule)) return `${date}T${time}00`.replaceAll(/[-:]/g, "");
  const last = due_time !== undefined && due_time > time ? addDays(date, -1) : date;
  return last.replaceAll("-", "");
}

/** Where the interval has nothing to count from yet, the first day that fits is where it begins. */
function firstOf(
  rule: Rule,
  from: string,
  { time_zone, path, notBefore = from }: { time_zone: string; path: string; notBefore?: string },
): string {
  const { count: _, until, ...endless } = rule;
  const open = isFinerThanDay(rule.freq) ? endless : { ...endless, interval: 1 };
  const search = occurrences(open, from, time_zone, from > notBefore || !hasTimes(rule) ? from : notBefore);
  const first = search.next().value;
  if (!first)
    throw invalid(path, "This rule never falls on any day. Look at its months and days.", {
      reason: "repeat_never",
    });
  const last = until && keyOfUntil(until);
  if (last && first.slice(0, last.length) > last)
    throw invalid(
      path,
      `This rule ends on ${last.slice(0, 10)}, before it begins on ${first.slice(0, 10)}.`,
      { reason: "repeat_ends_early" },
    );
  return first;
}
