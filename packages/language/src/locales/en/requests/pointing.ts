/** Requests that point at tasks: complete, reopen, restore. */
import type { RequestPhrase } from "../../locale.ts";
import { done, say, sayOf } from "./phrases.ts";

export const pointed: RequestPhrase[] = [
  ...say(
    "reopen",
    0.95,
    "(reopen|re-open|uncheck|untick|uncomplete|unmark|un-complete) {target} [as done|as complete|as completed]",
    `(mark|set|flag|make) {target} [as|to] (not|un) ${done} [yet]`,
    "(mark|set|flag|make|move) {target} [as|to|back to] (undone|incomplete|pending|open|unfinished|active|uncompleted|todo|to do|to-do|not yet done)",
    `{target} (isn't|isnt|is not|wasn't|aren't|are not) [actually|really|yet] ${done} [yet|after all]`,
    "(i|we) (haven't|havent|have not|didn't|didnt|did not) [actually|really] (finished|finish|done|do|completed|complete) {target} [yet]",
  ),
  ...sayOf(
    { pronoun: "last" },
    "reopen",
    0.95,
    `(it's|its|that's|thats) not [actually|really|yet] ${done} [yet|after all]`,
  ),
  ...say("restore", 1, "(undelete|un-delete) {target}"),
  ...say("restore", 0.95, "(restore|recover|bring back) {target}", "bring {target} back"),
  ...sayOf(
    { pronoun: "last" },
    "complete",
    0.95,
    `(it's|its|that's|thats|that one's|that one is|this one's|this one is) [all|now|already|finally] ${done} [now|already]`,
    "(i|i've|ive|i have|we|we've) [just|already] (did|done|finished|completed) (it|that|this) [already|now|today|just now]",
  ),
  ...sayOf(
    { pronoun: "last_all" },
    "complete",
    0.95,
    `(they're|theyre|those're|they've been) [all|now|already|finally] ${done} [now|already]`,
  ),
  ...say(
    "completed",
    0.95,
    "[i'm|im|i am|we're|we are|all] (done|finished|through) with {target}",
    `[i|we|i've|ive|i have|we've|we have] [just|already|now|finally] (finished|completed) [with|doing] {target}`,
    "(i|we|i've|ive|i have|we've|just|already|finally) [just|already|now|finally] (did|done) {target}",
  ),
  ...say(
    "complete",
    0.95,
    `(mark|set|flag|put|check|tick|cross) {target} [off] [as|to|to be|being] ${done} [please|now|already]`,
    `(mark|flag) [as] ${done} [:] {target}`,
    "(tick|check|cross|strike|mark) off {target} [from|off] [my|the] [list]",
    "(tick|check|cross|strike|mark) off {target}",
    "(tick|check|cross|strike|mark) {target} off [my|the] [list]",
    `(tick|check|cross|strike) {target} off`,
    `${done} [:] {target}`,
    `{target} (is|are|was|were|has been|have been|'s) [now|already|all|finally] (done|complete|completed|finished|taken care of)`,
    "(complete|tick) {target}",
  ),
  ...say(
    "did",
    0.9,
    "(i|we) [have] [just|already|now|finally] {body}",
    "(i've|ive|we've) [just|already|now|finally] {body}",
    "(just|already) {body}",
  ),
  ...say(
    "did",
    0.9,
    "(yesterday|earlier|today|last night|this morning) (i|we|i've|we've) [have] [already] {body}",
  ),
  ...say("became", 0.9, "{target} (is|are|was|were|has been|have been|got) [now|already] {deed}"),
  ...say("did", 0.75, "{body}"),
  ...say("finish", 0.75, "(finish|finish off|finish up) {target}"),
  ...say(
    "complete_existing",
    0.95,
    "(close|resolve|check|wrap up|end) {target}",
    "(task|tasks|item|number) {target} (done|complete|completed|finished)",
    "{target} (done|complete|completed|finished)",
  ),
  ...say("do", 0.95, "do {target}"),
];
