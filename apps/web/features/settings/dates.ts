import { shortTime } from "../../lib/short-time.ts";
import type { Viewpoint } from "../tasks/due.ts";

/** Instants as the person reads them, on their own clock. */
export function datesFor({ locale, zone: timeZone }: Pick<Viewpoint, "locale" | "zone">) {
  const written = (options: Intl.DateTimeFormatOptions) => (instant: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone })
      .format(new Date(instant))
      .replace(/\u202f/g, " ");
  return {
    day: written({ dateStyle: "medium" }),
    moment: written({ dateStyle: "medium", ...shortTime(locale) }),
  };
}
