/** Requests about reminders: give a task one, change it, put it off, be shown them. */
import type { RequestPhrase } from "../../locale.ts";
import { span } from "../spans.ts";
import { clear, me, say, the } from "./phrases.ts";

const remind = "(remind|alert|notify|nudge|ping)";
const us = "(me|us)";
const noun = "(reminder|reminders|alert|alerts|notification|notifications)";
const remove = "(remove|delete|clear|cancel|drop|unset|turn off|switch off|disable)";

/** They stand before the requests to add: a reminder of a task that is there makes no new one. */
export const reminding: RequestPhrase[] = [
  ...say(
    "change_reminder",
    0.95,
    `(change|move|set|update|make|edit|reschedule) (the|my|its) ${noun} (of|for|on|to|about) {target+} (to|for|at|as|:) {value}`,
    `(change|move|set|update|edit|reschedule) (the|my|its) ${noun} (to|for|at|as) {value}`,
    `(make|set) (the|my|its) ${noun} {value}`,
    `(change|move|set|update|edit) {target} ${noun} (to|for|at|as) {value}`,
    `${remind} ${us} {value} instead`,
  ),
  ...say(
    "snooze",
    0.95,
    `${remind} ${us} [(of|about) (it|that|this)] again (in|after) ${span}`,
    `${remind} ${us} [(of|about) (it|that|this)] again {body}`,
    `${remind} ${us} [(of|about) (it|that|this)] [again] later`,
  ),
  ...say(
    "remind",
    0.95,
    `${remind} ${us} [again] {body}`,
    `(set|add|create|make|put|give me|i want|i need|i'd like) [a|an|another|one more|me a] ${noun} {body}`,
  ),
  ...say(
    "remind_ahead",
    0.95,
    `(set|add|create|make|put|give) [a|an|another|one more] ${span} ${noun} [(to|for|on|of) {target}]`,
    `(set|add|create|make|put|give) {target} [a|an|another] ${span} ${noun}`,
  ),
  ...clear("reminders", `${remove} [all] (the|its|my|any) ${noun} (from|on|of) {target}`),
  ...say(
    "unremind",
    0.95,
    `${remove} (the|its|my|this|that) ${noun} [(for|to|about) {target}]`,
    `(no|i need no|i don't need [a|any]) ${noun} [(for|on|of) {target}]`,
    `(don't|dont|do not) ${remind} ${us} [anymore|any more|again]`,
    `stop reminding ${us} [anymore|any more]`,
  ),
  ...clear(
    "reminders",
    `(don't|dont|do not|stop) (remind|reminding|nagging) ${us} (of|about|to do) {target} [anymore|any more|again]`,
  ),
  ...clear(
    "reminders",
    `(turn off|switch off|disable|mute) [all] [the|my|any] ${noun} (for|from|on|of|about) {target}`,
  ),
  ...say(
    "snooze",
    0.95,
    `snooze {target} [by|for] ${span} [more|longer]`,
    `snooze [by|for] ${span} [more|longer]`,
    "snooze {body}",
  ),
  ...say("snooze", 0.9, "snooze {target}", "snooze"),
];

export const reminderLists: RequestPhrase[] = [
  ...say(
    "list_reminders",
    0.95,
    `(what|which) [upcoming|open] reminders (do|did) (i|we) have [set|coming up|coming|left|planned] [{filter}]`,
    `(what|which) reminders (are there|are set|are coming up|have i got) [{filter}]`,
    `(show|list|display|see|view|read|give|tell) ${me} [all] [of] ${the} [upcoming|next|coming|future] reminders [{filter}]`,
    `(what are|what're) ${the} [upcoming|next] reminders [{filter}]`,
    "[all] (my|upcoming|my upcoming|my next) reminders [{filter}]",
    "(what|which|when) (will|are|do) you [going to] remind (me|us) [of|about] [{filter}]",
    "(when|what) (will|am) i [be|get|going to be] reminded [of|about] [{filter}]",
    "(do i have|are there) any reminders [set|coming up] [{filter}]",
  ),
  ...say(
    "list_reminders",
    0.95,
    "(what|which) reminders (does|has) {target} (have|got)",
    "when (will|do) you remind (me|us) (of|about) {target}",
  ),
];
