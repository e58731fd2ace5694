/** Requests that take something away: a field, a task from a list, the task. */
import type { RequestPhrase } from "../../locale.ts";
import { clear, say, the } from "./phrases.ts";

export const removals: RequestPhrase[] = [
  ...clear("due_on", "(remove|clear|delete|unset|drop) (the|its) (due date|deadline|date|due time)"),
  ...clear("priority", "(remove|clear|delete|unset) (the|its) priority"),
  ...clear("priority", "{target} has no priority [anymore|any more|now]"),
  ...clear("due_on", "{target} has no (due date|deadline|date) [anymore|any more|now]"),
  ...clear("due_on", `(take|get) ${the} (due date|deadline|date) off [of] {target}`),
  ...clear("labels", "(remove|clear|delete|unset) [all] (the|its) (labels|tags)"),
  ...clear(
    "due_on",
    `(remove|clear|delete|unset|drop|take off) ${the} (due date|due dates|deadline|deadlines|date|dates|due time|time|due) (from|of|on|for|off) {target}`,
  ),
  ...clear("due_on", "(remove|clear|delete) {target} (due date|deadline)"),
  ...clear("priority", `(remove|clear|delete|unset) ${the} (priority) (from|of|on|for) {target}`),
  ...clear(
    "labels",
    `(remove|clear|delete|unset) [all] ${the} (label|labels|tag|tags) (from|of|on|for) {target}`,
  ),
  ...say(
    "unlabel",
    0.95,
    "(remove|delete|take|drop|strip|clear) [the] (label|tag|labels|tags) {value} (from|off|off of|of|on) {target}",
    "(remove|delete|take|drop|strip|clear) [the] {value} (label|tag|labels|tags) (from|off|off of|of|on) {target}",
    "(untag|unlabel) {value} (from|on|in) {target}",
  ),
  ...say(
    "unlabel_all",
    0.95,
    "(remove|delete|drop|clear|get rid of) [the|my] (label|tag) [called|named] {value}",
    "(remove|delete|drop|clear|get rid of) [the|my] {value} (label|tag)",
  ),
  ...say("unlabel_existing", 0.95, "(remove|delete|take|drop) {value} (from|off|off of) {target}"),
  ...clear(
    "description",
    `(remove|clear|delete|unset) ${the} (description|notes|note|details) (from|of|on|for) {target}`,
  ),
  ...clear("list", `(remove|take) {target} (from|out of) (its|their) (list|project)`),
  ...clear("due_on", "(unschedule|undate) {target}"),
  ...say(
    "clear_list",
    0.95,
    "(clear|empty|wipe|purge) [out] [all of] [the|my|our] [entire|whole] (list|to-do list|todo list|to do list|task list|tasks|todos|to-dos)",
    "(clear|empty|wipe|purge) [out] [all of] [the|my|our] [entire|whole] {list} [list|project]",
    "(clear|empty|wipe|purge) [out] [all of] [the|my|our] [entire|whole] (list|project) {list}",
  ),
  ...say(
    "clear_completed",
    0.95,
    "(clear|empty|wipe|purge|clean) [out|up|away] [all] [of] [the|my] (completed|done|finished) [tasks|todos|items|ones|things]",
  ),
  ...say(
    "clear_days",
    0.95,
    "(clear|empty|wipe|cancel) [out] [all of|everything on|everything] [the|my|our] [schedule|calendar|agenda|plan|day] [for|on|of] {days}",
  ),
  ...say(
    "delete_from",
    0.95,
    "(take|remove|delete|drop|cross|scratch|strike) {target+} (off|off of|from) {list}",
  ),
  ...say(
    "delete",
    0.95,
    "(delete|erase|trash|get rid of|throw away|throw out|dispose of|bin|del|rm) {target}",
  ),
  ...say(
    "delete",
    0.75,
    "(remove|cancel|scrap|scratch|discard|clear|drop|forget about|take off|clean up|purge) [out] {target}",
    "no more {target}",
    "[i|we] (don't|dont|do not|no longer) [have to|need to|need|want to|want] {target} (anymore|any more|any longer)",
  ),
];
