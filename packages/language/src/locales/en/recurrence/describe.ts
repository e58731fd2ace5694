/** A rule in English, in words that are read as the same rule again: "every 2 weeks on Monday and Friday". */
import type { Rule, RuleDay } from "../../../recurrence/rule.ts";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = "January February March April May June July August September October November December".split(
  " ",
);
const units: Record<Rule["freq"], string> = {
  SECONDLY: "second",
  MINUTELY: "minute",
  HOURLY: "hour",
  DAILY: "day",
  WEEKLY: "week",
  MONTHLY: "month",
  YEARLY: "year",
};

export function describe(rule: Rule, after_completion: boolean): string {
  const often = frequency(rule);
  if (after_completion) return `${often} after completion${ending(rule)}`;
  return [often, places(rule), timesOfDay(rule)].filter(Boolean).join(" ") + ending(rule);
}

function frequency({ freq, interval }: Rule): string {
  if (interval === 1) return `every ${units[freq]}`;
  return `every ${interval} ${units[freq]}s`;
}

function places(rule: Rule): string {
  const { freq, bymonth, byweekno, byyearday, bymonthday, byday, bysetpos } = rule;
  const inMonths = bymonth && listed(bymonth.map((month) => months[month - 1] ?? ""));
  const parts: string[] = [];
  if (byyearday) parts.push(`on the ${listed(byyearday.map(ordinal))} day of the year`);
  if (byday) parts.push(`on ${onDays(byday, bysetpos)}`);
  if (bymonthday) {
    // A date of its own belongs before its month: "on 24 December".
    if (
      freq === "YEARLY" &&
      inMonths &&
      !byday &&
      bymonth.length === 1 &&
      bymonthday.every((date) => date > 0)
    )
      return `on ${listed(bymonthday.map(String))} ${inMonths}`;
    parts.push(
      `on the ${listed(bymonthday.map(ordinal))}${bymonthday.some((date) => date < 0) ? " day" : ""}`,
    );
  }
  if (inMonths) parts.push(`in ${inMonths}`);
  if (byweekno) parts.push(`in week ${listed(byweekno.map(String))}`);
  return parts.join(" ");
}

function onDays(byday: RuleDay[], bysetpos: number[] | undefined): string {
  const weekdays = byday.map(({ weekday }) => weekday).join();
  if (bysetpos)
    return weekdays === "1,2,3,4,5"
      ? `the ${listed(bysetpos.map(ordinal))} weekday`
      : `the ${listed(bysetpos.map(ordinal))} instance of ${listed(byday.map(dayName))}`;
  if (byday.every(({ place }) => place === undefined)) {
    if (weekdays === "1,2,3,4,5") return "weekdays";
    return weekdays === "6,7" ? "weekends" : listed(byday.map(dayName));
  }
  return `the ${listed(byday.map((day) => `${ordinal(day.place ?? 1)} ${dayName(day)}`))}`;
}

const dayName = ({ weekday }: RuleDay) => days[weekday - 1] ?? "";

function timesOfDay({ byhour, byminute }: Rule): string {
  if (!byhour) return "";
  const minute = String(byminute?.[0] ?? 0).padStart(2, "0");
  return `at ${listed(byhour.map((hour) => `${String(hour).padStart(2, "0")}:${minute}`))}`;
}

function ending({ count, until }: Rule): string {
  if (count !== undefined) return count === 1 ? ", 1 time" : `, ${count} times`;
  if (until === undefined) return "";
  const [year, month, date] = until.split("-").map(Number);
  return ` until ${date} ${months[month! - 1]} ${year}`;
}

function ordinal(place: number): string {
  if (place === -1) return "last";
  if (place < 0) return `${ordinal(-place)} to last`;
  const tail = place % 100 > 10 && place % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${tail}`;
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
