/** A to-do or event of a calendar file as the input that would add such a task. Text is text: nothing in it is followed. */
import { type InputOf, limits, type NewReminder, type Priority } from "@todo/contract";
import ICAL from "ical.js";
import { readRule } from "../recurrence/rule.ts";
import type { FileComponent } from "./file-components.ts";
import {
  durationOf,
  type FileTime,
  type FileZones,
  instantOfTime,
  later,
  reminderFrom,
  timeOf,
  timesOf,
  writtenIn,
} from "./file-times.ts";

const MOST_EXDATES = 1_000;
const MOST_ALARMS = 100;

export interface FileTask {
  input: InputOf<"add_task">;
  isEvent: boolean;
  /** Names it in the world; nothing where the file gives none. */
  uid: string | undefined;
  parentUid: string | undefined;
  /** Of a changed occurrence of a series: which one. */
  occurrence: string | undefined;
  completed_at: string | undefined;
  /** Occurrences that the file leaves out. */
  except: FileTime[];
  /** What of it couldn't be kept, in sentences. */
  lost: string[];
}

/** Throws an Error with a sentence for what can't be read at all. */
export function readTask({ name, lines }: FileComponent, zones: FileZones, now: Date): FileTask {
  const isRule = (line: string) => /^(RRULE|EXRULE|RDATE)[;:]/i.test(line);
  // Rules are read by our own reader, which says what is wrong with one.
  const component = new ICAL.Component(ICAL.parse(lines.filter((line) => !isRule(line)).join("\r\n")));
  const rules = lines.filter(isRule);
  const lost: string[] = [];
  const isEvent = name === "VEVENT";
  const due = dueOf(component, isEvent || rules.length > 0, zones);
  if (due?.unknownZone)
    lost.push(`The zone “${due.unknownZone}” isn't known, so the time was taken in yours.`);
  const completed_at = isEvent ? undefined : completion(component, zones, now);
  const { title, description } = wordsOf(component, lost);
  const reminders = remindersOf(component, due, zones, lost);
  const recurrence = ruleOf(rules, Boolean(due), completed_at, lost);
  return {
    input: {
      title,
      ...(description && { description }),
      ...(due && { due_on: due.date }),
      ...(due?.time !== undefined && { due_time: due.time, time_zone: due.zone }),
      ...(recurrence && { recurrence }),
      priority: priorityOf(component),
      labels: labelsOf(component, lost),
      reminders,
    },
    isEvent,
    uid: textOf(component, "uid") || undefined,
    parentUid: parentOf(component),
    occurrence: timeOf(component, "recurrence-id", zones)?.date,
    completed_at,
    except: recurrence ? exceptOf(component, zones, lost) : [],
    lost,
  };
}

/** An event, or what comes back, by its start; a to-do by when it is to be done. */
function dueOf(component: ICAL.Component, byStart: boolean, zones: FileZones): FileTime | undefined {
  const start = timeOf(component, "dtstart", zones);
  if (byStart && start) return start;
  const due = timeOf(component, "due", zones);
  if (due || !start) return due;
  const length = component.getFirstPropertyValue("duration");
  return length instanceof ICAL.Duration ? later(start, durationOf(length)) : start;
}

function completion(component: ICAL.Component, zones: FileZones, now: Date): string | undefined {
  const done = timeOf(component, "completed", zones);
  const isDone =
    done ||
    textOf(component, "status").toUpperCase() === "COMPLETED" ||
    textOf(component, "percent-complete") === "100";
  return isDone ? (done ? instantOfTime(done) : now.toISOString()) : undefined;
}

/** A title is one line; what doesn't fit in it stands in the description, with what a task has no field for. */
function wordsOf(component: ICAL.Component, lost: string[]) {
  const summary = cleaned(textOf(component, "summary")).replace(/\s+/g, " ").trim();
  const [firstLine = ""] = cleaned(textOf(component, "description")).trim().split("\n");
  const words = summary || firstLine.trim();
  if (words === "") throw new Error("It has no words: neither SUMMARY nor DESCRIPTION.");
  const title = cut(words, limits.title);
  const more = [
    title === words ? "" : words,
    cleaned(textOf(component, "description")).trim(),
    cleaned(textOf(component, "location")).trim(),
    cleaned(textOf(component, "url")).trim(),
  ];
  const whole = more.filter((one) => one !== "" && one !== title).join("\n\n");
  const description = cut(whole, limits.description);
  if (description !== whole) lost.push(`Its text was cut after ${limits.description} characters.`);
  return { title, description };
}

