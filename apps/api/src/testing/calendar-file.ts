/** Calendar files, written by hand, and somebody to import them. */
import { createWorld } from "./world.ts";

export const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
export const todo = (...lines: string[]) => calendar("BEGIN:VTODO", ...lines, "END:VTODO");
export const event = (...lines: string[]) => calendar("BEGIN:VEVENT", ...lines, "END:VEVENT");

/** Ada, in Berlin, on Monday the 5th of January 2026 at ten. */
export async function person() {
  const world = await createWorld({ now: "2026-01-05T09:00:00Z" });
  const ada = await world.as("ada");
  await ada.update_profile({ time_zone: "Europe/Berlin" });
  return { world, ada };
}
