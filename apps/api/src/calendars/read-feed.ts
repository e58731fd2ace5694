/** A feed's content, for whoever has its address. */
import { setImmediate } from "node:timers/promises";
import type { Reader } from "../db/database.ts";
import { component, documentOf, escaped, property } from "./content-lines.ts";
import { findLabelNames, findTasksOfFeed, type OpenedFeed } from "./queries.ts";
import { taskComponents } from "./task-component.ts";
import { timeZoneLines } from "./time-zones.ts";

const COMPLETED_DAYS = 30;
const DAY_MS = 86_400_000;
/** After as many tasks others get their turn. */
const AT_ONCE = 50;

/** Content changes with the day as well, for what was completed grows old. */
export const dayOf = (now: Date): Date => new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);

/** The whole document (text/calendar). */
export async function readFeed(
  db: Reader,
  feed: OpenedFeed,
  { now, publicUrl }: { now: Date; publicUrl: string },
): Promise<string> {
  const since = new Date(dayOf(now).getTime() - COMPLETED_DAYS * DAY_MS);
  const [tasks, labels] = await Promise.all([
    findTasksOfFeed(db, feed, since),
    findLabelNames(db, feed.space_id),
  ]);
  const setting = { kind: feed.kind, now, publicUrl, person: feed.person, labels };
  const zones = new Set<string>();
  const components: string[] = [];
  for (const [index, task] of tasks.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const written = taskComponents(task, setting);
    for (const zone of written.zones) zones.add(zone);
    components.push(...written.lines);
  }
  return documentOf(
    component("VCALENDAR", [
      property("VERSION", "2.0"),
      property("PRODID", "-//Todo//Todo//EN"),
      property("CALSCALE", "GREGORIAN"),
      property("NAME", escaped(feed.name)),
      property("X-WR-CALNAME", escaped(feed.name)),
      property("X-WR-TIMEZONE", feed.person.time_zone),
      property("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
      property("X-PUBLISHED-TTL", "PT1H"),
      ...[...zones].flatMap((zone) => timeZoneLines(zone, now)),
      ...components,
    ]),
  );
}
