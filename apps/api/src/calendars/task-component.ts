/** A task as a calendar's VEVENT or VTODO (RFC 5545, 3.6.1 and 3.6.2). */
import type { Feed, Priority } from "@todo/contract";
import type { PersonsTime } from "../notices/instants.ts";
import { formatRule } from "../recurrence/rule.ts";
import { alarmLines } from "./alarms.ts";
import { component, escaped, property } from "./content-lines.ts";
import type { FeedTask } from "./queries.ts";
import {
  isSameMoment,
  type Moment,
  momentLine,
  momentOf,
  type Series,
  seriesOf,
  untilValue,
} from "./task-times.ts";
import { instantValue } from "./time-zones.ts";

export interface Setting {
  kind: Feed["kind"];
  now: Date;
  publicUrl: string;
  person: PersonsTime;
  labels: Map<string, string>;
}

/** RFC 5545 counts from 1, the most urgent, to 9. */
const priorities: Record<Priority, number> = { none: 0, low: 9, medium: 5, high: 3, urgent: 1 };

/** The zones whose definitions the components need, and their lines. */
export interface Written {
  zones: string[];
  lines: string[];
}

/**
 * A series is one component with its rule. Where its next occurrence was moved or
 * edited alone, a second one says what that occurrence is like (RECURRENCE-ID).
 */
export function taskComponents(task: FeedTask, setting: Setting): Written {
  const series = seriesOf(task);
  const due = momentOf(task);
  if (!series) return written(one(task, due, setting), due);
  const { occurrence } = series;
  const ruled = one({ ...task, ...task.later }, occurrence, setting, series);
  if (due && isSameMoment(due, occurrence) && !task.later) return written(ruled, occurrence);
  const moved = one(task, due ?? occurrence, setting, undefined, occurrence);
  return written([...ruled, ...moved], occurrence, due);
}

const written = (lines: string[], ...moments: (Moment | undefined)[]): Written => ({
  zones: moments.flatMap((moment) => moment?.zone ?? []).filter((zone) => hasZone(lines, zone)),
  lines,
});

const hasZone = (lines: string[], zone: string) => lines.some((line) => line.includes(`;TZID=${zone}:`));

function one(
  task: FeedTask,
  due: Moment | undefined,
  setting: Setting,
  series?: Series,
  replaces?: Moment,
): string[] {
  const { kind, now, publicUrl, person, labels } = setting;
  const names = task.label_ids.flatMap((id) => labels.get(id) ?? []);
  const isEvent = kind === "events";
  const { completed_at, reminders, parent_id, priority } = task;
  const repeats = series !== undefined;
  const title = isEvent && completed_at ? `✓ ${task.title}` : task.title;
  const lines = [
    property("UID", task.id),
    // Without a METHOD this is when it was changed last.
    property("DTSTAMP", instantValue(task.updated_at)),
    property("CREATED", instantValue(task.created_at)),
    property("LAST-MODIFIED", instantValue(task.updated_at)),
    property("SEQUENCE", task.version - 1),
    property("SUMMARY", escaped(title)),
    property("URL", `${publicUrl}/all?task=${task.number}`),
    ...timeLines(due, setting, series),
  ];
  if (replaces) lines.push(momentLine("RECURRENCE-ID", replaces, now, true));
  if (task.description) lines.push(property("DESCRIPTION", escaped(task.description)));
  if (names.length > 0) lines.push(property("CATEGORIES", names.map(escaped).join(",")));
  if (priority !== "none") lines.push(property("PRIORITY", priorities[priority]));
  if (parent_id) lines.push(property("RELATED-TO", parent_id));
  lines.push(...statusLines(task, isEvent));
  if (!completed_at)
    lines.push(...alarmLines({ title, due, reminders, repeats, related: isEvent ? "START" : "END" }, person));
  return component(isEvent ? "VEVENT" : "VTODO", lines);
}

function timeLines(due: Moment | undefined, { kind, now }: Setting, series?: Series): string[] {
  if (!due) return [];
  const repeats = series !== undefined;
  const start = momentLine("DTSTART", due, now, repeats);
  if (kind === "events") return [start, ...ruleLines(due, now, series)];
  // A rule needs a start. Programs with to-dos take one that is also the due time, and write it so themselves.
  const lines = repeats ? [start, ...ruleLines(due, now, series)] : [];
  return [...lines, momentLine("DUE", due, now, repeats)];
}

function ruleLines(start: Moment, now: Date, series?: Series): string[] {
  if (!series) return [];
  const { rule, except } = series;
  const { until, ...rest } = rule;
  const ends = until === undefined ? rest : { ...rest, until: untilValue(until, start) };
  return [
    property("RRULE", formatRule(ends)),
    ...except.map((moment) => momentLine("EXDATE", moment, now, true)),
  ];
}

/** An event takes no time from whoever has it in a calendar. */
function statusLines({ completed_at }: FeedTask, isEvent: boolean): string[] {
  if (isEvent) return [property("TRANSP", "TRANSPARENT")];
  if (!completed_at) return [property("STATUS", "NEEDS-ACTION")];
  return [
    property("STATUS", "COMPLETED"),
    property("COMPLETED", instantValue(completed_at)),
    property("PERCENT-COMPLETE", 100),
  ];
}
