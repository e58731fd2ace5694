/** Days by their date: "March 5", "the 5th", "5/3", "2026-12-01", "the third Friday of March". */
import { type DaysAt, dateOfMonth, monthAndDate, namedMonth, slashed } from "../../../dates/days.ts";
import { feast, onNthWeekday } from "../../../dates/feasts.ts";
import { nthInMonth, weekdayAndDate } from "../../../dates/weekdays.ts";
import type { DatePhrase } from "../../locale.ts";
import { COUNTED, countedIn, DATE, dateIn, maybe, NTH, num, onDays, say, type Values } from "./say.ts";

const weekday = "[#anyWeekday]";
const byMonth = (v: Values): DaysAt =>
  monthAndDate(num(v, "month"), dateIn(v), maybe(v, "year"), maybe(v, "anyWeekday"));

export const calendarDays: DatePhrase[] = [
  say(`${weekday} #month [the] ${DATE} [of] [#year]`, { day: byMonth }),
  say(`${weekday} [the] ${DATE} [day] [of] [in] #month [of] [#year]`, { day: byMonth }),
  // A stretch of days is due when it begins.
  say(`#month ${DATE} (:|to|through|until|till) #dateEnd [#year]`, { day: byMonth }),
  say(`[the] ${DATE} (:|to|through|until|till) [the] #dateEnd [of] #month [#year]`, { day: byMonth }),
  say("#month #dateRange [#year]", {
    day: (v) => monthAndDate(num(v, "month"), num(v, "dateRange"), maybe(v, "year")),
  }),
  // As programs write it: "Thu Mar 5 15:50:06 2026".
  say(`${weekday} #month ${DATE} (#clock|#unsureClock) #year`, {
    day: byMonth,
    time: (v) => ({ minutes: maybe(v, "clock") ?? num(v, "unsureClock"), sure: v.clock !== undefined }),
  }),
  say(`#year #month ${DATE}`, { day: byMonth }),
  say(`${weekday} #month #dateComma`, { day: (v) => withComma(v, num(v, "month")) }),
  say(`${weekday} #written [#year]`, { day: (v) => fromWritten(v) }),
  say(`the ${NTH}`, { day: (v) => dateOfMonth(dateIn(v)), before_edge: true }),
  say("on the #dateDigits", { day: (v) => dateOfMonth(num(v, "dateDigits")), before_edge: true }),
  say("on #dateDigits at", { day: (v) => dateOfMonth(num(v, "dateDigits")) }),
  say("#nthDigits", { day: (v) => dateOfMonth(num(v, "nthDigits")), before_edge: true }),
  say(`[the] ${NTH} of (this|the) month`, { day: (v) => dateOfMonth(dateIn(v)) }),
  say(
    `[the] ${NTH} [day] (of|in)`,
    onDays((v, { first, last }) => nthDay(first + dateIn(v) - 1, last)),
  ),
  say(`#anyWeekday [the] ${NTH}`, {
    day: (v) => dateOfMonth(dateIn(v), num(v, "anyWeekday")),
    before_edge: true,
  }),
  say("#anyWeekday #dateDigits", {
    day: (v) => weekdayAndDate(num(v, "anyWeekday"), num(v, "dateDigits")),
    before_edge: true,
  }),
  say("#compactIso", { day: (v) => fromIso(v), after_lead: true, before_edge: true }),
  say("#iso", { day: (v) => fromIso(v), time: (v) => timeFromIso(v) }),
  say(`${weekday} #slash`, {
    day: (v) => fromSlash(v),
    before_edge: true,
    at_start: isNoFraction,
    not_before: new Set(["of"]),
  }),
  say(`${weekday} #slashYear`, { day: (v) => fromSlash(v) }),
  say("#dashed", { day: (v) => fromSlash(v), before_edge: true, after_lead: true }),
  say("#beforeSlash #dateDigits", {
    day: (v) => slashed(num(v, "beforeSlash"), num(v, "dateDigits")),
    before_edge: true,
  }),
  say("#date #dateDigits #year", {
    day: (v) => slashed(num(v, "date"), num(v, "dateDigits"), num(v, "year")),
    before_edge: true,
  }),
  say("#monthYear", { day: (v) => fromMonthYear(v), before_edge: true }),
  say(`[the] ${COUNTED} #anyWeekday (of|in) #month [of] [#year]`, {
    day: (v) => feast(onNthWeekday(countedIn(v), num(v, "anyWeekday"), num(v, "month")), maybe(v, "year")),
  }),
  say(`[the] ${COUNTED} #anyWeekday (of|in) (the|this) month`, {
    day: (v) => nthInMonth(countedIn(v), num(v, "anyWeekday")),
  }),
];

const nthDay = (day: number, last: number) => (day <= last ? { first: day, last: day, due: day } : undefined);

/** "1/2 cup" at the start is no date, "1/27" hardly anything else. */
function isNoFraction(values: Values): boolean {
  const [left, right] = String(values.slash).split(" ").map(Number);
  return Math.max(left!, right!) > 12 || (left! > 8 && right! > 8);
}

function withComma(values: Values, month: number) {
  const [date, year] = String(values.dateComma).split(" ").map(Number);
  return monthAndDate(month, date!, year!);
}

function fromWritten(values: Values) {
  const [month, date, year] = String(values.written).split(" ");
  return monthAndDate(
    Number(month),
    Number(date),
    year ? Number(year) : maybe(values, "year"),
    maybe(values, "anyWeekday"),
  );
}

function fromIso(values: Values) {
  const [year, month, date] = String(values.iso ?? values.compactIso)
    .split(" ")
    .map(Number);
  return month! > 12 ? monthAndDate(date!, month!, year!) : monthAndDate(month!, date!, year!);
}

function timeFromIso(values: Values) {
  const [, , , hours, minutes] = String(values.iso).split(" ");
  return hours && minutes && Number(hours) < 24
    ? { minutes: Number(hours) * 60 + Number(minutes), sure: true }
    : undefined;
}

function fromMonthYear(values: Values) {
  const [month, year] = String(values.monthYear).split(" ").map(Number);
  return namedMonth(month!, year!);
}

/** Where dots part a date the day comes first, in every locale. */
function fromSlash(values: Values): DaysAt {
  const [left, right, year, mark] = String(values.slash ?? values.slashYear ?? values.dashed).split(" ");
  const yearNumber = year ? Number(year) : undefined;
  const inOrder = slashed(Number(left), Number(right), yearNumber);
  return mark === "." ? (clock) => inOrder({ ...clock, day_first: true }) : inOrder;
}
