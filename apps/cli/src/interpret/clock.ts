/** The instant and the zone in which a sentence is said. */

export interface Moment {
  now: Date;
  time_zone: string;
}

/**
 * `reference_time` is a wall-clock time, or an instant when it ends with a zone
 * of its own; without one it is now. In the zone "floating" no clock ever
 * changes. Throws an Error that says which part can't be read.
 */
export function momentOf(reference_time?: string | null, timezone?: string | null): Moment {
  const time_zone = zoneNamed(timezone ?? "floating");
  if (!reference_time) return { now: new Date(), time_zone };
  const isInstant = /(?:Z|[+-]\d\d:?\d\d)$/iu.test(reference_time);
  const written = Date.parse(isInstant ? reference_time : `${reference_time.slice(0, 19)}Z`);
  if (Number.isNaN(written)) throw new Error(`reference_time “${reference_time}” is no date and time.`);
  return { now: isInstant ? new Date(written) : instantAt(written, time_zone), time_zone };
}

function zoneNamed(name: string): string {
  if (name === "floating") return "UTC";
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw new Error(`timezone “${name}” is neither floating nor an offset nor a zone such as Europe/Berlin.`);
  }
}

/** When the clocks of a zone show a time, given as if it were UTC. */
function instantAt(wallClock: number, timeZone: string): Date {
  const shown = (instant: number) =>
    Date.parse(
      `${new Date(instant).toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).replace(" ", "T")}Z`,
    );
  const guess = wallClock - (shown(wallClock) - wallClock);
  return new Date(wallClock - (shown(guess) - guess));
}
