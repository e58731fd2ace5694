/** How English says that something comes back, from "every other day" to "the last Friday of each month". */
import type { Draft } from "../../../recurrence/draft.ts";
import type { RecurrencePhrase } from "../../../recurrence/words.ts";
import { compile, type Value } from "../../../text/pattern.ts";
import { classes, frequencyOf, isNight, numbersOf, partOf, placesOf } from "./words.ts";

type Values = Record<string, Value>;
type Read = (values: Values) => Draft | undefined;

export const say = (source: string, read: Read, more: Partial<RecurrencePhrase> = {}): RecurrencePhrase => ({
  pattern: compile(source, classes),
  read,
  ...more,
});

const every = "(every|each|ever|evry|ea) [single]";
/** "the first of every 3 months" */
const ofMonths = "(of|in|at|on|during) (every|each) [single] [#count|#other|#nth] (month|months)";
const everyMonth = `${every} [#count|#other|#nth] (month|months)`;

const unit = (values: Values, count = 1): Draft => {
  const { freq, size } = frequencyOf(values.unit ?? values.adverb);
  return {
    freq,
    interval: size * count,
    ...(isNight(values.unit ?? values.adverb) && { part: "night" as const }),
  };
};
const once = (values: Values, name: string) => {
  const numbers = numbersOf(values[name]);
  return numbers.length === 1 && numbers[0]! > 0 ? numbers[0]! : undefined;
};
const days = (values: Values, interval = 1): Draft => ({
  freq: "WEEKLY",
  interval,
  weekdays: numbersOf(values.weekdays ?? values.weekdaysPlural ?? values.weekdaysListed),
  ...(values.part && { part: partOf(values.part) }),
  ...(values.partPlural && { part: partOf(values.partPlural) }),
});
const dates = (values: Values): Draft => ({
  dates: numbersOf(values.dates ?? values.numbers ?? values.ordinals),
});

/** How many months lie between, from what stands before "months". */
const monthly = (values: Values, draft: Draft): Draft => ({
  freq: "MONTHLY",
  interval: Number(values.count ?? values.other ?? values.nth ?? 1),
  ...draft,
});

const units: RecurrencePhrase[] = [
  say(`${every} #unit`, (v) => unit(v)),
  say(`${every} #count #unit`, (v) => unit(v, Number(v.count))),
  say(`${every} (other|alternate|alternating) #unit`, (v) => unit(v, 2)),
  say(`${every} #ordinals #unit`, (v) => {
    const count = once(v, "ordinals");
    return count === undefined ? undefined : unit(v, count);
  }),
  say(`${every} [a] couple [of] #unit`, (v) => unit(v, 2)),
  say(`${every} few #unit`, (v) => unit(v, 3)),
  say("(alternate|alternating) #unit", (v) => unit(v, 2)),
  say(`${every} [one] half [an|a] hour`, () => ({ freq: "MINUTELY", interval: 30 })),
  say(`${every} [a] quarter [of] [an|a] hour`, () => ({ freq: "MINUTELY", interval: 15 })),
  say(`${every} hour and a half`, () => ({ freq: "MINUTELY", interval: 90 })),
  say(`${every} #hoursShort`, (v) => ({ freq: "HOURLY", interval: Number(v.hoursShort) })),
  say(`${every} #daysShort`, (v) => ({ freq: "DAILY", interval: Number(v.daysShort) })),
  say(`${every} #weeksShort`, (v) => ({ freq: "WEEKLY", interval: Number(v.weeksShort) })),
  say(`${every} #monthsShort`, (v) => ({ freq: "MONTHLY", interval: Number(v.monthsShort) })),
  say("once (a|an|per|every|each) #unit", (v) => unit(v)),
  say("once (every|each|in) #count #unit", (v) => unit(v, Number(v.count))),
  say("once (every|each) other #unit", (v) => unit(v, 2)),
  say(`${every} #part`, (v) => ({ freq: "DAILY", part: partOf(v.part) })),
  say(`${every} #part and [every] #otherPart`, (v) => ({
    freq: "DAILY",
    parts: [partOf(v.part), partOf(v.otherPart)],
  })),
  say(`${every} other #part`, (v) => ({ freq: "DAILY", interval: 2, part: partOf(v.part) })),
];

const adverbs: RecurrencePhrase[] = [
  say("[on a] #adverb [basis]", (v) => unit(v), { adverb: true }),
  say("semi (annually|annual)", () => ({ freq: "MONTHLY", interval: 6 }), { adverb: true }),
  say("half yearly", () => ({ freq: "MONTHLY", interval: 6 }), { adverb: true }),
  say("[on|in] [the] #partPlural", (v) => ({ freq: "DAILY", part: partOf(v.partPlural) }), { at_edge: true }),
];

const weekdays: RecurrencePhrase[] = [
  say(`${every} #weekdays [#part]`, (v) => days(v)),
  say(`${every} #weekdays in the #part`, (v) => days(v)),
  say(`${every} (other|alternate|alternating) #weekdays [#part]`, (v) => days(v, 2)),
  say(`${every} #count #weekdays`, (v) => days(v, Number(v.count))),
  say("(alternate|alternating) #weekdays", (v) => days(v, 2)),
  say("once (every|each) #count #weekdays", (v) => days(v, Number(v.count))),
  say("#weekdaysPlural", (v) => days(v), { at_edge: true }),
  say("[on] #weekdaysListed", (v) => days(v), { at_edge: true }),
  say("(on|only on) #weekdaysPlural", (v) => days(v)),
  say("[on] [the] #weekdays (every|each) [#count|#other|#nth] (week|weeks)", (v) =>
    days(v, Number(v.count ?? v.other ?? v.nth ?? 1)),
  ),
  say("[on] #weekdays #partPlural", (v) => days(v), { at_edge: true }),
  say("[on] #weekdaysPlural (in the|at) #part", (v) => days(v)),
];

