/**
 * The small types that several resources are made of. Text refuses control
 * characters other than tab and line breaks: they have no place in a title
 * and break terminals, logs and feeds.
 */
import { z } from "zod";
import { limits } from "./limits.ts";

const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_BUT_TAB_AND_BREAKS = /[^\P{Cc}\t\n\r]/u;
const LONE_SURROGATE = /\p{Cs}/u;

/** One line of text, trimmed, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !CONTROL.test(text.replaceAll("\t", "")) && !LONE_SURROGATE.test(text), {
      error: "Control characters and line breaks are not allowed here.",
    });

/** Text that may have several lines. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !CONTROL_BUT_TAB_AND_BREAKS.test(value) && !LONE_SURROGATE.test(value), {
      error: "Control characters other than tab and line breaks are not allowed here.",
    });

export const Id = z.uuid("Expected an id, which is a UUID.").describe("UUID");

/** What people say ("task 3") or what programs keep. In a path a number arrives as its digits. */
export const TaskRef = z
  .union([
    z.int().min(1).max(2_147_483_647),
    z
      .string()
      .regex(
        /^([1-9]\d{0,8}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/,
        "Expected the number of a task, or its id.",
      ),
  ])
  .describe("The task's number (as in “task 3”) or its id");

/** A list or a label, by its name or its id. */
export const NameOrId = line(limits.listName).describe("Name or id");

export const LocalDate = z.iso
  .date("Expected a date as YYYY-MM-DD, and one that there is.")
  .refine((date) => !date.startsWith("0000"), { error: "There is no year 0." })
  .describe("YYYY-MM-DD");

export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Expected a time as HH:MM, from 00:00 to 23:59.")
  .describe("HH:MM, 24 hours");

export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: "Expected an IANA time zone such as Europe/Berlin." })
  .describe("IANA time zone such as Europe/Berlin");

/** UTC, always written 2026-01-05T09:00:00.000Z. */
export const Instant = z.iso.datetime({
  precision: 3,
  error: "Expected an instant such as 2026-01-05T09:00:00.000Z.",
});

/** Optimistic concurrency: what the caller saw must still be so. Over REST also as `If-Match: "3"`. */
export const Version = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .describe("Refuse unless the thing still has this version");

export const Undo = z.uuid().describe("Give this to `undo` to take the change back");

function isTimeZone(zone: string) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
