/** Turns what a mention says into a due date: which half of the day "at 5" is, and which day when none was named. */
import type { Locale } from "../locales/locale.ts";
import type { When } from "../meaning.ts";
import { isoOf } from "./civil.ts";
import type { Clock } from "./clock.ts";
import type { Mention } from "./mentions.ts";

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
    // Midnight tonight is where tomorrow begins.
    const rollsOver = mention.part === "night" && minutes === 0;
    return { due_on: isoOf(mention.days.due + (rollsOver ? 1 : 0)), due_time: clockTime(minutes) };
  }
  const time = minutes ?? 0;
  return { due_on: isoOf(clock.today + (time > clock.minutes ? 0 : 1)), due_time: clockTime(time) };
}

/** The time alone, for requests that keep a task's day. */
export function timeOf(mention: Mention, words: Locale["dates"], clock: Clock): string | undefined {
  const minutes = minutesOf(mention, words, clock);
  return minutes === undefined ? undefined : clockTime(minutes);
}

function minutesOf(mention: Mention, words: Locale["dates"], clock: Clock): number | undefined {
  const { time, part, days } = mention;
  if (!time) return part && toMinutes(words.default_times[part]);
  if (time.sure) return time.minutes;
  if (part === "morning") return time.minutes % noon;
  if (part === "night" && time.minutes >= noon) return 0;
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
