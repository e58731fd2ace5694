"use client";
import { shortTime } from "../../lib/short-time.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";

/** Instants as the person reads them, on their own clock. */
export function useDates() {
  const { locale, zone: timeZone } = useViewpoint();
  const written = (options: Intl.DateTimeFormatOptions) => (instant: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone })
      .format(new Date(instant))
      .replace(/\u202f/g, " ");
  return {
    day: written({ dateStyle: "medium" }),
    moment: written({ dateStyle: "medium", ...shortTime(locale) }),
  };
}
