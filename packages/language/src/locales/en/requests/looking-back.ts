/** Requests for what is over: the trash, the history, what was done and when. */
import type { RequestPhrase } from "../../locale.ts";
import { me, say, tasks } from "./phrases.ts";

const show = "(show|display|list|see|view|open)";
const trash = "[the|my] (trash|trash can|bin|recycle bin)";

const asked = [
  "when (did|have) (i|we) [last] (finish|finished|complete|completed) {target}",
  "(did|have) (i|we) [already] (finish|finished|complete|completed|do|done) {target}",
];

export const lookingBack: RequestPhrase[] = [
  ...say(
    "list_trash",
    0.95,
    `[${show}] ${me} (what's|whats|what is|anything) in ${trash}`,
    `${show} ${me} ${trash}`,
    `[${show}] ${me} [the|my|all|all my] (deleted|trashed) ${tasks}`,
    "what (have|did) (i|we) [just] (delete|deleted)",
  ),
  ...say("empty_trash", 0.95, `(empty|clear|wipe|purge|clean) [out] ${trash}`),
  ...say(
    "history",
    0.95,
    "(what|what's|whats|what has|what have) [been] changed [{days}]",
    "what (have|did) (i|we|you) (change|changed|add|added|edit|edited) [{days}]",
    `[${show}] ${me} [the|my] [latest|recent|last] (history|changes) [of|for|from] [{days}]`,
  ),
  ...say("ask_done", 0.95, ...asked),
];

const be = "(is|are|was|were|has been|have been|got)";
const moved = "(moved|rescheduled|postponed|shifted|pushed|changed)";
const now = "[now|already|all|finally]";

/** Questions and facts that are about tasks only if there are such tasks; the first one that fits counts. */
export const supposals: RequestPhrase[] = [
  ...say("ask_done", 0.5, ...asked),
  ...say("ask_did", 0.5, "[when] (did|have) (i|we|you|they) [already|ever|last] {body} [yet|already|last]"),
  ...say("ask_done", 0.5, "(is|are|was|were) {target} (done|complete|completed|finished) [yet|already]"),
  ...say(
    "ask_became",
    0.5,
    `(is|are|was|were) {target+} {deed} (yet|already)`,
    `(is|are|was|were) {target+} {deed}`,
  ),
  ...say(
    "was_moved",
    0.5,
    `{target} [${be}] ${now} ${moved} to {value}`,
    `(i|we|i've|we've) ${now} ${moved} {target} to {value}`,
  ),
  ...say("fact", 0.5, `{target} [${be}] ${now} (done|complete|completed|finished)`),
  ...say("fact", 0.5, `{target} ${be} ${now} {deed}`, "{target+} {deed}"),
];
