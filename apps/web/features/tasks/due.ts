/** When a task is due, in words, on the person's own clock. */
import type { Task } from "@todo/contract/tasks";
import { dateFormat } from "../../lib/date-format.ts";
import { shortTime } from "../../lib/short-time.ts";
import type { Say } from "../../messages/messages.ts";
import { daysBetween, instantOf, wallClock } from "./calendar.ts";

export interface Viewpoint {
  now: Date;
  /** The person's zone. */
  zone: string;
  locale: string;
  t: Say;
}

export type Due = Pick<Task, "due_on" | "due_time" | "time_zone">;

/** “today 17:00”, “Fri”, “12 Dec”. Nothing without a date. */
export function dueInWords(due: Due, viewpoint: Viewpoint): string | undefined {
  const local = localDue(due, viewpoint.zone);
  if (!local) return undefined;
  const day = dayInWords(local.day, viewpoint);
  return local.time
    ? viewpoint.t("due.at", { day, time: timeInWords(local.day, local.time, viewpoint.locale) })
    : day;
}

/** The exact date, for those who point at the words. */
export function dueExactly(due: Due, { zone, locale, t }: Viewpoint): string | undefined {
  const local = localDue(due, zone);
  if (!local) return undefined;
  const day = format(local.day, locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  return local.time ? t("due.exactlyAt", { day, time: timeInWords(local.day, local.time, locale) }) : day;
}

export function isOverdue(task: Due & Pick<Task, "status">, { now, zone }: Viewpoint): boolean {
  if (task.status === "completed" || !task.due_on) return false;
  if (task.due_time) return instantOf(task.due_on, task.due_time, task.time_zone ?? zone) < now;
  return task.due_on < wallClock(now, zone).day;
}

/** Day and time on the person's clock: a time set in another zone is moved to theirs. */
export function localDue({ due_on, due_time, time_zone }: Due, zone: string) {
  if (!due_on) return undefined;
  if (!due_time || !time_zone || time_zone === zone) return { day: due_on, time: due_time };
  return wallClock(instantOf(due_on, due_time, time_zone), zone);
}

export function dayInWords(day: string, { now, zone, locale, t }: Viewpoint): string {
  const today = wallClock(now, zone).day;
  const distance = daysBetween(today, day);
  if (distance === 0) return t("due.today");
  if (distance === 1) return t("due.tomorrow");
  if (distance === -1) return t("due.yesterday");
  if (distance > 1 && distance < 7) return format(day, locale, { weekday: "short" });
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return format(day, locale, { day: "numeric", month: "short", ...(!sameYear && { year: "numeric" }) });
}

/** “Tue 24 Nov”, however near it is. */
export const dayNamed = (day: string, locale: string) =>
  format(day, locale, { weekday: "short", day: "numeric", month: "short" }).replace(/^(\p{L}+),/u, "$1");

/** “17:00”, or “5 PM” where people write it so. */
export function timeInWords(day: string, time: string, locale: string): string {
  const words = dateFormat(locale, { ...shortTime(locale), timeZone: "UTC" }).format(
    new Date(`${day}T${time}:00Z`),
  );
  return words.replace(/\u202f/g, " ").replace(/:00(?= [AP]M)/i, "");
}

const format = (day: string, locale: string, options: Intl.DateTimeFormatOptions) =>
  dateFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