const places: RecurrencePhrase[] = [
  // "every 3rd Friday" counts Fridays, "every first Friday" months.
  say(`${every} #places`, (v) => {
    const [only, ...more] = placesOf(v.places);
    const [place, ...other] = only?.places ?? [];
    const counts = only && more.length + other.length === 0 && place !== undefined && place > 1;
    return counts
      ? { freq: "WEEKLY", interval: place, weekdays: only.weekdays }
      : { freq: "MONTHLY", places: placesOf(v.places) };
  }),
  say(`${every} #places (of|in) [the|a|each|every] month`, (v) => ({
    freq: "MONTHLY",
    places: placesOf(v.places),
  })),
  say(`${every} #places (of|in) #months`, (v) => ({
    freq: "YEARLY",
    places: placesOf(v.places),
    months: numbersOf(v.months),
  })),
  say(`[on] [the] #places ${ofMonths}`, readPlaces),
  say(`[on] [the] #places [of the month] ${everyMonth}`, readPlaces),
  say(`[on] [the] #places (of|in) #months (every|each) year`, readYearPlaces),
];

function readPlaces(values: Values): Draft {
  return monthly(values, { places: placesOf(values.places) });
}
function readYearPlaces(values: Values): Draft {
  return { freq: "YEARLY", places: placesOf(values.places), months: numbersOf(values.months) };
}

const monthdays: RecurrencePhrase[] = [
  say(`${every} #ordinals`, (v) => ({ freq: "MONTHLY", ...dates(v) }), { before_edge: true }),
  say(`${every} #ordinals [day] (of|in) [the|each|every] month`, (v) => ({ freq: "MONTHLY", ...dates(v) })),
  say(`[on] [the] #numbers [day|days] ${ofMonths}`, (v) => monthly(v, dates(v))),
  say(`[on] [the] #ordinals [day|days] [of the month] ${everyMonth}`, (v) =>
    monthly(v, { dates: numbersOf(v.ordinals) }),
  ),
  say(`[on|at] [the] month end ${every} month`, () => ({ freq: "MONTHLY", dates: [-1] })),
];

const yeardays: RecurrencePhrase[] = [
  say(`${every} #months`, (v) => ({ freq: "YEARLY", months: numbersOf(v.months) })),
  say(`${every} #months [the] #dates`, (v) => yearly(v)),
  say(`${every} #dates [of] #months`, (v) => yearly(v)),
  say(`[on] [the] #dates [of] #months [of] (every|each) year`, (v) => yearly(v)),
  say(`[on] #months [the] #dates [of] (every|each) year`, (v) => yearly(v)),
  say(`[in] #months (every|each|of every|of each) year`, (v) => ({
    freq: "YEARLY",
    months: numbersOf(v.months),
  })),
  say(`[on] [the] #ordinals [day] (of|in) (every|each) year`, (v) => ({
    freq: "YEARLY",
    yeardays: numbersOf(v.ordinals),
  })),
];

/** "the end of each quarter" */
const starts: Record<string, Draft> = {
  day: { freq: "DAILY", part: "morning" },
  week: { freq: "WEEKLY", weekdays: [1] },
  month: { freq: "MONTHLY", dates: [1] },
  quarter: { freq: "YEARLY", months: [1, 4, 7, 10], dates: [1] },
  year: { freq: "YEARLY", months: [1], dates: [1] },
};
const ends: Record<string, Draft> = {
  day: { freq: "DAILY", part: "evening" },
  week: { freq: "WEEKLY", weekdays: [7] },
  month: { freq: "MONTHLY", dates: [-1] },
  quarter: { freq: "YEARLY", months: [3, 6, 9, 12], dates: [-1] },
  year: { freq: "YEARLY", months: [12], dates: [31] },
};
const edges: RecurrencePhrase[] = [
  say("[at|on|by] [the] (start|beginning|begin) (of|in) (every|each) #unit", (v) => starts[String(v.unit)]),
  say("[at|on|by] [the] (end|close) (of|in) (every|each) #unit", (v) => ends[String(v.unit)]),
  say(`[at|on|by] [the] (start|beginning|begin) ${ofMonths}`, (v) => monthly(v, { dates: [1] })),
  say(`[at|on|by] [the] (end|close) ${ofMonths}`, (v) => monthly(v, { dates: [-1] })),
];

const yearly = (values: Values): Draft => ({
  freq: "YEARLY",
  months: numbersOf(values.months),
  dates: numbersOf(values.dates),
});

const it = "[it|this|that|them|the task|the job]";
const did =
  "(finish|finished|finishing|complete|completed|completing|do|did|doing|done|tick|ticking off|checking off|check off)";
const completion = `(after|from|since|following) ((i|we) [have|last] ${did} ${it}|[the|each|every|its|my] [last] (completion|time)|[it is|it's|its|being|having been] [last] (done|finished|completed|complete)|${did} ${it})`;

const afterwards: RecurrencePhrase[] = [
  say(`[${every}] #count #unit ${completion}`, (v) => ({
    ...unit(v, Number(v.count)),
    after_completion: true,
  })),
  say(`(a|an|one|${every}) #unit ${completion}`, (v) => ({ ...unit(v), after_completion: true })),
];

export const heads: RecurrencePhrase[] = [
  ...units,
  ...adverbs,
  ...weekdays,
  ...places,
  ...monthdays,
  ...yeardays,
  ...edges,
  ...afterwards,
];
