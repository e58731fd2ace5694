/** From what was said of reminders to what they are of a task that is due then. */
import { dayOf } from "../dates/civil.ts";
import type { Clock } from "../dates/clock.ts";
import { timeOf, whenOf } from "../dates/when.ts";
import type { Locale } from "../locales/locale.ts";
import type { Reminder, When } from "../meaning.ts";
import type { Spec } from "./mentions.ts";

export function remindersOf(
  specs: Spec[],
  due: When | undefined,
  words: Locale["dates"],
  clock: Clock,
): Reminder[] {
  return specs.map((spec) => ("moment" in spec ? momentOf(spec.moment, due, words, clock) : spec));
}

/** What is said of a day before the task's own goes along with it: "the exam is on Friday, remind me on Thursday at 9". */
function momentOf(
  moment: Extract<Spec, { moment: unknown }>["moment"],
  due: When | undefined,
  words: Locale["dates"],
  clock: Clock,
): Reminder {
  const time = timeOf(moment, words, clock) ?? words.default_times.morning;
  const said = whenOf(moment, words, clock);
  if (moment.at === undefined && due) {
    const day = moment.days ? said.due_on : due.due_on;
    const days_before = dayOf(due.due_on) - dayOf(day);
    if (days_before >= 0 && days_before <= 60) return { days_before, time };
  }
  return { at: instantAt(said, time, clock) };
}

/** With `time` where the words give a day alone. */
function instantAt({ due_on, due_time }: When, time: string, clock: Clock): string {
  const [hours, minutes] = (due_time ?? time).split(":").map(Number);
  return clock.instantOf(dayOf(due_on), hours! * 60 + minutes!).toISOString();
}