function ruleOf(lines: string[], hasDue: boolean, completed_at: string | undefined, lost: string[]) {
  const [rule, ...others] = lines.filter((line) => /^RRULE/i.test(line));
  const more = [...others, ...lines.filter((line) => !/^RRULE/i.test(line))];
  for (const line of more) lost.push(`“${cut(line, 100)}” was left out: a task comes back by one RRULE.`);
  if (rule === undefined || completed_at !== undefined) return undefined;
  const rrule = rule.slice(rule.indexOf(":") + 1).trim();
  try {
    if (!hasDue) throw new Error("It has no day to begin on.");
    readRule(rrule, "rrule");
    return { rrule };
  } catch (error) {
    lost.push(`It doesn't come back, since “${cut(rrule, 100)}” can't be kept: ${sentenceOf(error)}`);
    return undefined;
  }
}

function exceptOf(component: ICAL.Component, zones: FileZones, lost: string[]): FileTime[] {
  const properties = component.getAllProperties("exdate");
  const count = properties.reduce((sum, property) => sum + writtenIn(property).length, 0);
  if (count <= MOST_EXDATES) return properties.flatMap((property) => timesOf(property, zones));
  lost.push(`It leaves out ${count} days, which are too many: none is left out.`);
  return [];
}

function remindersOf(
  component: ICAL.Component,
  due: FileTime | undefined,
  zones: FileZones,
  lost: string[],
): NewReminder[] {
  const alarms = component
    .getAllSubcomponents("valarm")
    // What Apple's calendar writes for “no alarm”.
    .filter((alarm) => textOf(alarm, "action").toUpperCase() !== "NONE");
  const reminders = alarms.slice(0, MOST_ALARMS).map((alarm) => {
    try {
      return alarmOf(alarm, component, due, zones);
    } catch {
      // One that can't be read takes nothing else of the to-do with it.
      return undefined;
    }
  });
  const kept = reminders.filter((reminder) => reminder !== undefined).slice(0, limits.remindersOfTask);
  const missing = alarms.length - kept.length;
  if (missing > 0) lost.push(`${missing} of its ${alarms.length} alarms can't be kept as reminders.`);
  return kept;
}

function alarmOf(
  alarm: ICAL.Component,
  component: ICAL.Component,
  due: FileTime | undefined,
  zones: FileZones,
): NewReminder | undefined {
  const trigger = alarm.getFirstProperty("trigger");
  const value = trigger?.getFirstValue();
  if (!trigger) return undefined;
  if (!(value instanceof ICAL.Duration)) {
    const [at] = timesOf(trigger, zones);
    return at && { at: instantOfTime(at) };
  }
  const fromEnd = String(trigger.getFirstParameter("related") ?? "").toUpperCase() === "END";
  const anchor = timeOf(component, fromEnd ? "dtend" : "dtstart", zones) ?? due;
  return due && anchor && reminderFrom(anchor, durationOf(value), due, zones);
}

/** From 1, the most urgent, to 9; 0 says none. */
function priorityOf(component: ICAL.Component): Priority {
  const number = Number(textOf(component, "priority"));
  if (number === 1) return "urgent";
  if (number >= 2 && number <= 4) return "high";
  if (number === 5) return "medium";
  return number >= 6 && number <= 9 ? "low" : "none";
}

function labelsOf(component: ICAL.Component, lost: string[]): string[] {
  const names = component
    .getAllProperties("categories")
    .flatMap((property) => property.getValues().map((value: unknown) => oneLine(String(value))));
  const labels = [...new Set(names.map((name: string) => cut(name, limits.labelName)))].filter(Boolean);
  if (labels.length > limits.labelsOfTask) lost.push(`Only ${limits.labelsOfTask} of its labels were kept.`);
  return labels.slice(0, limits.labelsOfTask);
}

function parentOf(component: ICAL.Component): string | undefined {
  const parent = component
    .getAllProperties("related-to")
    .find((one) => String(one.getFirstParameter("reltype") ?? "PARENT").toUpperCase() === "PARENT");
  return parent && String(parent.getFirstValue());
}

const textOf = (component: ICAL.Component, name: string) =>
  String(component.getFirstPropertyValue(name) ?? "");

/** Without what our texts may not hold. */
const cleaned = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\t\n]/gu, "");

const oneLine = (text: string) => cleaned(text).replace(/\s+/g, " ").trim();

/** A pair of surrogates isn't parted. */
const cut = (text: string, most: number) =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .replace(/[\uD800-\uDBFF]$/, "")
        .trimEnd()}…`;

export const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
