/** English ways to point at tasks: "task 3", "it", "the last one", "all my morning meetings due this week". */

import type { Sort } from "../../meaning.ts";
import { compile } from "../../text/pattern.ts";
import type { Token } from "../../text/tokens.ts";
import type { Locale } from "../locale.ts";
import { cardinal, ordinal } from "./numbers.ts";
import { span, spanClasses } from "./spans.ts";

const words = (line: string) => new Set(line.split(" "));
const patterns = (...sources: string[]) => sources.map((source) => compile(source));

const task = "(task|todo|to-do|to do|item|reminder|one|entry|thing)";
const shown = "[(on|in|of|from) [the|my|that|this] (list|ones)]";
const tasks = "(tasks|todos|to-dos|to dos|items|reminders|ones|entries|things)";

/** "3", "#3", "3,"; not a word with digits in it. */
function numberOf(token: Token): number | undefined {
  const digits = /^#?(\d{1,6})$/u.exec(token.word);
  return digits ? Number(digits[1]) : cardinal(token);
}

/** "two", "couple": one alone has other words. */
function howMany(token: Token): number | undefined {
  const count = token.word === "couple" ? 2 : cardinal(token);
  return count !== undefined && count > 1 ? count : undefined;
}

/** Good enough for task titles: "meetings", "groceries"; not "laundress", "bus", "analysis". */
const isPlural = (word: string) =>
  word.length > 3 && /[^siu]s$/u.test(word) && !/^(news|always|perhaps|chris|james)$/u.test(word);

export const references: Locale["references"] = {
  last: patterns(`(it|that|this|this ${task}|that ${task}|the same|the same ${task}|it again)`),
  last_all: patterns(
    `(them|those|these|they|both|them all|all of them|all of those|all of these|both of them|both of those|both of these|both those|those ${tasks}|these ${tasks}|those two|these two|those three|all those|all these)`,
  ),
  ordinals: [
    compile(`[the|my] #nth ${task} [on|in|of] [the|my] [list]`, { nth: ordinal }),
    compile("[the] #nth", { nth: ordinal }),
    compile(`[the|my] #last [${task}]`, {
      last: ({ word }) => (/^(last|final|bottom)$/u.test(word) ? -1 : undefined),
    }),
    compile(`[the|my] #first ${task}`, { first: ({ word }) => (word === "top" ? 1 : undefined) }),
    compile(`[the|my] #oneBeforeLast last ${task}`, {
      oneBeforeLast: ({ word }) => (word === "second" ? -2 : undefined),
    }),
  ],
  firsts: [
    compile(`[the|my] (first|top) #count [${tasks}] ${shown}`, { count: howMany }),
    compile(`[the|my] #count (first|top) [${tasks}] ${shown}`, { count: howMany }),
  ],
  lasts: [
    compile(`[the|my] (last|bottom|final) #count [${tasks}] ${shown}`, { count: howMany }),
    compile(`[the|my] #count (last|bottom|final) [${tasks}] ${shown}`, { count: howMany }),
  ],
  number_fillers: words(
    "task tasks todo to-do todos number numbers no nr item items reminder reminders and & the my plus also as well",
  ),
  number_ranges: words("to through thru until -"),
  other: patterns(`(the|that) other [${task}]`),
  rest: compile(`[all] [of] [the] (rest|others|other ones|remaining ones|remaining ${tasks})`),
  except: words("not"),
  someone: patterns("(the|my) one"),
  numbers: numberOf,
  every: patterns("(all|every|each|any) [one] [of] [the|my|our|those|these]"),
  everything: patterns(
    `(all|every) [of] [the|my] [${tasks}|${task}]`,
    "(everything|all of it|the lot|every single (task|one)|(what's|whats|whatever's|what is|whatever is) [still] left [over])",
  ),
  determiners: words("the my our a an this that those these some your"),
  possessives: words("my our all"),
  task_nouns: words("task todo to-do item reminder one"),
  noun_leads: words("to at for about of regarding concerning that called named titled"),
  task_nouns_plural: words("tasks todos to-dos items reminders things ones"),
  fillers: patterns(
    "(that's|thats|that're) [been]",
    "(that|which|who) (is|are|were|was|i|have|has) [been|have|had]",
    "(with|whose|where) [the] (name|title)",
    "(called|named|titled|about|regarding|containing|mentioning)",
    "(on|in|from|off) [the|my|our] (list|plate|agenda|schedule|calendar|to-do list|todo list|to do list|task list)",
    "(i|we) (have|need|got|still have|still need) [to] [do]",
    "[that] (i've|ive|we've) [got] [to] [do]",
    "(coming up|in place)",
    "(left|still) [to] (do|be done)",
    "[left] to do",
    "in total",
    "(there are|there is)",
  ),
  filter_fillers: words(
    "me us all any every my our the list is are there i we have got to do please of still and right now currently only just everything anything for with a an some be that which on in next first set current currently upcoming only what when was were miss missed forgot forget",
  ),
  status: [
    {
      pattern: compile("(not|isn't|aren't|yet) (done|completed|complete|finished) [yet]"),
      status: "pending",
    },
    {
      pattern: compile(
        "[still] (pending|open|incomplete|uncompleted|unfinished|undone|outstanding|remaining|active|unchecked|left|to-do)",
      ),
      status: "pending",
    },
    {
      pattern: compile(
        "[[that|which] (i|we|i've|ive|we've)] [have] [already|just] (completed|complete|done|finished|closed|checked|ticked|checked-off) [off]",
      ),
      status: "completed",
    },
  ],
  overdue: patterns("(overdue|past due|late|past their due date|past its due date|behind)"),
  due_before: compile("[due] (before|earlier than)"),
  due_after: compile("[due] (after|later than|past)"),
  due_by: compile("[due] (by|until|till|up to|through|no later than|not later than)"),
  due_since: compile("([due] (since|starting|as of|no earlier than)|due from)"),
  due_next: compile(`[in|over|during|for|within] [the] (next|coming) ${span}`, spanClasses),
  or_later: compile("(or|and) (later|after|after that|beyond|onward|onwards)"),
  or_earlier: compile("(or|and) (earlier|before|before that|sooner)"),
  due_words: words("due scheduled planned deadline"),
  sorts: Object.entries({
    due: "due|date|due date|deadline",
    priority: "priority|importance",
    title: "name|title",
  }).map(([sort, words]) => ({
    pattern: compile(`[sorted|sort|ordered|order] by (${words})`),
    sort: sort as Sort,
  })),
  due_lead: compile(
    "[that are|that's|which are|is|are] [due|scheduled|planned|set] [on|for|from|in|this|during]",
  ),
  part_of_day: [
    { pattern: compile("[in the] (morning|mornings|morning's)"), part: "morning" },
    { pattern: compile("[in the] (afternoon|afternoons)"), part: "afternoon" },
    { pattern: compile("[in the] (evening|evenings)"), part: "evening" },
    { pattern: compile("[at] (night|nights)"), part: "night" },
  ],
  isPlural,
};
