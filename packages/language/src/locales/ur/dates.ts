/** The ways Urdu says when. What English puts before a date stands behind it here, and belongs to it: "jumme ko". */
import {
  type DateUnit,
  dateOfMonth,
  daysFromToday,
  monthAndDate,
  period,
  slashed,
  unitsAfter,
  weekend,
} from "../../dates/days.ts";
import { comingWeekday, thisWeekday, weekdayInWeeks } from "../../dates/weekdays.ts";
import { byFirst, compile, type Value } from "../../text/pattern.ts";
import { blank } from "../blank.ts";
import type { DatePhrase, Locale } from "../locale.ts";
import { lengths } from "./lengths.ts";
import { classes, partOf } from "./words.ts";

type Values = Record<string, Value>;
const num = (values: Values, name: string) => Number(values[name]);
const say = (source: string, meaning: Omit<DatePhrase, "pattern">): DatePhrase => ({
  pattern: compile(source, classes),
  ...meaning,
});

/** "ko", "tak", "ke din": on, by. */
const at = "[ko|tak|par|se|ke din|wala|ka|ki|ke|ke liye]";

const days: DatePhrase[] = [
  say(`aaj ${at}`, { day: () => daysFromToday(0) }),
  say(`kal ${at}`, { day: () => daysFromToday(1) }),
  say(`parson ${at}`, { day: () => daysFromToday(2) }),
  say(`tarson ${at}`, { day: () => daysFromToday(3) }),
  say(`guzra-kal ${at}`, { day: () => daysFromToday(-1), past: true }),
  say(`guzishta (kal|roz) ${at}`, { day: () => daysFromToday(-1), past: true }),
  say(`guzra-parson ${at}`, { day: () => daysFromToday(-2), past: true }),
  say(`[is] #weekday ${at}`, { day: (v) => comingWeekday(num(v, "weekday")) }),
  // The same word is a week.
  say("hafta (ko|ke din|ke roz)", { day: () => comingWeekday(6) }),
  say(`is #weekday ${at}`, { day: (v) => thisWeekday(num(v, "weekday")) }),
  say(`agle #weekday ${at}`, { day: (v) => weekdayInWeeks(num(v, "weekday"), 1) }),
  say(`agle hafta #weekday ${at}`, { day: (v) => weekdayInWeeks(num(v, "weekday"), 1) }),
];

const unitOf = (values: Values) => values.unit as DateUnit;
const stretch = (values: Values, away: number) => {
  const unit = unitOf(values);
  return unit === "day" ? undefined : period(unit, away);
};

const periods: DatePhrase[] = [
  say(`is #unit ${at}`, { day: (v) => stretch(v, 0) }),
  say(`agle #unit ${at}`, { day: (v) => stretch(v, 1) }),
  say(`guzishta #unit ${at}`, { day: (v) => stretch(v, -1), past: true }),
  say(`(is #unit|#unit) ke aakhir (mein|tak)`, {
    day: (v) => (unitOf(v) === "day" ? undefined : period(unitOf(v) as "week" | "month" | "year", 0, "end")),
  }),
  say(`[is] weekend ${at}`, { day: () => weekend(0) }),
];

const offsets: DatePhrase[] = [
  say("#count #unit [ke] (baad|andar|mein)", { day: (v) => unitsAfter(num(v, "count"), unitOf(v)) }),
  say("#count #clockUnit [ke] (baad|andar|mein)", {
    minutes_away: (v) => num(v, "count") * num(v, "clockUnit"),
  }),
  say("(aadha|aadha aik) ghanta [ke] (baad|andar|mein)", { minutes_away: () => 30 }),
  say("(derh) ghanta [ke] (baad|andar|mein)", { minutes_away: () => 90 }),
  say("(dhai) ghanta [ke] (baad|andar|mein)", { minutes_away: () => 150 }),
];

const absolute: DatePhrase[] = [
  say(`#date #month [#year] ${at}`, {
    day: (v) =>
      monthAndDate(num(v, "month"), num(v, "date"), v.year === undefined ? undefined : num(v, "year")),
  }),
  say(`#month [ki] #date [tareekh] ${at}`, { day: (v) => monthAndDate(num(v, "month"), num(v, "date")) }),
  say(`#date tareekh ${at}`, { day: (v) => dateOfMonth(num(v, "date")) }),
  say(`#iso ${at}`, {
    day: (v) => {
      const [year, month, date] = String(v.iso).split(" ").map(Number);
      return monthAndDate(month!, date!, year!);
    },
  }),
  say(`#slash ${at}`, {
    day: (v) => {
      const [left, right, year] = String(v.slash).split(" ").map(Number);
      return slashed(left!, right!, year || undefined);
    },
  }),
];

const hour = (value: number, minute = 0) => {
  const minutes = value * 60 + minute;
  return minutes < 1440 ? { minutes, sure: value === 0 || value > 12 } : undefined;
};
const sure = (minutes: number) => ({ minutes, sure: true });

const clocks: [source: string, time: NonNullable<DatePhrase["time"]>][] = [
  ["#hour baje", (v) => hour(num(v, "hour"))],
  ["saarhay #hour [baje]", (v) => hour(num(v, "hour"), 30)],
  ["sawa #hour baje", (v) => hour(num(v, "hour"), 15)],
  ["paune #hour baje", (v) => hour(num(v, "hour"), -15)],
  ["sawa baje", () => hour(1, 15)],
  ["derh baje", () => hour(1, 30)],
  ["dhai baje", () => hour(2, 30)],
  ["#hour baj kar #minute minute", (v) => hour(num(v, "hour"), num(v, "minute"))],
  ["#clock [baje]", (v) => sure(num(v, "clock"))],
  ["#unsureClock [baje]", (v) => ({ minutes: num(v, "unsureClock"), sure: false })],
];

const times: DatePhrase[] = clocks.flatMap(([source, time]) => [
  say(`${source} [tak|ko|par|ke qareeb]`, { time }),
  say(`#part [ko|ke|mein] ${source} [tak|ko|par]`, { time, part: (v) => partOf(v.part) }),
]);

export const dates: Locale["dates"] = {
  ...blank.dates,
  lengths: { ...blank.dates.lengths, words: lengths },
  phrasesAt: byFirst([
    ...days,
    ...periods,
    ...offsets,
    ...absolute,
    ...times,
    say("#part (ko|mein)", { part: (v) => partOf(v.part) }),
  ]),
  beside: [say("#part [ko|mein|ke waqt]", { part: (v) => partOf(v.part) })],
  leads: new Set(["tak"]),
  never_after: new Set(["har"]),
  edges: new Set(["aur", "ya", "phir", "lekin", "ko", "se", "par", "mein", "ke", "ka", "ki"]),
  bare_hour: say("#hour", { time: (v) => hour(num(v, "hour")) }),
};
