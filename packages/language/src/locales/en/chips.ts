/** English phrases that give a task its priority, list or labels. */
import { compile } from "../../text/pattern.ts";
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
  Object.hasOwn(priorities, word.replace(/^!/u, "")) ? word.replace(/^!/u, "") : undefined;
const bareLevel = ({ word }: Token) => {
  const plain = word.replace(/^!/u, "");
  return bareLevels.has(plain) || (plain !== word && plain in priorities) ? plain : undefined;
};

const priority = (source: string) => compile(source, { level });
const patterns = (...sources: string[]) => sources.map((source) => compile(source));

export const chips: Locale["chips"] = {
  priority: [
    { pattern: priority("[with|at|as|on|it's|its|it is] [a] [very] #level (priority|prio|importance)") },
    { pattern: priority("[with|at] (priority|prio) [:] #level") },
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
};
