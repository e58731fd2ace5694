/** When this occurrence and later ones move, the rule goes along: it begins anew where the person put it. */
import { invalid, type Recurrence } from "@todo/contract";
import { keyOfUntil, occurrences } from "./occurrences.ts";
import { formatRule, hasTimes, type Rule, readRule, weekdays } from "./rule.ts";

/**
 * The rule with its one weekday, day of the month or month exchanged for those
 * of the new date. Throws where it names several and the date is none of them.
 */
export function anchoredAt(
  recurrence: Recurrence,
  occurrence: string,
  due: { due_on: string; due_time: string | null },
): { recurrence: Recurrence; occurrence: string } {
  const rule = readRule(recurrence.rrule, "recurrence");
  const key = hasTimes(rule) ? `${due.due_on}T${due.due_time ?? "00:00"}` : due.due_on;
  const zone = recurrence.time_zone;
  const moved = [rule, withDayOf(rule, due.due_on)].find((one) => fallsOn(one, key, zone));
  if (!moved)
    throw invalid(
      "due_on",
      `The rule ${recurrence.rrule} doesn't fall on ${key.replace("T", " at ")}. Give a new recurrence for it and later ones, or move it alone with occurrences: this.`,
      { reason: "repeat_not_on_day" },
    );
  if (rule.until && key.slice(0, keyOfUntil(rule.until).length) > keyOfUntil(rule.until))
    throw invalid(
      "due_on",
      `The rule ends on ${keyOfUntil(rule.until).slice(0, 10)}, before ${due.due_on}.`,
      { reason: "repeat_ends_early" },
    );
  const count =
    rule.count === undefined ? {} : { count: countFrom(recurrence, rule, rule.count, occurrence) };
  return {
    occurrence: key,
    recurrence: {
      rrule: formatRule({ ...moved, ...count }),
      except: recurrence.except.filter((one) => one > key),
      ...(hasTimes(rule) && { starts_at: key.slice(11) }),
      starts_on: due.due_on,
      time_zone: zone,
      after_completion: recurrence.after_completion,
    },
  };
}

function fallsOn({ count: _, until: __, ...rule }: Rule, key: string, zone: string): boolean {
  return occurrences(rule, key, zone).next().value === key;
}

function withDayOf(rule: Rule, date: string): Rule {
  const { bymonth, bymonthday, byday } = rule;
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const weekday = weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7]!;
  const [only = ""] = byday ?? [];
  const fromEnd = only.startsWith("-") && day > last - 7;
  const place = only.length === 2 ? "" : fromEnd ? -1 : Math.ceil(day / 7);
  return {
    ...rule,
    ...(bymonth?.length === 1 && { bymonth: [month] }),
    ...(bymonthday?.length === 1 && { bymonthday: [bymonthday[0]! < 0 ? day - last - 1 : day] }),
    ...(byday?.length === 1 && !rule.bysetpos && { byday: [`${place}${weekday}`] }),
  };
}

/** How many of its COUNT are left, this one among them. */
function countFrom(recurrence: Recurrence, rule: Rule, count: number, occurrence: string): number {
  if (recurrence.after_completion) return count;
  const { starts_on, starts_at, time_zone } = recurrence;
  const start = hasTimes(rule) ? `${starts_on}T${starts_at ?? "00:00"}` : starts_on;
  let before = 0;
  for (const key of occurrences(rule, start, time_zone)) {
    if (key >= occurrence) break;
    before += 1;
  }
  return Math.max(1, count - before);
}
