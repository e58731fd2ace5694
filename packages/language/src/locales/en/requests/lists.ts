/** Requests about lists and labels themselves. */
import type { RequestPhrase } from "../../locale.ts";
import { a, certain, list, me, say, the } from "./phrases.ts";

const called = "[called|named|titled|:|for the|for my|for our|for]";

export const lists: RequestPhrase[] = [
  ...say(
    "list_lists",
    0.95,
    `(show|list|display|see|view|give|get) ${me} [all] ${the} [of] [my] (lists|projects)`,
    `(what|which) (lists|projects) (do i have|are there|exist|have i got)`,
    `(what are|what're) ${the} (lists|projects)`,
    "[all] [my] (lists|projects)",
    `how many (lists|projects) [do i have|are there]`,
  ),
  ...say(
    "list_labels",
    0.95,
    `(show|list|display|see|view|give|get) ${me} [all] ${the} (labels|tags)`,
    `(what|which) (labels|tags) (do i have|are there|exist|have i got)`,
    "[what are] [all] [my|the] (labels|tags)",
  ),
  ...say(
    "add_list_with",
    certain,
    `(create|make|add|start|set up|new|begin|open) [me] ${a} [new|empty] ${list} ${called} {list} (with|containing|including|:) {body}`,
    `[a] new ${list} ${called} {list} (with|containing|including|:) {body}`,
    `(create|make|start|set up|begin|new) [me] ${a} [new|empty] {list} ${list} (with|containing|including|:) {body}`,
  ),
  ...say(
    "add_list_called",
    0.95,
    `(create|make|add|start|set up|new|begin|open) [me] ${a} [new|empty] ${list} (called|named|titled|:) {name}`,
    `[a] new ${list} (called|named|titled|:) {name}`,
  ),
  ...say(
    "add_list",
    0.95,
    `(create|make|add|start|set up|new|begin|open) [me] ${a} [new|empty] ${list} ${called} {name}`,
    `[a] new ${list} ${called} {name}`,
    `(create|make|start|set up|begin) [me] ${a} [new|empty] {name} ${list}`,
    `(add|open) [a|an|another] [new|empty] {name} ${list}`,
    `new {name} ${list}`,
  ),
  ...say(
    "rename_list",
    0.95,
    `(rename|change) [the] [name of] ${the} ${list} {list} (to|into|as) {value}`,
    `(rename|change) [the] [name of] ${the} {list} ${list} (to|into|as) {value}`,
    `call ${the} {list} ${list} {value}`,
  ),
  ...say(
    "archive_list",
    0.95,
    `archive ${the} ${list} [called|named] {list}`,
    `archive ${the} {list} ${list}`,
  ),
  ...say("archive_known", 0.95, `archive ${the} {list}`),
  ...say(
    "unarchive_list",
    0.95,
    `unarchive ${the} ${list} [called|named] {list}`,
    `unarchive ${the} {list} [${list}]`,
  ),
  ...say(
    "list_archived",
    0.95,
    `[show|list|display|see|view|give|get] ${me} [all] ${the} archived (lists|projects)`,
    `(what|which) (lists|projects) (are|have i|did i) (archived|archive)`,
    `(what's in|show) ${the} archive`,
  ),
  ...say(
    "delete_list",
    0.95,
    `(delete|remove|erase|trash|drop|get rid of) ${the} [entire|whole] ${list} [called|named] {list}`,
    `(delete|remove|erase|trash|drop|get rid of) ${the} [entire|whole] {list} ${list}`,
  ),
];
