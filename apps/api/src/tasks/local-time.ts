/** Calendar dates and wall-clock times as they are at an instant in a zone. */
export function localDate(instant: Date, timeZone: string): string {
  return format(instant, timeZone).slice(0, 10);
}

/** sv-SE writes ISO order: 2026-01-05 09:00. */
function format(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(instant);
}
