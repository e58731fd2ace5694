/** What a change of the journal did to a task beside its plain fields: when it comes back, when one is reminded, where it stands. And when. */
import type { Change } from "@todo/contract/journal";
import type { NewReminder } from "@todo/contract/reminders";
import { enumerate } from "../../messages/enumerate.ts";
import type { Say } from "../../messages/messages.ts";
import type { Preset } from "../recurrence/presets.ts";
import { dayIn } from "./calendar.ts";
import { dayInWords, timeInWords, type Viewpoint } from "./due.ts";

interface Words {
  t: Say;
  locale: string;
  rule: (rule: Preset) => string;
  reminder: (reminder: NewReminder) => string;
}

/** Sentences; none for what was made or unmade. */
export function timesAndPlaceInWords({ before, after }: Change, words: Words): string[] {
  if (!before || !after) return [];
  const { t, locale } = words;
  const said: string[] = [];
  const compare = (field: string, was: string, becomes: string) => {
    if (was !== becomes) said.push(t("card.change", { field, before: was, after: becomes }));
  };
  const rule = (value: unknown) => (isRule(value) ? words.rule(ruleIn(value)) : t("repeat.never"));
  const reminders = (value: unknown) => {
    const known = Array.isArray(value) ? value.filter(isReminder) : [];
    return known.length > 0 ? enumerate(known.map(words.reminder), locale) : t("nothing");
  };

  // Of a task that is done the next one takes the rule over: to people it stays as it was.
  if ("recurrence" in after && !("completed_at" in after))
    compare(t("repeat.field"), rule(before.recurrence), rule(after.recurrence));
  if ("reminders" in after)
    compare(t("reminder.field"), reminders(before.reminders), reminders(after.reminders));
  if ("parent_id" in after) said.push(t(after.parent_id ? "history.below" : "history.notBelow"));
  // A task that comes to another list also gets a place there, which goes without saying.
  else if ("position" in after && !("list_id" in after)) said.push(t("history.placed"));
  return said;
}

/** An instant on the person's clock: “yesterday at 5 PM”. */
export function momentInWords(at: string, viewpoint: Viewpoint): string {
  const instant = new Date(at);
  const day = dayIn(instant, viewpoint.zone);
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: viewpoint.zone }).format(
    instant,
  );
  return viewpoint.t("due.at", {
    day: dayInWords(day, viewpoint),
    time: timeInWords(day, time, viewpoint.locale),
  });
}

type Fields = Record<string, unknown>;

const hasFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const isRule = (value: unknown): value is Fields & { rrule: string } =>
  hasFields(value) && typeof value.rrule === "string";

const ruleIn = ({ rrule, after_completion }: Fields & { rrule: string }): Preset => ({
  rrule,
  ...(after_completion === true && { after_completion }),
});

const isReminder = (value: unknown): value is NewReminder =>
  hasFields(value) &&
  (typeof value.at === "string" ||
    typeof value.minutes_before === "number" ||
    (typeof value.days_before === "number" && typeof value.time === "string"));
