/** Weeks, months, quarters, seasons and years, and places in them: "end of next month", "mid March". */

import { mondayOf } from "../../../dates/civil.ts";
import {
  atEdge,
  type DaysAt,
  edgeOf,
  namedMonth,
  namedQuarter,
  namedYear,
  type PeriodUnit,
  period,
  restOf,
  weekend,
} from "../../../dates/days.ts";
import type { DatePhrase } from "../../locale.ts";
import { countedIn, maybe, num, onDays, say, type Values } from "./say.ts";

const unit = (values: Values) => values.unit as PeriodUnit;
const start = "(start|beginning|first day|early|first part)";
const middle = "(middle|mid|mid-point)";
const end = "(end|last day|close|late)";

/** A month, quarter or season of the year, named with or without a year. */
const named: [string, (values: Values) => DaysAt][] = [
  ["#month [of] [#year]", (v) => namedMonth(num(v, "month"), maybe(v, "year"))],
  ["#quarterName [of] [#year]", (v) => namedQuarter(num(v, "quarterName"), maybe(v, "year"))],
];

export const periods: DatePhrase[] = [
  say("[the] next #unit", { day: (v) => period(unit(v), 1) }),
  // "what's on for the week"; a task "plan meals for the week" isn't due then.
  say("the #unit", { day: (v) => period(unit(v), 0), past: true, before_edge: true, after_lead: true }),
  say("(this|current) #unit", { day: (v) => period(unit(v), 0) }),
  say("(later|sometime|some time|anytime|any time|early|earlier|late) (this|in the) #unit", {
    day: (v) => period(unit(v), 0),
  }),
  say("(rest|remainder) of [the|this] #unit", { day: (v) => restOf(period(unit(v), 0)), before_edge: true }),
  say("(all|whole) [of] [the|this] #unit", {
    day: (v) => restOf(period(unit(v), 0)),
    before_edge: true,
    after_lead: true,
  }),
  say("[the] (last|past|previous) #unit", { day: (v) => period(unit(v), -1), past: true }),
  say(`[the] ${end} of [the|this] #unit`, { day: (v) => period(unit(v), 0, "end") }),
  say(`[the] ${middle} of [the|this] #unit`, { day: (v) => period(unit(v), 0, "middle") }),
  say("[the] eow", { day: () => period("week", 0, "end"), before_edge: true }),
  say("[the] eom", { day: () => period("month", 0, "end"), before_edge: true }),
  say("[the] eoq", { day: () => period("quarter", 0, "end"), before_edge: true }),
  say("[the] eoy", { day: () => period("year", 0, "end"), before_edge: true }),
  say("(#unit end|month-end|year-end)", {
    day: (v) => period(v.unit === undefined ? "month" : unit(v), 0, "end"),
    after_lead: true,
    before_edge: true,
  }),
  say(`[the] ${end} of next #unit`, { day: (v) => period(unit(v), 1, "end") }),
  say(`[the] ${middle} of next #unit`, { day: (v) => period(unit(v), 1, "middle") }),
  say(`[the] ${start} of [the] next #unit`, { day: (v) => period(unit(v), 1, "start") }),
  say("(early|late|mid|later) next #unit", { day: (v) => period(unit(v), 1) }),
  say("[the] #unit after next", { day: (v) => period(unit(v), 2) }),
  say("the #unit after", { day: (v) => period(unit(v), 1), before_edge: true, after_lead: true }),
  say("[the] (following|coming|upcoming) #unit", { day: (v) => period(unit(v), 1) }),
  say("[later|sometime] (this|the|this coming|over the|the coming|coming) (weekend|wkend|week-end)", {
    day: () => weekend(0),
  }),
  say("(weekend|wkend)", { day: () => weekend(0), after_lead: true, before_edge: true }),
  say("next (weekend|wkend|week-end)", { day: () => weekend(1) }),
  say("[the] weekend after next", { day: () => weekend(2) }),
  say("in #month", { day: (v) => namedMonth(num(v, "month")), before_edge: true }),
  say("(by|before|until|from|since|starting) #sureMonth", {
    day: (v) => namedMonth(num(v, "sureMonth")),
    before_edge: true,
  }),
  say("[in] #month #year", { day: (v) => namedMonth(num(v, "month"), num(v, "year")) }),
  say("(this|next|this coming) #sureMonth", {
    day: (v) => namedMonth(num(v, "sureMonth")),
    before_edge: true,
  }),
  say("(in [the]|by|this|next) #season [of] [#year]", { day: (v) => season(v), before_edge: true }),
  say("in #year", { day: (v) => namedYear(num(v, "year")), before_edge: true }),
  say(
    `[the] (#nth|#last) week (of|in)`,
    onDays((v, { first, last }) => week(countedIn(v), first, last)),
  ),
  say(
    "[the] (week|wk) (of|commencing|beginning|starting)",
    onDays((_, { first }) => week(1, mondayOf(first), mondayOf(first) + 6)),
  ),
  say(
    `[the] ${end} of`,
    onDays((_, days) => ({ ...days, due: atEdge(days, "end") })),
  ),
  say(
    `[the] last day (of|in)`,
    onDays((_, { last }) => ({ first: last, last, due: last })),
  ),
  say(
    `[the] ${start} of`,
    onDays((_, days) => ({ ...days, due: atEdge(days, "start") })),
  ),
  say(
    `[the] ${middle} of`,
    onDays((_, days) => ({ ...days, due: atEdge(days, "middle") })),
  ),
  ...named.flatMap(([words, days]) => [
    say(`[the|in] ${start} [of|in] ${words}`, { day: (v) => edgeOf(days(v), "start") }),
    say(`[the|in] ${middle} [of|in] ${words}`, { day: (v) => edgeOf(days(v), "middle") }),
    say(`[the|in] ${end} [of|in] ${words}`, { day: (v) => edgeOf(days(v), "end") }),
  ]),
  say("(in|by) #quarterName [of] [#year]", {
    day: (v) => namedQuarter(num(v, "quarterName"), maybe(v, "year")),
  }),
];

/** Days only where another phrase is about them: "the first Friday of March", "the week of 2027". */
export const inner: DatePhrase[] = [
  ...named.map(([words, days]) => say(words, { day: days })),
  say("#year", { day: (v) => namedYear(num(v, "year")) }),
  say("[the|this] #unit", { day: (v) => period(unit(v), 0) }),
];

function week(nth: number, first: number, last: number) {
  const from = nth > 0 ? first + (nth - 1) * 7 : last - 6;
  return from > last ? undefined : { first: from, last: from + 6, due: from };
}

function season(values: Values): DaysAt {
  const month = num(values, "season");
  return (clock) => {
    const begins = namedMonth(month, maybe(values, "year"))(clock);
    return begins && { ...begins, last: begins.first + 90 };
  };
}
