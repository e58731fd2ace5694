/** Times of day: "5pm", "half past four", "three twenty", "between 2 and 3". */
import type { DatePhrase } from "../../locale.ts";
import { beforeEnd, twelveHours } from "../hours.ts";
import { maybe, num, onTime, say, type Values } from "./say.ts";

const sure = (minutes: number | undefined) => (minutes === undefined ? undefined : { minutes, sure: true });
/** "0", "13" and later are on the 24-hour clock. */
const hour = (value: number, minute = 0) => {
  const minutes = ((value % 24) * 60 + minute + 1440) % 1440;
  return value <= 24 && minute < 60 ? { minutes, sure: value === 0 || value > 12 } : undefined;
};

/** "10:30", which nobody writes for the evening where that is 22:30; "5:30" may be. */
const asWritten = (minutes: number) => ({ minutes, sure: false, written: minutes >= 600 });

const at = "(at|@|around|about|by|before|until|till|after)";
/** Where a day ends: Friday at midnight is what Saturday begins with. */
const midnight = 1440;
const meridiem = "(#meridiem|#meridiemLetter m)";
const half = (v: Values) => String(v.meridiem ?? v.meridiemLetter);
/** The minutes of "seven thirty", "seven forty three", "seven oh five". */
const minutes = "(#tens #ones|(oh|o) #ones|#minuteWords)";
const minutesIn = (v: Values) => maybe(v, "minuteWords") ?? (maybe(v, "tens") ?? 0) + num(v, "ones");
const to = "(to|until|till|til|thru|through)";

