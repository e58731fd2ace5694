/** The ways English says when. Each line is a phrase and what it stands for; the longest that fits wins. */
import {
  comingWeekday,
  type DateUnit,
  dateOfMonth,
  daysFromToday,
  lastWeekday,
  monthAndDate,
  namedMonth,
  period,
  slashed,
  thisWeekday,
  unitsAfter,
  weekdayInWeeks,
  weekend,
} from "../../dates/days.ts";
import { byFirst, compile, type Value } from "../../text/pattern.ts";
import type { DatePhrase, Locale, PartOfDay } from "../locale.ts";
import { calendarClasses, twelveHours } from "./calendar.ts";

type Values = Record<string, Value>;
const num = (values: Values, name: string) => Number(values[name]);
const unitOf = (values: Values) => values.unit as DateUnit;
const periodUnit = (values: Values) =>
  values.unit === "day" ? undefined : (values.unit as "week" | "month" | "year");

type Meaning = Omit<DatePhrase, "pattern">;
const say = (source: string, meaning: Meaning): DatePhrase => ({
  pattern: compile(source, calendarClasses),
  ...meaning,
});

const sure = (minutes: number | undefined) => (minutes === undefined ? undefined : { minutes, sure: true });
/** "0", "13" and later are on the 24-hour clock. */
const hour = (value: number, minute = 0) =>
  value * 60 + minute < 1440 ? { minutes: value * 60 + minute, sure: value === 0 || value > 12 } : undefined;

const TODAY = daysFromToday(0);
const tomorrow = "(tomorrow|tomorow|tommorow|tommorrow|tomorrrow|tmrw|tmrow|tmr|tmw|tomo|2moro|2morrow)";

const near: DatePhrase[] = [
  say("(today|tday|2day)", { day: () => TODAY }),
  say("(later|sometime) today", { day: () => TODAY }),
  say("[the] end of [the] day", { day: () => TODAY, before_edge: true }),
  say("(eod|cob)", { day: () => TODAY, before_edge: true }),
  say("(tonight|tonite|2night)", { day: () => TODAY, part: () => "night" }),
  say("this #part", { day: () => TODAY, part: (v) => v.part as PartOfDay }),
  say("in the (morning|am)", { part: () => "morning", before_edge: true }),
  say("in the afternoon", { part: () => "afternoon", before_edge: true }),
  say("in the evening", { part: () => "evening", before_edge: true }),
  say("at night", { part: () => "night", before_edge: true }),
  say(tomorrow, { day: () => daysFromToday(1) }),
  say(`first thing ${tomorrow}`, { day: () => daysFromToday(1), part: () => "morning" }),
  say(`[the] day after ${tomorrow}`, { day: () => daysFromToday(2) }),
  say("(overmorrow)", { day: () => daysFromToday(2) }),
  say("yesterday", { day: () => daysFromToday(-1), past: true }),
  say("[the] day before yesterday", { day: () => daysFromToday(-2), past: true }),
];

const weekdays: DatePhrase[] = [
  say("#weekday", { day: (v) => comingWeekday(num(v, "weekday")), describes: true }),
  say("#weekdayShort", {
    day: (v) => comingWeekday(num(v, "weekdayShort")),
    before_edge: true,
    describes: true,
    doubtful: new Set(["sat", "sun", "wed"]),
  }),
  say("#clock #weekdayShort", {
    day: (v) => comingWeekday(num(v, "weekdayShort")),
    time: (v) => sure(num(v, "clock")),
    before_edge: true,
  }),
  ...["weekday", "weekdayShort"].flatMap((name) => [
    say(`this [coming] #${name}`, { day: (v) => thisWeekday(num(v, name)) }),
    say(`coming #${name}`, { day: (v) => comingWeekday(num(v, name)) }),
    say(`next #${name}`, { day: (v) => weekdayInWeeks(num(v, name), 1) }),
    say(`#${name} next week`, { day: (v) => weekdayInWeeks(num(v, name), 1) }),
    say(`next week [on] #${name}`, { day: (v) => weekdayInWeeks(num(v, name), 1) }),
    say(`(#${name} after next|[the] week after next [on] #${name})`, {
      day: (v) => weekdayInWeeks(num(v, name), 2),
    }),
    say(`#${name} week`, {
      day: (v) => unitsAfter(1, "week", comingWeekday(num(v, name))),
      before_edge: true,
    }),
    say(`last #${name}`, { day: (v) => lastWeekday(num(v, name)), past: true }),
    say(`a week (on|from) #${name}`, { day: (v) => unitsAfter(1, "week", comingWeekday(num(v, name))) }),
    say(`#count weeks (on|from) #${name}`, {
      day: (v) => unitsAfter(num(v, "count"), "week", comingWeekday(num(v, name))),
    }),
  ]),
];

