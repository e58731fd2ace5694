/** What may stand behind "every month" or "Fridays": on which days, in which months, how often, how long. */
import type { Frequency } from "../../../recurrence/rule.ts";
import type { RecurrencePhrase, RecurrenceWords } from "../../../recurrence/words.ts";
import { compile } from "../../../text/pattern.ts";
import { say } from "./heads.ts";
import { dateUnitOf, numbersOf, placesOf } from "./words.ts";

const longer: Frequency[] = ["WEEKLY", "MONTHLY", "YEARLY"];
const monthsOrYears: Frequency[] = ["MONTHLY", "YEARLY"];
const times = "(times|time|occurrences|occurrence|repetitions|repeats|instances|iterations|sessions|x)";
const forNext = "[for] [up to|at most|a total of|the next|another]";

const on: RecurrencePhrase[] = [
  say("(on|only on|from|between) #weekdays", (v) => ({ weekdays: numbersOf(v.weekdays) })),
  say("#weekdays", (v) => ({ weekdays: numbersOf(v.weekdays) }), { behind: longer }),
  say("[on|always on] [the] #places [(of|in) [the|that] month]", (v) => ({ places: placesOf(v.places) }), {
    behind: longer,
  }),
  say(
    "[on] [the] #places (of|in) #months",
    (v) => ({ places: placesOf(v.places), months: numbersOf(v.months) }),
    { behind: monthsOrYears },
  ),
  say(
    "[on] [the] #ordinals (instance|instances|occurrence) of #weekdays",
    (v) => ({ positions: numbersOf(v.ordinals), weekdays: numbersOf(v.weekdays) }),
    { behind: monthsOrYears },
  ),
  say(
    "[on|always on] [the] #ordinals day [of [the|that] (week|month|year)]",
    (v) => ({ dates: numbersOf(v.ordinals) }),
    {
      behind: longer,
    },
  ),
  say(
    "(on|on the|the) #ordinals [of [the|that|each|every] month]",
    (v) => ({ dates: numbersOf(v.ordinals) }),
    {
      behind: monthsOrYears,
    },
  ),
  say("on day #dates", (v) => ({ dates: numbersOf(v.dates) }), { behind: monthsOrYears }),
  say("[at|on|by] [the] (start|beginning|begin) [of [the|that] month]", () => ({ dates: [1] }), {
    behind: ["MONTHLY"],
  }),
  say("[at|on|by] [the] (end|close) [of [the|that] month]", () => ({ dates: [-1] }), { behind: ["MONTHLY"] }),
];

const within: RecurrencePhrase[] = [
  say("(in|during|only in) #months", (v) => ({ months: numbersOf(v.months) })),
  say(
    "[on|always on] #months [the] #dates",
    (v) => ({ months: numbersOf(v.months), dates: numbersOf(v.dates) }),
    {
      behind: ["YEARLY"],
    },
  ),
  say(
    "[on|always on] [the] #dates [day] [of|in] #months",
    (v) => ({ months: numbersOf(v.months), dates: numbersOf(v.dates) }),
    { behind: ["YEARLY"] },
  ),
  say("(in|during|of|on) (week|weeks) #numbers", (v) => ({ freq: "YEARLY", weeks: numbersOf(v.numbers) })),
  say(
    "(except|excluding|but not|except for) [on] #weekdays",
    (v) => ({ not_weekdays: numbersOf(v.weekdays) }),
    {
      behind: ["DAILY", "WEEKLY"],
    },
  ),
  say("(at|@) #times", (v) => ({ times: numbersOf(v.times) })),
  say("(at|@) #hours", (v) => ({ times: numbersOf(v.hours).map((hour) => hour * 60) })),
];

const howLong: RecurrencePhrase[] = [
  say(`${forNext} #count ${times}`, (v) => ({ count: Number(v.count) })),
  say(`${forNext} #countX`, (v) => ({ count: Number(v.countX) })),
  say("twice", () => ({ count: 2 }), { before_edge: true }),
  say("(thrice|three times)", () => ({ count: 3 }), { before_edge: true }),
  say("for [up to|the next|another] [a|one|the] #dateUnit", (v) => ({
    lasts: { amount: 1, unit: dateUnitOf(v.dateUnit) },
  })),
  say("for [up to|the next|another] #count #dateUnit", (v) => ({
    lasts: { amount: Number(v.count), unit: dateUnitOf(v.dateUnit) },
  })),
];

export const more = [...on, ...within, ...howLong];

export const bounds: RecurrenceWords["bounds"] = [
  {
    pattern: compile(
      "(starting|beginning|commencing|starts|begins|from|since|effective|as of) [on|from|in|at]",
    ),
  },
  { pattern: compile("(through|thru|up to and including)"), ends: true, last: true },
  { pattern: compile("(until|till|til|ending|ends|to|up to|before) [on|in|the end of]"), ends: true },
];
