/** Parts of the day, and the day that a time without one is meant on. */
import { dateIn, type Moment, timeIn } from "../../words/dates.ts";

export function timeInDay(time: string): "morning" | "afternoon" | "evening" | "night" {
  if (time < "04:00" || time >= "22:00") return "night";
  if (time < "12:00") return "morning";
  return time < "18:00" ? "afternoon" : "evening";
}

/** Today, unless that time is over. */
export function dayOf(time: string, { now, time_zone }: Moment): string {
  const today = dateIn(time_zone, now);
  if (time > timeIn(time_zone, now)) return today;
  return new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
}
