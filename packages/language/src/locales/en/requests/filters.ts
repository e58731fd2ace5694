/** Requests for saved filters, and for tasks by a filter that is said. */
import type { RequestPhrase } from "../../locale.ts";
import { me, say, tasks } from "./phrases.ts";

const show = "(show|list|display|see|view|give|get|open|use|apply|run)";

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
  ...say("list_where", 0.95, `${show} ${me} [the|my|all|all my] ${tasks} where {value}`),
];
