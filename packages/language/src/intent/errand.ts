/**
 * "call mom today", "pay rent tomorrow": a verb of what people do themselves,
 * with a day or a time. Nobody asks a player or a travel agent for that, so it
 * is a task, although no word says that it is to be noted.
 */
import type { Intention } from "../meaning.ts";
import { type Reading, whole } from "../text/reading.ts";
import { withoutPoliteness } from "./request.ts";

/** In words. Whoever says more tells somebody something: "text Tom and tell him that …". */
const longestErrand = 6;

export function isErrand(reading: Reading, heard: Intention[]): boolean {
  const { cues, grammar } = reading.locale;
  const [only, ...more] = heard;
  if (!cues || more.length > 0 || only?.operation !== "add") return false;
  // "could you call a cab at 5" is said to somebody.
  if (withoutPoliteness(reading, whole(reading)).from > 0) return false;
  const isReminder = (at: number) => reading.reminders.some(({ from, to }) => from <= at && at < to);
  if (reading.tokens.some(({ word }, at) => cues.at_once.has(word) && !isReminder(at))) return false;

  return only.tasks.every(({ title, when, due_time, recurrence }) => {
    const [verb = "", ...things] = title.toLowerCase().split(/\s+/u);
    if (!(when ?? due_time ?? recurrence) || things.length === 0 || things.length >= longestErrand)
      return false;
    if (!grammar.verbs.has(verb) || cues.served.has(verb)) return false;
    return !things.some((word) => cues.services.has(cues.kindOf(word) ?? ""));
  });
}
