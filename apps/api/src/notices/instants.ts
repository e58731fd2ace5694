/**
 * From what a person said to the instant at which they are told. A wall-clock
 * time that a zone leaves out is read as the later one, one that it has twice
 * as the first (Temporal's "compatible"; RFC 5545, section 3.3.5).
 */
import type { Reminder } from "@todo/contract";
import { Temporal } from "temporal-polyfill";
import { v5 } from "uuid";
import type { ProfileRow, TaskRow } from "../operations/entities.ts";
import { localDate, zonedTime } from "../tasks/local-time.ts";

export type Due = Pick<TaskRow, "due_on" | "due_time" | "time_zone">;
export type Quiet = Pick<ProfileRow, "time_zone" | "quiet_from" | "quiet_until">;
export type PersonsTime = Quiet & Pick<ProfileRow, "all_day_time">;

/** Where the calendar of the contract ends. */
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

/** When it reminds, before quiet hours are looked at. Nothing where it counts from a date that the task hasn't. */
export function instantOf(reminder: Reminder, task: Due, person: PersonsTime): Date | undefined {
  if ("at" in reminder) return new Date(reminder.at);
  if (!task.due_on) return undefined;
  const zone = task.time_zone ?? person.time_zone;
  const due = Temporal.PlainDate.from(task.due_on);
  const instant =
    "days_before" in reminder
      ? at(due.subtract({ days: reminder.days_before }), reminder.time, zone)
      : at(due, task.due_time ?? person.all_day_time, zone).subtract({ minutes: reminder.minutes_before });
  return instant.epochMilliseconds > LAST ? undefined : new Date(instant.epochMilliseconds);
}

/** The same instant, or the end of the quiet hours that it lies within. */
export function afterQuietHours(instant: Date, { quiet_from, quiet_until, time_zone }: Quiet): Date {
  if (!quiet_from || !quiet_until) return instant;
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(time_zone);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  const acrossMidnight = quiet_from > quiet_until;
  const isQuiet = acrossMidnight
    ? time >= quiet_from || time < quiet_until
    : time >= quiet_from && time < quiet_until;
  if (!isQuiet) return instant;
  const day =
    acrossMidnight && time >= quiet_from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const end = at(day, quiet_until, time_zone).epochMilliseconds;
  // Clocks were put back, so that the end comes twice and the first is over.
  const next = end > instant.getTime() ? end : at(day, quiet_until, time_zone, "later").epochMilliseconds;
  return new Date(Math.min(next, LAST));
}

/**
 * When the day's tasks are sent the next time, one day's once: on a later day than `toldOn`. Nothing where the person
 * doesn't want it.
 */
export function nextDigest(
  person: Quiet & Pick<ProfileRow, "digest_at">,
  after: Date,
  toldOn = "",
): Date | undefined {
  const { digest_at, time_zone } = person;
  if (!digest_at) return undefined;
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime())
    .toZonedDateTimeISO(time_zone)
    .toPlainDate();
  // Yesterday's may have been put off to this morning.
  for (let days = -1; ; days++) {
    const instant = new Date(at(today.add({ days }), digest_at, time_zone).epochMilliseconds);
    const sent = afterQuietHours(instant, person);
    if (sent > after && localDate(sent, time_zone) > toldOn) return sent;
  }
}

const at = (
  day: Temporal.PlainDate,
  time: string,
  zone: string,
  disambiguation: "compatible" | "later" = "compatible",
): Temporal.Instant => zonedTime(day.toString(), time, zone, disambiguation).toInstant();

const NAMESPACE = "5b0f7c46-6a3e-4d0e-9b0a-2f1c8e7d4a91";

/** The same for the same slot of a space and the same instant, whoever works it out. */
export const noticeId = (spaceId: string, slot: string, instant: Date) =>
  v5(`${spaceId}/${slot}/${instant.toISOString()}`, NAMESPACE);
