/** When a task is due, in words: "today", "tomorrow 17:00", "Fri", "12 Mar". */
import type { Task } from "@todo/contract";

export interface Calendar {
  now: Date;
  /** IANA zone in which "today" is meant. */
  timeZone: string;
}

type Due = Pick<Task, "due_on" | "due_time" | "time_zone">;

const msPerDay = 86_400_000;

/** YYYY-MM-DD */
function todayIn({ now, timeZone }: Calendar): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, calendar: "gregory", numberingSystem: "latn" }).format(
    now,
  );
}

/** Empty when it has no date. Names the zone of a time that isn't meant in the person's own. */
export function dueInWords({ due_on, due_time, time_zone }: Due, calendar: Calendar): string {
  if (!due_on) return "";
  const elsewhere = due_time && time_zone && time_zone !== calendar.timeZone ? time_zone : undefined;
  return [dayInWords(due_on, todayIn(calendar)), due_time, elsewhere].filter(Boolean).join(" ");
}

/** An instant as the person's calendar and clock show it: "tomorrow 17:00". */
export function instantInWords(instant: string, { now, timeZone }: Calendar): string {
  const there = { now: new Date(instant), timeZone };
  return `${dayInWords(todayIn(there), todayIn({ now, timeZone }))} ${timeIn(there)}`;
}

/** Pending, and its date (or its time today) has passed. */
export function isOverdue(task: Due & Pick<Task, "status">, calendar: Calendar): boolean {
  if (!task.due_on || task.status === "completed") return false;
  const here = { now: calendar.now, timeZone: task.time_zone ?? calendar.timeZone };
  const today = todayIn(here);
  if (task.due_on !== today) return task.due_on < today;
  return task.due_time !== null && task.due_time < timeIn(here);
}

function dayInWords(day: string, today: string): string {
  const away = Math.round((Date.parse(day) - Date.parse(today)) / msPerDay);
  if (away === 0) return "today";
  if (away === 1) return "tomorrow";
  if (away === -1) return "yesterday";
  const date = new Date(`${day}T00:00:00Z`);
  if (away > 1 && away < 7) return formatted(date, { weekday: "short" });
  const [month, number] = [formatted(date, { month: "short" }), date.getUTCDate()];
  return day.slice(0, 4) === today.slice(0, 4)
    ? `${number} ${month}`
    : `${number} ${month} ${day.slice(0, 4)}`;
}

const formatted = (date: Date, shape: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en", { ...shape, timeZone: "UTC" }).format(date);

const timeIn = ({ now, timeZone }: Calendar) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    now,
  );
