/** Requests that make tasks. They stand last, because "add" takes any words. */
import type { RequestPhrase } from "../../locale.ts";
import { a, certain, me, say, task } from "./phrases.ts";

/** What was pasted, and how it is spoken of. */
const text =
  "(this|that|these|the following|my|the) [pasted] [text|list|email|e-mail|mail|message|note|notes|lines|items|agenda|transcript]";

/** They stand first: what comes behind them is a title, even if it sounds like a request. */
export const headings: RequestPhrase[] = say(
  "add",
  certain,
  "[a|another|one more] [new] (task|todo|to-do|to do|reminder|note to self) : {body}",
  "[my|the|new] (todo|to-do|to do|task) list : {body}",
  `(make|create|get|extract) ${me} [a] ${task} (out of|from|of) ${text} [:] {body}`,
  `(turn|convert|split|make) ${text} into [a] ${task} [for me] [:] {body}`,
  "[a] new (task|todo|to-do|reminder) {body}",
  "(remind|reminding) (me|us) (to|about|that) {body}",
  "(set|create|add|make) [me] [a|an|another] reminder (to|for|about|that) {body}",
  "(add|create|make|note|new) [#number|the|these] [new|following] (tasks|todos|to-dos|things|items|something|following|this|that|these) : {body}",
);

export const additions: RequestPhrase[] = [
  ...say(
    "add_to",
    0.95,
    `(add|put|write|throw|stick|include|append) [the following] (to|on|onto|in) [the|my|our] {list} [list|project] : {body}`,
    `(add|put|include|append) (to|on|onto) [the|my|our] {list} (list|project) {body}`,
    `(for|on|in) [the|my] {list} list [:] (add|put) {body}`,
  ),
  ...say(
    "add_to_sure",
    certain,
    `(add|create|make|put|new) ${a} [new] ${task} (to|on|onto|in|for|under) [the|my|our] {list} [list|project] : {body}`,
    "[for|on|to|the|my] {list} [list] : {body}",
  ),
  ...say("add_to_known", 0.95, "(add|put|include|append) (to|on|onto|in) [the|my|our] {body}"),
  ...say(
    "add",
    certain,
    "(add|create|make|enter|log|record) [a|an|another|the|one more|my|this] [new|quick] (task|todo|to-do|reminder) [:] {body}",
    "(don't|dont|do not|never) let me forget (to|about|that) {body}",
    "(don't|dont|do not) [let me] forget to {body}",
    "(remember|make sure) to {body}",
    "note to self {body}",
  ),
  ...say(
    "add",
    0.95,
    `(add|create|make|set up|set|new|start|insert|enter|open|log|record|give me|schedule|put in) ${a} [new|quick] [{chip}] ${task} [:] {body}`,
    `[i need|i'd like|i want|need] ${a} [new] ${task} (to|for|called|named|:) {body}`,
    `${task} : {body}`,
    `[a] new ${task} [:] {body}`,
    `[a] new {chip} ${task} [:] {body}`,
    "#level [priority] : {body}",
    "(remind|reminding) (me|us) {body}",
    "(don't|dont|do not|never) let me forget {body}",
    "(don't|dont|do not) [let me] forget [to|about|that] {body}",
    "(remember|make sure|be sure|ensure) [to|that] {body}",
    "(make|take|leave) [me] [a] (note|memo|reminder) {body}",
    "(note to self|note|memo|todo|to-do|to do|reminder) [:] {body}",
    "(jot|note|write) [it] down [that|to|:] {body}",
    "(add|adding|include|append|insert|create) [in|also] [:] {body}",
  ),
  ...say("add_noted", 0.95, "task {body}"),
  ...say("add", 0.8, "(schedule|plan|book in) {body}"),
  ...say("add_placed", 0.95, "(put|write|throw|stick|pop|get) [down] {body}"),
  ...say(
    "add",
    0.85,
    "(i|we) [really|also|still|just|probably|definitely] (need|have|must|should|ought|got|gotta|want|wanna) [probably|definitely|really] [to] [remember|not forget] [to] {body}",
    "(i've|ive|we've) [really|also|still] (got to|gotta) [remember to] {body}",
    "(i'd|id|i would|we would) like to {body}",
    "(i|we) (mustn't|must not|shouldn't|can't|cannot|should not|better not) forget [to|about|that] {body}",
    "(i'd|i had|we'd|you'd) better {body}",
    "(gotta|need to|have to|must|got to|needs to) {body}",
    "(let's|lets) {body}",
  ),
];

/** Nothing but a filter: "my tasks", "overdue tasks for work". */
export const mentions = say("find_bare", 0.7, "{filter}");