const periods: DatePhrase[] = [
  say("next #unit", { day: (v) => periodOf(v, 1) }),
  say("(this|current) #unit", { day: (v) => periodOf(v, 0) }),
  say("(later|sometime) (this|in the) #unit", { day: (v) => periodOf(v, 0) }),
  say("(last|past|previous) #unit", { day: (v) => periodOf(v, -1), past: true }),
  say("[the] end of [the|this] #unit", { day: (v) => periodOf(v, 0, "end") }),
  say("eow", { day: () => period("week", 0, "end"), before_edge: true }),
  say("eom", { day: () => period("month", 0, "end"), before_edge: true }),
  say("[the] (#unit|month) end", { day: (v) => periodOf(v, 0, "end"), after_lead: true, before_edge: true }),
  say("[the] last day of [the|this] #unit", { day: (v) => periodOf(v, 0, "end") }),
  say("[the] (end|last day) of next #unit", { day: (v) => periodOf(v, 1, "end") }),
  say("[the] (start|beginning|first day) of next #unit", { day: (v) => periodOf(v, 1, "start") }),
  say("[the] #unit after next", { day: (v) => periodOf(v, 2) }),
  say("(this|the|this coming) weekend", { day: () => weekend(0) }),
  say("weekend", { day: () => weekend(0), after_lead: true, before_edge: true }),
  say("next weekend", { day: () => weekend(1) }),
  say("in #month", { day: (v) => namedMonth(num(v, "month")), before_edge: true }),
  say("(this|next) #month", { day: (v) => namedMonth(num(v, "month")) }),
  say("[the] end of #month", {
    day: (v) => (clock) => {
      const days = namedMonth(num(v, "month"))(clock);
      return days && { ...days, due: days.last };
    },
  }),
];

const offsets: DatePhrase[] = [
  say("in #amount [more] #unit [time]", { day: (v) => unitsAfter(num(v, "amount"), unitOf(v)) }),
  say("(in|within) the next #count #unit", { day: (v) => unitsAfter(num(v, "count"), unitOf(v)) }),
  say("within #amount #unit", { day: (v) => unitsAfter(num(v, "amount"), unitOf(v)) }),
  say("in [a] couple [of] #unit", { day: (v) => unitsAfter(2, unitOf(v)) }),
  say("in a few #unit", { day: (v) => unitsAfter(3, unitOf(v)) }),
  say("in #daysShort", { day: (v) => unitsAfter(num(v, "daysShort"), "day") }),
  say("in #weeksShort", { day: (v) => unitsAfter(num(v, "weeksShort"), "week") }),
  say("#amount #unit from (now|today)", { day: (v) => unitsAfter(num(v, "amount"), unitOf(v)) }),
  say("#amount #unit later", { day: (v) => unitsAfter(num(v, "amount"), unitOf(v)), before_edge: true }),
  say(`#amount #unit (from|after) ${tomorrow}`, {
    day: (v) => unitsAfter(num(v, "amount"), unitOf(v), daysFromToday(1)),
  }),
  say("in #amount #clockUnit", { minutes_away: (v) => num(v, "amount") * num(v, "clockUnit") }),
  say("#amount #clockUnit from now", { minutes_away: (v) => num(v, "amount") * num(v, "clockUnit") }),
  say("in half an hour", { minutes_away: () => 30 }),
  say("in (a quarter of an hour|a quarter hour)", { minutes_away: () => 15 }),
  say("in (an|one) hour and a half", { minutes_away: () => 90 }),
  say("in #count and a half hours", { minutes_away: (v) => (num(v, "count") + 0.5) * 60 }),
  say("in [a] couple [of] hours", { minutes_away: () => 120 }),
  say("in a few (hours)", { minutes_away: () => 180 }),
  say("in #hoursShort", { minutes_away: (v) => num(v, "hoursShort") * 60 }),
  say("in #minutesShort", { minutes_away: (v) => num(v, "minutesShort") }),
];

const absolute: DatePhrase[] = [
  say("#month #date", { day: (v) => monthAndDate(num(v, "month"), num(v, "date")) }),
  say("#month [the] #nthDigits", { day: (v) => monthAndDate(num(v, "month"), num(v, "nthDigits")) }),
  say("#month #date [of] #year", {
    day: (v) => monthAndDate(num(v, "month"), num(v, "date"), num(v, "year")),
  }),
  say("[the] #date [of] #month", { day: (v) => monthAndDate(num(v, "month"), num(v, "date")) }),
  say("[the] #date [of] #month [of] #year", {
    day: (v) => monthAndDate(num(v, "month"), num(v, "date"), num(v, "year")),
  }),
  say("the #nth", { day: (v) => dateOfMonth(num(v, "nth")), before_edge: true }),
  say("#nthDigits", { day: (v) => dateOfMonth(num(v, "nthDigits")), before_edge: true }),
  say("the #nth of (this|the) month", { day: (v) => dateOfMonth(num(v, "nth")) }),
  say("#iso", { day: (v) => fromIso(v), time: (v) => timeFromIso(v) }),
  say("#slash", { day: (v) => fromSlash(v), before_edge: true }),
  // A weekday in front of a date confirms it.
  ...["weekday", "weekdayShort"].flatMap((name) => [
    say(`#${name} [the] #date [of] #month`, { day: (v) => monthAndDate(num(v, "month"), num(v, "date")) }),
    say(`#${name} #month [the] #date`, { day: (v) => monthAndDate(num(v, "month"), num(v, "date")) }),
    say(`#${name} the #nth`, { day: (v) => dateOfMonth(num(v, "nth")), before_edge: true }),
    say(`#${name} #slash`, { day: (v) => fromSlash(v), before_edge: true }),
    say(`#${name} [the] #date [of] #month #year`, {
      day: (v) => monthAndDate(num(v, "month"), num(v, "date"), num(v, "year")),
    }),
    say(`#${name} #month [the] #date #year`, {
      day: (v) => monthAndDate(num(v, "month"), num(v, "date"), num(v, "year")),
    }),
  ]),
];

