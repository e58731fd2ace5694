/** Requests that give a task something else: priority, notes, labels, a title, a date, a list. */
import type { RequestPhrase } from "../../locale.ts";
import { say, the } from "./phrases.ts";

export const changes: RequestPhrase[] = [
  // Without a target it is the task spoken of last.
  ...say("priority", 0.95, "(set|change|make|raise|lower|update) [the|its] (priority|prio) to #level"),
  ...say(
    "priority",
    0.95,
    `(set|change|make|update|raise|lower|increase|decrease|bump) ${the} (priority|prio|importance) (of|for|on) {target} (to|as|at) #level [priority]`,
    `(set|change|make|update|raise|lower|bump) {target} (priority|prio) (to|as|at) #level`,
    `(set|change|make|mark|flag|bump|raise|lower|give|update) {target} [to|as|a|to a|as a|to be] #level (priority|prio|importance)`,
    `(set|make|mark|flag|change|bump) {target} [to|as|to be] [very] #level`,
    `(give|assign) #level priority to {target}`,
    `(prioritise|prioritize) {target} [as|to] #level`,
    `{target} (is|are) [now|very] #level [priority]`,
  ),
  ...say(
    "prioritize",
    0.9,
    "(prioritise|prioritize|star) {target}",
    "(raise|increase|bump up) the priority (of|for|on) {target}",
  ),
  ...say(
    "describe",
    0.95,
    `(set|change|update|make|edit) ${the} (description|note|notes|details) (of|for|on) {target} (to|as|:) {value}`,
    `add [a] (description|note|details|comment) to {target} : {value}`,
    `add [a] (description|note|comment) to {target} (saying|that says|that) {value}`,
    `(add|write) [the|a] (description|note|comment) [:] {value} to {target}`,
    `(set|change|update) {target} (description|notes|note) to {value}`,
  ),
  ...say(
    "label",
    0.95,
    `(add|put|attach|apply|give|assign) ${the} [a] (label|tag|labels|tags) [called|named] {value} (to|on|onto) {target}`,
    `(add|put|attach|apply) [the] {value} (label|tag) (to|on|onto) {target}`,
    `(label|tag) {target} (as|with) {value}`,
    `(give|assign) {target} the (label|tag) {value}`,
  ),
  ...say("label_explicit", 0.95, "(label|tag) {target} {value}"),
  ...say("label_existing", 0.9, "(add|put) {value} (to|on) {target}"),
  ...say(
    "rename",
    0.95,
    `(rename|retitle) [the] [title of|name of] {target} (to|as|into) {value}`,
    `(change|edit|update|set) ${the} (title|name|text|wording) (of|for) {target} (to|into|as) {value}`,
    `(change|edit|update|set) {target} (title|name) (to|into|as) {value}`,
  ),
  ...say(
    "reschedule",
    0.95,
    `(set|add|change|move|update|push|make|edit) [the|my|our|a] (due date|deadline|date|due|due time|time|start time) (of|for|on) {target+} (to|as|for|until|:) {value}`,
    "(set|change|move) [the|its] (due date|deadline|due time|date|time) (to|as|for|until) {value}",
    "(reschedule|re-schedule|postpone|delay|defer|snooze|push|bump) {target} [back|forward|off|out|up|over] (to|until|till|for|on|at|into) {value}",
    "(reschedule|re-schedule|postpone|delay|defer|snooze|push|move|bump|shift|put|bring|set|change) {target} [back|forward|off|out|up|over] (to|until|till) {value}",
    "(reschedule|re-schedule|postpone|delay|defer|snooze|push back|push out|put off|bring forward|move up|move back|push) {target+} (to|until|till|for|by|on|at|into) {value}",
    "(reschedule|re-schedule|postpone|delay|defer|snooze|push|bump) {target} [back|forward|off|out|up|over] {value}",
    "(make|set) {target} due [on|at|by|for] {value}",
    "[no|actually|sorry|wait|make that|rather] {target} (is|are|should be) [now] due {value}",
  ),
  ...say(
    "reschedule",
    0.9,
    "(postpone|delay|defer|snooze|push|move|bump|shift) {target} [back|forward|off|out|up|over] (by|for) {shift}",
  ),
  // These verbs do other things as well: "bring cake on Friday" is a to-do.
  ...say(
    "reschedule_existing",
    0.95,
    "(move|shift|put|bring|set|make|schedule|change|do|plan|start|have) {target} [back|forward|off|out|up|over|instead] [to|until|for|by|on|at|in] {value}",
  ),
  ...say(
    "reschedule",
    0.75,
    "(reschedule|re-schedule|postpone|delay|defer|snooze|put off|push back) {target}",
  ),
  ...say("move", 0.95, "(move|transfer|shift) {target+} (to|into|in|onto|on|under) {value}"),
  ...say("move_existing", 0.95, "(put|file|add|assign) {target+} (to|into|in|onto|on|under) {value}"),
  ...say(
    "change",
    0.95,
    "(change|edit|update|modify|turn|replace|correct|rewrite) {target} (to say|to read|to|into|with|as) {value}",
    "make {target} say {value}",
  ),
  ...say("change_existing", 0.95, "(change|edit|update|rename|modify) {target} : {value}"),
  ...say("rename_existing", 0.95, "(call|name) {target} {value}", "(call|name) {target+} {value}"),
  ...say("make", 0.9, "(make|set) {target} {value}"),
  ...say(
    "instead",
    0.9,
    "(no|actually|sorry|wait|rather|i mean|i meant|let's say|better) [on|at|for] {value} [instead|then|rather|please]",
    "{value} (instead|rather)",
  ),
  ...say("spoken_of", 0.9, "{value}"),
];
