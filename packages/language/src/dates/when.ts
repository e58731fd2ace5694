/** Turns what a mention says into a due date: which half of the day "at 5" is, and which day when none was named. */
import type { Locale } from "../locales/locale.ts";
import type { When } from "../meaning.ts";
import { isoOf } from "./civil.ts";
import type { Clock } from "./clock.ts";
import type { Mention } from "./mention.ts";

const noon = 720;
const fullDay = 1440;

/** HH:MM */
export const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export function whenOf(mention: Mention, words: Locale["dates"], clock: Clock): When {
  if (mention.at) return mention.at;
  const minutes = minutesOf(mention, words, clock);
  if (mention.days) {
    if (minutes === undefined) return { due_on: isoOf(mention.days.due) };
    // Midnight tonight is where tomorrow begins, and so is three in the night.
    const late = mention.part === "night" || mention.part === "evening";
    const rollsOver = minutes >= fullDay || (late && mention.time !== undefined && minutes < 5 * 60);
    return {
      due_on: isoOf(mention.days.due + (rollsOver ? 1 : 0)),
      due_time: clockTime(minutes % fullDay),
    };
  }
  const time = minutes ?? 0;
  const today = time > clock.minutes && time < fullDay;
  return { due_on: isoOf(clock.today + (today ? 0 : 1)), due_time: clockTime(time % fullDay) };
}

/** The time alone, for requests that keep a task's day. */
export function timeOf(mention: Mention, words: Locale["dates"], clock: Clock): string | undefined {
  const minutes = minutesOf(mention, words, clock);
  return minutes === undefined ? undefined : clockTime(minutes % fullDay);
}

function minutesOf(mention: Mention, words: Locale["dates"], clock: Clock): number | undefined {
  const { time, part, days } = mention;
  if (!time) return part && toMinutes(words.default_times[part]);
  if (time.sure || (time.written && clock.all_hours)) return time.minutes;
  if (part === "morning") return time.minutes % noon;
  if (part === "night" && time.minutes % noon < 5 * 60) return time.minutes % noon;
  if (part === "evening" && time.minutes === noon) return 0;
  if (part) return (time.minutes % noon) + noon;

  // Nobody means five in the night.
  const guess = time.minutes < 8 * 60 ? time.minutes + noon : time.minutes;
  const isPast = days?.due === clock.today && guess <= clock.minutes && guess + noon < fullDay;
  return isPast && guess + noon > clock.minutes ? guess + noon : guess;
}

function toMinutes(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return hours! * 60 + minutes!;
}
