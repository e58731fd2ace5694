/** Monday to Sunday: which one is meant. */
import {
  comingWeekday,
  lastWeekday,
  thisWeekday,
  weekdayFrom,
  weekdayInWeeks,
  weekdaysAhead,
  weekdayWithin,
} from "../../../dates/weekdays.ts";
import type { DatePhrase } from "../../locale.ts";
import { COUNTED, countedIn, num, onDays, say } from "./say.ts";

const day = (values: Record<string, unknown>) => Number(values.anyWeekday);

const sunny = new Set(
  "cream creme screen lotion block blocker protection hat hats glasses shade shades umbrella room roof dress flower flowers set rise tan bath bed beds exposure salutation salutations spot damage safety visor nav ami".split(
    " ",
  ),
);

export const weekdays: DatePhrase[] = [
  say("#weekday", { day: (v) => comingWeekday(num(v, "weekday")), describes: true }),
  say("#weekdayShort", {
    day: (v) => comingWeekday(num(v, "weekdayShort")),
    before_edge: true,
    at_start: true,
    describes: true,
    doubtful: new Set(["sat", "sun", "wed", "mon"]),
    not_before: sunny,
  }),
  say("#clock #weekdayShort", {
    day: (v) => comingWeekday(num(v, "weekdayShort")),
    time: (v) => ({ minutes: num(v, "clock"), sure: true }),
    before_edge: true,
  }),
  say("([by] (eod|cob) [on] #anyWeekday|#anyWeekday [by] (eod|cob))", { day: (v) => comingWeekday(day(v)) }),
  say("this [coming|past] #anyWeekday", { day: (v) => thisWeekday(day(v)) }),
  say("[the] (coming|upcoming|following) #anyWeekday", { day: (v) => comingWeekday(day(v)) }),
  say("[the] (end|start|beginning) of (this|the) #anyWeekday", { day: (v) => thisWeekday(day(v)) }),
  say("next #anyWeekday", { day: (v) => weekdayInWeeks(day(v), 1) }),
  say("(#anyWeekday [of|in] next week|next week [on] #anyWeekday)", {
    day: (v) => weekdayInWeeks(day(v), 1),
  }),
  say("(#anyWeekday [of|in] this week|this week [on] #anyWeekday)", {
    day: (v) => weekdayInWeeks(day(v), 0),
  }),
  say("([the] #anyWeekday after next|[the] week after next [on] #anyWeekday)", {
    day: (v) => weekdayInWeeks(day(v), 2),
  }),
  say("#anyWeekday week", { day: (v) => weekdaysAhead(day(v), 2), before_edge: true }),
  say("#count #weekdayPlural (from now|from today|hence|later|ahead|out)", {
    day: (v) => weekdaysAhead(num(v, "weekdayPlural"), num(v, "count")),
  }),
  say("#count #anyWeekday (from now|from today|hence|later)", {
    day: (v) => weekdaysAhead(day(v), num(v, "count")),
  }),
  say("in #count #weekdayPlural", { day: (v) => weekdaysAhead(num(v, "weekdayPlural"), num(v, "count")) }),
  say("last #anyWeekday", { day: (v) => lastWeekday(day(v)), past: true }),
  // Counted inside or beside other days: "the last Friday of next month", "the Monday after Easter".
  say(
    `[the] ${COUNTED} #anyWeekday (of|in)`,
    onDays((v, days) => weekdayWithin(day(v), countedIn(v), days)),
  ),
  say(
    `[the] ${COUNTED} #anyWeekday (after|following|past)`,
    onDays((v, days) => weekdayFrom(day(v), countedIn(v), days)),
  ),
  say(
    `[the] ${COUNTED} #anyWeekday before`,
    onDays((v, days) => weekdayFrom(day(v), -countedIn(v), days)),
  ),
  say(
    "[the|next|first] #anyWeekday (after|following)",
    onDays((v, days) => weekdayFrom(day(v), 1, days)),
  ),
  say(
    "[the] #anyWeekday before",
    onDays((v, days) => weekdayFrom(day(v), -1, days)),
  ),
  say("[the] #anyWeekday (of|in)", {
    ...onDays((v, days) => (days.last - days.first === 6 ? weekdayWithin(day(v), 1, days) : undefined)),
  }),
];
