/** A feed's content, for whoever has its address: read page by page and written as it is read, so that its size doesn't matter. */
import { setImmediate } from "node:timers/promises";
import type { Reader } from "../db/database.ts";
import { documentOf, escaped, property } from "./content-lines.ts";
import { type FeedTask, findLabelNames, findTasksOfFeed, type OpenedFeed } from "./queries.ts";
import { type Setting, taskComponents } from "./task-component.ts";
import { timeZoneLines } from "./time-zones.ts";

const COMPLETED_DAYS = 30;
const DAY_MS = 86_400_000;
const PAGE = 500;
/** After as many tasks what is written of them is sent, and others get their turn. */
const AT_ONCE = 50;

/** Content changes with the day as well, for what was completed grows old. */
export const dayOf = (now: Date): Date => new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);

/** The whole document (text/calendar), piece by piece. It is begun only when its first tasks have been read. */
export async function readFeed(
  db: Reader,
  feed: OpenedFeed,
  { now, publicUrl }: Pick<Setting, "now" | "publicUrl">,
): Promise<AsyncGenerator<string>> {
  const completedSince = new Date(dayOf(now).getTime() - COMPLETED_DAYS * DAY_MS);
  const pageAfter = (number: number) =>
    findTasksOfFeed(db, feed, { completedSince, after: number, limit: PAGE });
  const [begin, labels] = await Promise.all([pageAfter(0), findLabelNames(db, feed.space_id)]);
  const { kind, person } = feed;
  return written(feed, begin, pageAfter, { kind, now, publicUrl, person, labels });
}

async function* written(
  { name, person }: OpenedFeed,
  begin: FeedTask[],
  pageAfter: (number: number) => Promise<FeedTask[]>,
  setting: Setting,
): AsyncGenerator<string> {
  yield documentOf([
    "BEGIN:VCALENDAR",
    property("VERSION", "2.0"),
    property("PRODID", "-//Todo//Todo//EN"),
    property("CALSCALE", "GREGORIAN"),
    property("NAME", escaped(name)),
    property("X-WR-CALNAME", escaped(name)),
    property("X-WR-TIMEZONE", person.time_zone),
    property("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
    property("X-PUBLISHED-TTL", "PT1H"),
  ]);
  const defined = new Set<string>();
  for (let page = begin; page.length > 0; ) {
    for (let at = 0; at < page.length; at += AT_ONCE) {
      yield documentOf(page.slice(at, at + AT_ONCE).flatMap((task) => withZones(task, setting, defined)));
      await setImmediate();
    }
    const last = page.at(-1);
    page = last && page.length === PAGE ? await pageAfter(last.number) : [];
  }
  yield documentOf(["END:VCALENDAR"]);
}

/** A zone is defined right before the first task that names it. */
function withZones(task: FeedTask, setting: Setting, defined: Set<string>): string[] {
  const { zones, lines } = taskComponents(task, setting);
  const missing = [...new Set(zones)].filter((zone) => !defined.has(zone));
  for (const zone of missing) defined.add(zone);
  return [...missing.flatMap((zone) => timeZoneLines(zone, setting.now)), ...lines];
}
