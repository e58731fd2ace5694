/** Requests about how a task comes back: set it, end it, let it pass for once. */
import type { RequestPhrase } from "../../locale.ts";
import { clear, say, the } from "./phrases.ts";

const recurrence = "(recurrence|repetition|repeat|repeats|recurrence rule|repeat rule|frequency|schedule)";
const comeBack = "(repeat|recur|be repeated|come back|happen)";
const notAnymore =
  "(shouldn't|should not|doesn't|does not|don't|do not|needn't|need not|must not|no longer|doesn't have to)";
const once =
  "(this time|this once|for now|today|tomorrow|this week|this month|this year|next time|once|just once|tonight)";

export const repeating: RequestPhrase[] = [
  ...say(
    "repeat",
    0.95,
    `(make|let|have|set) {target} [to] (repeat|recur|repeating|recurring|repeated|come back|happen) {value}`,
    `(set|change|make|update) ${the} ${recurrence} (of|for|on) {target} (to|as|:) {value}`,
    `(set|change|make|update) (the|its) ${recurrence} (to|as|:) {value}`,
    `{target} (should|must|has to|needs to|shall) [now] ${comeBack} {value}`,
    `{target} (repeats|recurs|comes back|happens) [now] {value}`,
    "(change|move|switch|reschedule) {target} to {value}",
  ),
  ...say("repeat_split", 0.95, "(repeat|recur) {body}"),
  ...say("repeat_deed", 0.95, "(make|set) {body}"),
  ...say("repeat_existing", 0.95, "(make|do|have|set|schedule) {target} {value}"),
  ...clear("recurrence", `(stop|quit|end|cease) (repeating|recurring) {target}`),
  ...clear("recurrence", `(stop|end) {target} from (repeating|recurring)`),
  ...clear("recurrence", "(don't|dont|do not|never) repeat {target} [anymore|any more|again]"),
  ...clear("recurrence", `{target} ${notAnymore} ${comeBack} [anymore|any more|again]`),
  ...clear("recurrence", "{target} no longer (repeats|recurs)"),
  ...clear(
    "recurrence",
    "make {target} (not repeat|not recurring|non-recurring|non-repeating|stop repeating|a one-off|one-off)",
  ),
  ...clear(
    "recurrence",
    `(remove|clear|delete|cancel|end|stop|drop|turn off) (the|its) (recurrence|repetition|repeat|repeats|repeating|series) [(of|from|on|for) {target}]`,
  ),
  ...clear("recurrence", "(stop|end) (repeating|recurring|the repetition|the series)"),
  ...say(
    "skip",
    0.95,
    `skip {target} ${once}`,
    `skip [${once}]`,
    "skip (this|the next|next|the coming|this coming) (time|week|one|occurrence|month|day|year|instance|round)",
    "skip (this|the next|next) (time|week|one|occurrence|month|day|instance) (of|for) {target}",
    "skip the next {target}",
    `[i|we] (won't|wont|will not|can't|cannot) do {target} (this time|this week|this month|this once) [skip it]`,
    "(not this (time|week|month)|leave it out this (time|week|month))",
    `(leave out|leave) {target} [out] (this time|this week|this month|this once)`,
  ),
  ...say("skip", 0.75, "skip {target}"),
];
