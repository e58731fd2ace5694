/** English phrases that give a task its priority, list or labels. */
import { byFirst, compile, type Pattern } from "../../text/pattern.ts";
import type { Token } from "../../text/tokens.ts";
import type { Locale } from "../locale.ts";

export const priorities: Record<string, "none" | "low" | "medium" | "high" | "urgent"> = {
  urgent: "urgent",
  urgently: "urgent",
  asap: "urgent",
  critical: "urgent",
  top: "urgent",
  highest: "urgent",
  p1: "urgent",
  high: "high",
  important: "high",
  p2: "high",
  medium: "medium",
  normal: "medium",
  moderate: "medium",
  p3: "medium",
  low: "low",
  lowest: "low",
  minor: "low",
  none: "none",
  no: "none",
  p4: "none",
};

const bareLevels = new Set(["urgent", "urgently", "asap", "important", "critical"]);

export const level = ({ word }: Token) =>
  Object.hasOwn(priorities, levelIn(word)) ? levelIn(word) : undefined;
/** "!high", "high-priority" */
const levelIn = (word: string) => word.replace(/^!|-priority$/gu, "");
const bareLevel = ({ word }: Token) => {
  const plain = word.replace(/^!/u, "");
  return bareLevels.has(plain) || (plain !== word && plain in priorities) ? plain : undefined;
};

/** "high-priority", before or behind the task. */
const joinedLevel = ({ word }: Token) => {
  const plain = /^(\p{L}+)-(?:priority|prio)$/u.exec(word)?.[1];
  return plain !== undefined && Object.hasOwn(priorities, plain) ? plain : undefined;
};

const priority = (source: string) => compile(source, { level });
const patterns = (...sources: string[]) => sources.map((source) => compile(source));

const set =
  "(set|create|make|add|put|schedule|start|give|send|get|leave|place|enter|write|set up|put in|put up|have)";
const kind =
  "[new|quick|friendly|simple|recurring|reoccurring|re-occurring|repeating|repeat|reocurring|daily|weekly|monthly]";
const polite =
  "[please|pls|kindly|can you please|could you please|can you|could you|would you|will you|you should|you must|you can|i want you to|i need you to]";
const noun = "(reminder|reminders|remainder) [alarm|notification|alert] [set|created|made] [for me]";
const article = "[a|an|another|the|my|me a|me an|me another|one|some|us a]";
const frame = (source: string) => ({ pattern: compile(source) });

const frames: { pattern: Pattern; at_start?: true }[] = [
  frame(`${polite} remind (me|us|my self|myself) [again] [please]`),
  { ...frame(`${polite} remind`), at_start: true },
  { ...frame(`[please] (alert|notify|warn|nudge|ping) (me|us)`), at_start: true },
  frame(`${polite} ${set} ${article} ${kind} ${noun}`),
  frame(`${polite} ${set} ${article} {what} reminder [for me]`),
  frame(
    `[i|we] (need|want|would like|need to have|need to set|want to set|would like to set) (a|an|another|some) ${kind} ${noun}`,
  ),
  frame(`(i'd|id) like [to (set|have|get|create|make)] [a|another] ${kind} ${noun}`),
  { ...frame(`${article} ${kind} (reminder|reminders) [set] [:]`), at_start: true },
];

export const chips: Locale["chips"] = {
  priority: [
    { pattern: priority("[with|at|as|on|it's|its|it is] [a] [very] #level (priority|prio|importance)") },
    { pattern: priority("[with|at] (priority|prio) [:] #level") },
    { pattern: compile("[as|a] #level", { level: joinedLevel }) },
    { pattern: priority("(it's|its|it is|this is|very) #level"), edge_only: true },
    { pattern: compile("[as] #level", { level: bareLevel }), edge_only: true },
  ],
  list: patterns(
    "(to|on|onto|in|into|under|for) [the|my|our] {list} (list|project)",
    "(to|on|onto|in|into|under|for) [the|my|our] (list|project) [called|named] {list}",
  ),
  list_named: compile("(the|my|our) {list} (list|project)"),
  list_lead: compile("(to|on|onto|in|into|under|for) [the|my|our]"),
  list_source: compile("(from|of) [the|my|our]"),
  no_list: patterns(
    "(to|on|onto|in|into|from|off) [the|my|our|a] (list|tasks|todos|to-dos|to do list|to do lists|to-do list|todo list|task list|list of tasks|list of things to do)",
  ),
  labels: patterns(
    "[and] (tagged|labelled|labeled|tag|label) [as|with|it|it as|it with] {label}",
    "with [the|a] (label|tag) {label}",
  ),
  framesAt: byFirst(frames),
  copulas: patterns(
    "(is|are|was) [set|scheduled|planned|booked|happening|coming up|going to be]",
    "(will be|takes place|starts|happens)",
  ),
  clause_leads: new Set(["that"]),
  title_tails: new Set(["later", "soon", "again", "please", "reminder", "reminders"]),
  never_list_after: new Set(
    "have has need needs want wants got going used like love supposed ready back late early".split(" "),
  ),
  thing_leads: new Set(["for", "of", "about", "regarding", "concerning"]),
};
