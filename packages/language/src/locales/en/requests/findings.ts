/** Requests to be shown tasks. */
import type { RequestPhrase } from "../../locale.ts";
import { me, say, task, tasks } from "./phrases.ts";

export const findings: RequestPhrase[] = [
  ...say(
    "find_done",
    0.95,
    `(what|which) [${task}] (have|did) (i|we) [already] (complete|completed|finish|finished|do|done|get done|accomplish|accomplished) [{filter}]`,
    `(show|list|display|see|view|give|tell) ${me} (what|everything|things|the things) [that] (i|i've|ive|we've) [have|already] (completed|finished|done|did|accomplished) [{filter}]`,
    `how many ${task} (have|did) (i|we) (complete|completed|finish|finished|do|done) [{filter}]`,
    `(completed|finished|closed) ${tasks} [{filter}]`,
    "(what's|whats|what is|what was) [been] (done|completed|finished|complete) [{filter}]",
  ),
  ...say(
    "find_open",
    0.95,
    "(what's|whats|what is|what are|whatre|what're|anything) [still] (pending|open|left|outstanding|remaining|not done|incomplete|unfinished|next|up next|left to do|undone) [{filter}]",
    "what (remains|needs doing|needs to be done|is left to do|still needs to be done|do i still have to do|should i do|must i do|should i do next) [{filter}]",
    "(what now|what next)",
    `what haven't (i|we) (done|finished|completed) [yet] [{filter}]`,
  ),
  ...say(
    "find_when",
    0.95,
    "(when's|when is|whens|when are) {filter} (due|scheduled|planned|supposed to be done|to be done)",
    "when (do|must|should) (i|we) [have|need] [to] {filter}",
    "(what's|whats|what is) the (due date|deadline|date|due time) (of|for|on) {filter}",
  ),
  ...say("find_list", 0.95, "(show|display|open|view|see|list) [me|us] [the|my] {list} [list|project]"),
  ...say(
    "find",
    0.95,
    "(what's|whats|what is) on my plate [{filter}]",
    "(show|display|list) [me|us] [what|what's|whats] {filter}",
    "(what's|whats|what is|what are|what do we have|what do i have|what have i got|what's there) [to do] (in|on|for|under) {filter}",
    "(what|how much) (do|must|should|can|will|am|have) (i|we) [have|got|need|supposed|still have|still need] [planned|due|scheduled|going on|coming up|left] [to do|to get done|to finish|do|on|to] [{filter}]",
    `(what|which|how many) [of] [my|the] ${tasks} {filter}`,
    "(do|did|have) (i|we) (have|got|miss) [got] (anything|any|something|some|tasks) [{filter}]",
    "am i (free|busy) [{filter}]",
    "(is|are) {filter} (done|completed|finished) [yet|already]",
    "(search|look) (for|through) [all] [my|the] {filter}",
  ),
  ...say(
    "find_tasks",
    0.95,
    "(what's|whats|what is|what are|what're|what|which|where are|how many) [there|coming|all] {filter}",
    "(what|which) {filter} (are|is) (due|overdue|pending|open|left|late|done|completed)",
    "get [me|us] [all|all of] (my|our|the|me|us) {filter}",
    "(is|are) there (anything|any|something|tasks) {filter}",
    "(anything|any) {filter}",
    "(see|view|read|give me|give us|tell me|tell us|pull up|bring up|check my|check the|review|find|look at|go over|go through|print|fetch) [me|us|out] [what's on|whats on|what's|whats|about] {filter}",
  ),
];
