/** Today, tomorrow, and parts of days. */
import { daysFromToday, single } from "../../../dates/days.ts";
import type { DatePhrase, PartOfDay } from "../../locale.ts";
import { num, onDays, say, TOMORROW } from "./say.ts";

const TODAY = daysFromToday(0);
const TOMORROWS = daysFromToday(1);
const hourSaid = (hour: number) => (hour <= 24 ? { minutes: (hour % 24) * 60, sure: hour > 12 } : undefined);

export const near: DatePhrase[] = [
  say("(today|tday|2day)", { day: () => TODAY }),
  say("[any time|anytime|later|sometime|some time|earlier|early|late] today", { day: () => TODAY }),
  say("the day", { day: () => TODAY, past: true, before_edge: true, after_lead: true }),
  say("this day", { day: () => TODAY, before_edge: true }),
  say("[at|by] [the] (end|close) of [the] (day|business)", { day: () => TODAY, before_edge: true }),
  say("[the] end of (today|play)", { day: () => TODAY, before_edge: true }),
  say("(eod|cob)", { day: () => TODAY, before_edge: true }),
  say(
    "(right now|now|at once|immediately|at the present time|at (this|the) (time|moment|minute|instant)|this instant)",
    {
      minutes_away: () => 0,
      before_edge: true,
    },
  ),
  say("(this|next) (second|sec)", { minutes_away: () => 0, before_edge: true }),
  say("this (minute|hour)", { minutes_away: () => 0, before_edge: true }),
  say("next (minute|minutes|min|mins)", { minutes_away: () => 1, before_edge: true }),
  say("next day", { day: () => TOMORROWS, before_edge: true }),
  say("next (hour|hr)", { minutes_away: () => 60, before_edge: true }),
  say("[late|later|early|earlier] (tonight|tonite|2night|tonigt|tonght|toinght)", {
    day: () => TODAY,
    part: () => "night",
  }),
  say("#hour tonight", { day: () => TODAY, part: () => "night", time: (v) => hourSaid(num(v, "hour")) }),
  say("#hour this #part", {
    day: () => TODAY,
    part: (v) => v.part as PartOfDay,
    time: (v) => hourSaid(num(v, "hour")),
  }),
  say("[later|early|late|earlier] this #part", { day: () => TODAY, part: (v) => v.part as PartOfDay }),
  say("(in the [early|late] (morning|am)|first thing in the morning|this am)", {
    part: () => "morning",
    before_edge: true,
  }),
  say("in the [early|late] afternoon", { part: () => "afternoon", before_edge: true }),
  say("in the [early|late] evening", { part: () => "evening", before_edge: true }),
  say("(at night|in the night|late at night)", { part: () => "night", before_edge: true }),
  say("#hour in the #part", { part: (v) => v.part as PartOfDay, time: (v) => hourSaid(num(v, "hour")) }),
  say("#hour in the am", { part: () => "morning", time: (v) => hourSaid(num(v, "hour")) }),
  say("#hour at (night)", { part: () => "night", time: (v) => hourSaid(num(v, "hour")) }),
  say(TOMORROW, { day: () => TOMORROWS }),
  say(`#hour ${TOMORROW}`, { day: () => TOMORROWS, time: (v) => hourSaid(num(v, "hour")), after_lead: true }),
  say(`(first thing|early|late|later) ${TOMORROW}`, { day: () => TOMORROWS, part: () => "morning" }),
  say(`[the] day after ${TOMORROW}`, { day: () => daysFromToday(2) }),
  say("(overmorrow)", { day: () => daysFromToday(2) }),
  say(
    "[the] (day|morning) (after|following)",
    onDays((_, { last }) => single(last + 1)),
  ),
  say(
    "[the] (day|night) before",
    onDays((_, { first }) => single(first - 1)),
  ),
  say("yesterday", { day: () => daysFromToday(-1), past: true }),
  say("last night", { day: () => daysFromToday(-1), part: () => "night", past: true }),
  say("[the] day before yesterday", { day: () => daysFromToday(-2), past: true }),
];

/** Read only where a date was said: "tomorrow morning", "Friday late evening", "Monday 16h". */
export const beside: DatePhrase[] = [
  say("[early|late|mid] [in the|at] #part", { part: (v) => v.part as PartOfDay }),
  say("(am|a.m)", { part: () => "morning" }),
  say("(pm|p.m)", { part: () => "afternoon" }),
];