export const times: DatePhrase[] = [
  say("#clock [sharp|exactly|prompt]", { time: (v) => sure(num(v, "clock")) }),
  say("#unsureClock", { time: (v) => asWritten(num(v, "unsureClock")), before_edge: true }),
  say("(at|@) #unsureClock", { time: (v) => asWritten(num(v, "unsureClock")) }),
  say(`#unsureClock ${meridiem}`, { time: (v) => sure(halved(num(v, "unsureClock"), half(v))) }),
  // "09:26 pm" is on the 12-hour clock after all.
  say(`#clock ${meridiem}`, {
    time: (v) => sure(num(v, "clock") < 780 ? halved(num(v, "clock"), half(v)) : num(v, "clock")),
  }),
  say(`#hour [o'clock|oclock] ${meridiem}`, { time: (v) => sure(twelveHours(num(v, "hour"), 0, half(v))) }),
  say(`#hour (${minutes}|#minuteDigits) ${meridiem}`, {
    time: (v) => sure(twelveHours(num(v, "hour"), maybe(v, "minuteDigits") ?? minutesIn(v), half(v))),
  }),
  say(`${at} #hour`, { time: (v) => hour(num(v, "hour")), before_edge: true }),
  say("for #hour", { time: (v) => hour(num(v, "hour")), before_edge: true, after_lead: true }),
  say(`${at} #hour ${minutes} [minutes]`, {
    time: (v) => hour(num(v, "hour"), minutesIn(v)),
    before_edge: true,
  }),
  say("(at|@) #hour #minuteDigits", {
    time: (v) => hour(num(v, "hour"), num(v, "minuteDigits")),
    before_edge: true,
  }),
  say("(at|@|by|before|until|till|from) (#hourMark|#dotted|#fourDigits) [hours|hrs]", {
    time: (v) => marked(v),
    before_edge: true,
  }),
  say(`#compactClock ${meridiem}`, { time: (v) => sure(halved(num(v, "compactClock"), half(v))) }),
  say(`#dotted ${meridiem}`, { time: (v) => sure(halved(num(v, "dotted"), half(v))) }),
  say("#fourDigits (hours|hrs)", { time: (v) => marked(v) }),
  say("#military", { time: (v) => sure(num(v, "military")), before_edge: true }),
  say("#hour hundred (hours|hrs)", { time: (v) => hour(num(v, "hour")) }),
  say("#hourIsh", { time: (v) => ({ minutes: num(v, "hourIsh") % 1440, sure: false }), before_edge: true }),
  say("#atHour", { time: (v) => hour(num(v, "atHour")), before_edge: true }),
  say("#hour (o'clock|oclock|o clock)", { time: (v) => hour(num(v, "hour")) }),
  say("half #toHour", { time: (v) => hour(num(v, "toHour"), 30), before_edge: true }),
  // A stretch of time is due when it begins.
  say("#clockRange", { time: (v) => sure(num(v, "clockRange")) }),
  say(`[from] #hour ${to} #clock`, { time: (v) => sure(beforeEnd(num(v, "hour") * 60, num(v, "clock"))) }),
  say(`(#clock|#unsureClock) ${to} #clock`, { time: (v) => rangeStart(v, num(v, "clock")) }),
  say(`(from|between) #hour (and|${to}) #toHour [${meridiem}]`, {
    time: (v) => hourRange(v),
    before_edge: true,
  }),
  say("between #unsureClock and #toHour", {
    time: (v) => ({ minutes: num(v, "unsureClock"), sure: false }),
    before_edge: true,
  }),
  say(`#hour ${to} #toHour ${meridiem}`, { time: (v) => hourRange(v) }),
  say("between #hour and #clock", { time: (v) => sure(beforeEnd(num(v, "hour") * 60, num(v, "clock"))) }),
  say("(noon|midday|mid-day|mid day|lunchtime|noonish)", { time: () => sure(720), before_edge: true }),
  say("(mid-morning|midmorning|mid morning)", { time: () => sure(600), before_edge: true }),
  say("(mid-afternoon|midafternoon|mid afternoon)", { time: () => sure(840), before_edge: true }),
  say("(12|twelve) noon", { time: () => sure(720) }),
  say("(midnight|mid-night|mid night)", { time: () => sure(midnight), before_edge: true }),
  say("(12|twelve) midnight", { time: () => sure(midnight) }),
  // Counted from a time: "half past four", "a quarter to noon", "20 past 3pm".
  say(
    "half (past|after)",
    onTime(() => 30),
  ),
  say(
    "[a] quarter (past|after)",
    onTime(() => 15),
  ),
  say(
    "three (quarters|quarter) (past|after)",
    onTime(() => 45),
  ),
  say(
    "[a] quarter (to|before|of|til|till)",
    onTime(() => -15),
  ),
  say("#minute [minutes|minute|mins|min] past", { ...onTime((v) => num(v, "minute")), before_edge: true }),
  say(
    "#minute (minutes|minute|mins|min) (after|past)",
    onTime((v) => num(v, "minute")),
  ),
  say(
    "#minute (minutes|minute|mins|min) (to|before|til|till)",
    onTime((v) => -num(v, "minute")),
  ),
  say("#fives after", { ...onTime((v) => num(v, "fives")), before_edge: true, after_lead: true }),
  say("#fives [minutes] (to|til|till|before)", {
    ...onTime((v) => -num(v, "fives")),
    before_edge: true,
    after_lead: true,
  }),
];

/** Times only where another phrase is about them: the "four" of "half past four". */
export const innerTimes: DatePhrase[] = [say("#hour", { time: (v) => hour(num(v, "hour")) })];

/** "make it 11": a number that is a time only because nothing else makes sense. */
export const bareHour = say("#hour", { time: (v) => hour(num(v, "hour")) });

/** Behind a date: "Monday 16h". */
export const hourBesideDate: DatePhrase[] = [say("#hourMark", { time: (v) => marked(v) })];

const halved = (minutes: number, meridiem: string) =>
  twelveHours(Math.floor(minutes / 60), minutes % 60, meridiem);

function marked(values: Values) {
  const minutes = maybe(values, "fourDigits") ?? maybe(values, "dotted") ?? num(values, "hourMark") * 60;
  return { minutes, sure: values.dotted === undefined || minutes >= 780 };
}

function hourRange(values: Values) {
  const end = values.meridiem ?? values.meridiemLetter;
  const start = num(values, "hour");
  if (end === undefined) return start < num(values, "toHour") || start <= 12 ? hour(start) : undefined;
  return sure(beforeEnd(start * 60, twelveHours(num(values, "toHour"), 0, String(end))));
}

function rangeStart(values: Values, clock: number) {
  const start = maybe(values, "unsureClock");
  return sure(start === undefined ? clock : beforeEnd(start, clock));
}
