/** Dates in Urdu. “کل” is both tomorrow and yesterday, so the past says so. */
import { type Due, dateIn, daysAway, inPersonsZone, type Moment } from "../dates.ts";
import { moved, nearStretch, type Stretch } from "../stretches.ts";
import type { SaidDays } from "../words.ts";

/** “آج”, “کل 17:00 بجے”, “جمعہ، 27 نومبر”; empty without a date. */
export function sayDue(due: Due, moment: Moment): string {
  const { due_on, due_time } = inPersonsZone(due, moment);
  if (!due_on) return "";
  const day = sayDay(due_on, moment);
  return due_time ? `${day} ${due_time} بجے` : day;
}

const near: Record<number, string> = { 0: "آج", 1: "کل", [-1]: "گزشتہ کل" };

function sayDay(date: string, moment: Moment): string {
  const [year] = date.split("-");
  const said = weekdayAndDay.format(new Date(`${date}T12:00:00Z`));
  const thisYear = dateIn(moment.time_zone, moment.now).slice(0, 4);
  return near[daysAway(date, moment)] ?? (year === thisYear ? said : `${said} ${Number(year)}`);
}

const weekdayAndDay = new Intl.DateTimeFormat("ur-PK-u-nu-latn", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

const stretches: Record<Stretch["name"], [now: string, next: string, last: string]> = {
  week: ["اس ہفتے", "اگلے ہفتے", "پچھلے ہفتے"],
  weekend: ["اس ہفتے کے آخر میں", "اگلے ہفتے کے آخر میں", "پچھلے ہفتے کے آخر میں"],
  month: ["اس مہینے", "اگلے مہینے", "پچھلے مہینے"],
  year: ["اس سال", "اگلے سال", "پچھلے سال"],
};

/** “اس ہفتے”, “پیر، 2 مارچ سے کل تک”; empty without a day. */
export function sayDays({ on, before, after }: SaidDays = {}, moment: Moment): string {
  if (on) return sayDay(on, moment);
  if (after && before) {
    const [first, last] = [moved(after, 1), moved(before, -1)];
    const stretch = nearStretch(first, last, moment);
    if (stretch) return stretches[stretch.name].at(stretch.away) ?? "";
    return `${sayDay(first, moment)} سے ${sayDay(last, moment)} تک`;
  }
  if (after) return `${sayDay(after, moment)} کے بعد`;
  return before ? `${sayDay(before, moment)} سے پہلے` : "";
}
