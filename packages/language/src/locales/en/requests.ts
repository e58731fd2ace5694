/**
 * What people say to a task manager, and how it is to be read. The first
 * phrase whose reading makes sense wins, so the particular stands above the
 * general. The number is how sure we are that it isn't a title.
 */
import { byFirst, compile } from "../../text/pattern.ts";
import type { Locale } from "../locale.ts";
import { additions, headings, mentions } from "./requests/additions.ts";
import { changes } from "./requests/changes.ts";
import { filters } from "./requests/filters.ts";
import { findings } from "./requests/findings.ts";
import { lists } from "./requests/lists.ts";
import { lookingBack, supposals } from "./requests/looking-back.ts";
import { pointed } from "./requests/pointing.ts";
import { reminderLists, reminding } from "./requests/reminding.ts";
import { removals } from "./requests/removals.ts";
import { repeating } from "./requests/repeating.ts";
import { small } from "./requests/small-talk.ts";
import { subTasks } from "./requests/sub-tasks.ts";
import { lengthOf } from "./spans.ts";
import { imperativeOf } from "./verbs.ts";

const patterns = (...sources: string[]) => sources.map((source) => compile(source));

export const requests: Omit<Locale["requests"], "priorities"> = {
  phrasesAt: byFirst([
    ...reminding,
    ...headings,
    ...subTasks,
    ...small,
    ...lists,
    ...lookingBack,
    ...reminderLists,
    ...filters,
    ...findings,
    ...repeating,
    ...pointed,
    ...removals,
    ...changes,
    ...additions,
    ...mentions,
  ]),
  supposedAt: byFirst(supposals),
  openings: patterns(
    "(please|pls|plz|kindly)",
    "(hey|hi|hello|ok|okay|so|well|um|uh|hm|hmm|oh|yo|alright|right|now|also|then|and|but|great|cool|thanks|thank you|first|finally|next|lastly|actually|sorry) [there|todo|then]",
    "(would|do) you mind [please]",
    "(can|could|would|will) (you|u|we) [please|pls|kindly|maybe|also|just]",
    "(i'd|i would) (like|love) (you to|for you to)",
    "(i|we) (want|need) you to",
    "(just|go ahead and|quickly|simply|be so kind and)",
    "(can|could|may) i [please|also|just]",
    "(let me|lemme|help me|help me to)",
    "(i was wondering if|i wonder if) you could",
  ),
  closings: patterns(
    "(please|pls|plz|thanks|thank you|thx|for me|for us|ok|okay|will you|would you|could you|if you can|right away|cheers|when you can|asap please|too|as well|instead)",
  ),
  fields: {
    due_on: "due_on",
    priority: "priority",
    labels: "labels",
    description: "description",
    list: "list",
    recurrence: "recurrence",
    reminders: "reminders",
  },
  onto_it: compile("(add|put) {body} [(to|in|into|on|onto) (it|that|there)|there]"),
  each_to: compile("{target+} (to|until|till|on|for) {value}"),
  lengthOf,
  gerund_leads: new Set(["mind"]),
  imperativeOf,
  wishes: patterns(
    "(i|we) (want|need|have|would like|must|should|wish) [to]",
    "(i'd|id|we'd) like to",
    "(i've|ive) got to",
  ),
};
