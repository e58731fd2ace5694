/** Requests that put tasks below another one. */
import type { RequestPhrase } from "../../locale.ts";
import { certain, say, task } from "./phrases.ts";

const sub = "[a|an|another|the|some] [new] (subtask|subtasks|sub-task|sub-tasks|sub task|sub tasks)";
const add = "(add|create|make|put|include|new)";
const below = "(under|underneath|beneath|below)";
const to = `(to|for|of|on|in|${below})`;

const split = "(break|split|divide) [up|down] {target} [up|down] into [the] [following]";

export const subTasks: RequestPhrase[] = [
  ...say(
    "add_subtasks",
    certain,
    `${add} ${sub} ${to} {target} (:|called|named) {body}`,
    `${add} {body+} as ${sub} ${to} {target}`,
    `${add} ${sub} [called|named|:] {body+} ${to} {target}`,
  ),
  ...say("add_below", 0.95, `${add} {body+} ${below} [the] [${task}] {target}`),
  ...say("split_task", certain, `${split} [${sub}|${task}|steps|parts] : {body}`),
  ...say("split_task", 0.95, `${split} [${sub}|${task}|steps|parts] {body}`),
];
