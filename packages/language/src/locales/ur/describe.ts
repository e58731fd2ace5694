/** A rule in Urdu, in words that are read as the same rule again: "ہر 2 ہفتے بعد پیر اور جمعہ کو". */
import type { Rule, RuleDay } from "../../recurrence/rule.ts";

const days = ["پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "سنیچر", "اتوار"];
const months = "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر".split(" ");
/** Alone, and behind a number. */
const units: Record<Rule["freq"], [one: string, many: string]> = {
  SECONDLY: ["سیکنڈ", "سیکنڈ"],
  MINUTELY: ["منٹ", "منٹ"],
  HOURLY: ["گھنٹے", "گھنٹے"],
  DAILY: ["روز", "دن"],
  WEEKLY: ["ہفتے", "ہفتے"],
  MONTHLY: ["مہینے", "مہینے"],
  YEARLY: ["سال", "سال"],
};
const ordinals = ["", "پہلے", "دوسرے", "تیسرے", "چوتھے", "پانچویں"];

export function describe(rule: Rule, after_completion: boolean): string {
  const { freq, interval } = rule;
  if (after_completion)
    return `مکمل ہونے کے ${interval} ${units[freq][interval === 1 && freq !== "DAILY" ? 0 : 1]} بعد${ending(rule)}`;
  const weekly = freq === "WEEKLY" && interval === 1 && rule.byday?.every(({ place }) => !place);
  if (weekly) return `ہر ${dayNames(rule.byday!)} کو${ending(rule)}`;
  const often = interval === 1 ? `ہر ${units[freq][0]}` : `ہر ${interval} ${units[freq][1]} بعد`;
  return [often, places(rule), timesOfDay(rule)].filter(Boolean).join(" ") + ending(rule);
}

function places({ freq, bymonth, bymonthday, byday, bysetpos }: Rule): string {
  const inMonths = bymonth && listed(bymonth.map((month) => months[month - 1] ?? ""));
  const behind = freq === "MONTHLY" ? "کے " : "";
  if (bymonthday?.some((date) => date < 0)) return `کے ${listed(bymonthday.map(ordinal))} دن کو`;
  if (bymonthday && inMonths) return `${listed(bymonthday.map(String))} ${inMonths} کو`;
  if (bymonthday) return `کی ${listed(bymonthday.map(String))} تاریخ کو`;
  if (byday && bysetpos) return `کے ${listed(bysetpos.map(ordinal))} کام کے دن کو`;
  if (byday?.some(({ place }) => place)) {
    const named = listed(byday.map((day) => `${ordinal(day.place ?? 1)} ${days[day.weekday - 1]}`));
    return inMonths ? `${inMonths} کے ${named} کو` : `${behind}${named} کو`;
  }
  if (byday) return `${dayNames(byday)} کو`;
  return inMonths ? `${inMonths} میں` : "";
}

function dayNames(byday: RuleDay[]): string {
  const weekdays = byday.map(({ weekday }) => weekday).join();
  return weekdays === "1,2,3,4,5" ? "کام کے دن" : listed(byday.map(({ weekday }) => days[weekday - 1] ?? ""));
}

function timesOfDay({ byhour, byminute }: Rule): string {
  if (!byhour) return "";
  const minute = String(byminute?.[0] ?? 0).padStart(2, "0");
  return `${listed(byhour.map((hour) => `${String(hour).padStart(2, "0")}:${minute}`))} بجے`;
}

function ending({ count, until }: Rule): string {
  if (count !== undefined) return `، ${count} مرتبہ`;
  if (until === undefined) return "";
  const [year, month, date] = until.split("-").map(Number);
  return `، ${date} ${months[month! - 1]} ${year} تک`;
}

function ordinal(place: number): string {
  if (place === -1) return "آخری";
  return place < 0 ? `آخری سے ${ordinals[-place] ?? -place}` : (ordinals[place] ?? String(place));
}

const listed = (names: string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join("، ")} اور ${names.at(-1)}`;
