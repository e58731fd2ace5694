/** When a task that comes back is due first: the words' own date and time, moved to the first day that the rule allows. */
import { type Day, isoOf } from "../dates/civil.ts";
import type { Clock } from "../dates/clock.ts";
import type { Mention } from "../dates/mention.ts";
import { clockTime, whenOf } from "../dates/when.ts";
import type { Locale } from "../locales/locale.ts";
import type { When } from "../meaning.ts";
import type { RecurrenceMention } from "./mentions.ts";
import { firstOccurrence } from "./occurrences.ts";

const minutesIn: Record<string, number> = { SECONDLY: 1 / 60, MINUTELY: 1, HOURLY: 60 };

/** Nothing when the rule never falls on any day. */
export function firstDue(
  { rule, start, part, time: own }: RecurrenceMention,
  date: Mention | undefined,
  words: Locale["dates"],
  clock: Clock,
): When | undefined {
  if (date?.at) return date.at;
  const step = minutesIn[rule.freq];
  if (step !== undefined && !date && !own && start === undefined && !rule.byhour) {
    const { day, minutes } = clock.after(Math.ceil(step * rule.interval));
    return { due_on: isoOf(day), due_time: clockTime(minutes) };
  }
  // "at 7" said at noon is no evening hour when it comes back in the morning.
  const atMidnight = { ...clock, minutes: 0 };
  const from = start ?? date?.days?.due ?? clock.today;
  const on = (day: Day | undefined): When | undefined => {
    if (day === undefined) return undefined;
    const { time, part: said = part } = date?.time || date?.part ? date : (own ?? {});
    return whenOf(
      {
        from: 0,
        to: 0,
        days: { first: day, last: day, due: day },
        ...(time && { time }),
        ...(said && { part: said }),
      },
      words,
      atMidnight,
    );
  };
  const first = firstOccurrence(rule, from);
  const when = withHour(on(first), rule.byhour, rule.byminute);
  const isPast =
    when?.due_time !== undefined && first === clock.today && when.due_time <= clockTime(clock.minutes);
  return isPast && !rule.byhour ? (on(firstOccurrence(rule, from + 1)) ?? when) : when;
}

/** Of several times a day the first. */
function withHour(
  when: When | undefined,
  hours: number[] | undefined,
  minutes: number[] = [],
): When | undefined {
  if (!when || when.due_time !== undefined || !hours) return when;
  return { ...when, due_time: clockTime((hours[0] ?? 0) * 60 + (minutes[0] ?? 0)) };
}
