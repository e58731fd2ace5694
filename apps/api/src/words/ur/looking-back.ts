/** What was changed, and whether something was done, in Urdu. */
import { type Moment, onPersonsClock } from "../dates.ts";
import { namesOfChanges } from "../telling.ts";
import type { SaidChange, SaidDays, SaidTask } from "../words.ts";
import { sayDays, sayDue } from "./dates.ts";
import { enumerate, quoted, sentence } from "./names.ts";
import { deeds } from "./told.ts";

const SHOWN = 10;

export function history(changes: SaidChange[], days: SaidDays | undefined, moment: Moment): string {
  const when = sayDays(days, moment);
  if (changes.length === 0) return sentence([when, "کچھ نہیں بدلا"].filter(Boolean).join(" "));
  const rows = changes.slice(0, SHOWN).map((change, index) => `${index + 1}. ${row(change, moment)}`);
  const more = changes.length - SHOWN;
  return [
    `${[when, "تبدیلیاں"].filter(Boolean).join(" ")}:`,
    ...rows,
    ...(more > 0 ? [`اور ${more} مزید`] : []),
  ].join("\n");
}

const row = ({ operation, at, changes }: SaidChange, moment: Moment) =>
  `${changes.every(isProfile) ? "آپ کا پروفائل" : enumerate(namesOfChanges({ operation, changes }))}: ${deeds[operation] ?? "بدلنا"} (${said(at, moment)})`;

const isProfile = ({ entity }: { entity: string }) => entity === "profile";

const said = (instant: string, moment: Moment) => sayDue(onPersonsClock(instant, moment), moment);

export function wasDone({ open, done }: { open?: SaidTask; done?: SaidTask }, moment: Moment): string {
  const due = open ? sayDue(open, moment) : "";
  if (!done)
    return open ? sentence(`ابھی نہیں۔ ${quoted(open.title)} باقی ہے${due && `، ${due} کے لیے`}`) : "";
  const when = done.completed_at ? `${said(done.completed_at, moment)} ` : "";
  const completed = sentence(`${quoted(done.title)} ${when}مکمل ہوا`);
  return open ? `${completed} ${due ? `اگلی بار: ${due}۔` : "اب پھر باقی ہے۔"}` : completed;
}