const times: DatePhrase[] = [
  say("#clock", { time: (v) => sure(num(v, "clock")) }),
  say("#unsureClock", { time: (v) => ({ minutes: num(v, "unsureClock"), sure: false }), before_edge: true }),
  say("#unsureClock #meridiem", {
    time: (v) => {
      const minutes = num(v, "unsureClock");
      return sure(twelveHours(Math.floor(minutes / 60), minutes % 60, String(v.meridiem)));
    },
  }),
  say("#hour #meridiem", { time: (v) => sure(twelveHours(num(v, "hour"), 0, String(v.meridiem))) }),
  say("(at|@|around|about) #hour", { time: (v) => hour(num(v, "hour")), before_edge: true }),
  // A stretch of time is due when it begins.
  say("#hour (to|until|till) #clock", { time: (v) => hour(num(v, "hour")) }),
  say("#clock (to|until|till|and) #clock", { time: (v) => sure(num(v, "clock")) }),
  say("#atHour", { time: (v) => hour(num(v, "atHour")), before_edge: true }),
  say("(by|before|until|till) #hour", { time: (v) => hour(num(v, "hour")), before_edge: true }),
  say("#hour (o'clock|oclock)", { time: (v) => hour(num(v, "hour")) }),
  say("half past #hour", { time: (v) => hour(num(v, "hour"), 30) }),
  say("[a] quarter past #hour", { time: (v) => hour(num(v, "hour"), 15) }),
  say("[a] quarter (to|before|of) #hour", { time: (v) => hour(num(v, "hour"), -15) }),
  say("#minute [minutes] past #hour", {
    time: (v) => hour(num(v, "hour"), num(v, "minute")),
    before_edge: true,
  }),
  say("#minute [minutes] to #hour", {
    time: (v) => hour(num(v, "hour"), -num(v, "minute")),
    before_edge: true,
    after_lead: true,
  }),
  say("(noon|midday|lunchtime)", { time: () => sure(720), before_edge: true }),
  say("midnight", { time: () => sure(0), before_edge: true }),
];

/** Parts of a day that only mean something beside a date: "tomorrow morning". */
const partBesideDate: DatePhrase[] = [
  say("#part", { part: (v) => v.part as PartOfDay, after_lead: true, before_edge: true }),
];

function periodOf(values: Values, away: number, edge?: "start" | "end") {
  const unit = values.unit === undefined ? "month" : periodUnit(values);
  return unit && period(unit, away, edge);
}

function fromIso(values: Values) {
  const [year, month, date] = String(values.iso).split(" ").map(Number);
  return monthAndDate(month!, date!, year!);
}

function timeFromIso(values: Values) {
  const [, , , hours, minutes] = String(values.iso).split(" ");
  return hours && minutes && Number(hours) < 24 ? sure(Number(hours) * 60 + Number(minutes)) : undefined;
}

function fromSlash(values: Values) {
  const [left, right, year, mark] = String(values.slash).split(" ");
  const yearNumber = year ? Number(year) : undefined;
  return mark === "."
    ? monthAndDate(Number(left), Number(right), yearNumber)
    : slashed(Number(left), Number(right), yearNumber);
}

const words = (line: string) => new Set(line.split(" "));

export const dates: Locale["dates"] = {
  phrasesAt: byFirst([...near, ...weekdays, ...periods, ...offsets, ...absolute, ...times]),
  parts: partBesideDate,
  leads: words("on by due for at before until till from starting around @"),
  never_after: words("every each last black good cyber ash super other alternate the a an my"),
  edges: words(
    "and then or but to at on by in for with please about until till before after from of instead now plus also is are that tag tagged label labelled labeled urgent asap high low medium priority",
  ),
  bare_hour: say("#hour", { time: (v) => hour(num(v, "hour")) }),
  default_times: { morning: "09:00", afternoon: "15:00", evening: "19:00", night: "20:00" },
};
