/** Requests for saved filters, and for tasks by a filter that is said. */
import type { RequestPhrase } from "../../locale.ts";
import { me, say, sayOf, tasks } from "./phrases.ts";

const show = "(show|list|display|see|view|give|get|open|use|apply|run)";

/** "tasks without a date" */
const without = (query: string, field: string) =>
  sayOf(
    { query },
    "list_where",
    0.95,
    `[${show} ${me}|which|what] [the|my|all|all my|everything] [${tasks}] [that have|which have|have] (without|with no|no) [a|any] ${field}`,
  );

export const filters: RequestPhrase[] = [
  ...say(
    "list_filters",
    0.95,
    `${show} ${me} [all] [the|my] [saved] filters`,
    "(what|which) [saved] filters (do i have|are there|exist|have i got)",
    "[what are] [all] [my|the] [saved] filters",
  ),
  ...say(
    "list_saved",
    0.95,
    `${show} ${me} [the|my] [saved] filter [called|named] {name}`,
    `${show} ${me} [the|my|all|all my] ${tasks} (in|of|from|with|by) [the|my] [saved] filter [called|named] {name}`,
  ),
  ...without("no date", "(date|due date|deadline)"),
  ...without("#inbox", "(list|project)"),
  ...without("no label", "(label|labels|tag|tags)"),
  ...without("no priority", "priority"),
  ...sayOf(
    { query: "recurring" },
    "list_where",
    0.95,
    `[${show} ${me}] [the|my|all|all my] (recurring|repeating) ${tasks}`,
    `(which|what|what's|whats) [of] [my|the] [${tasks}] [are|is|do] (recurring|repeating|recur|repeat)`,
  ),
  ...say("list_where", 0.95, `${show} ${me} [the|my|all|all my] ${tasks} where {value}`),
];
