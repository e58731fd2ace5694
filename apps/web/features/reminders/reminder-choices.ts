/** When one can be reminded of a task: later than now, or by its date. For its menus in the panel, and for the palette. Pure. */
import type { NewReminder } from "@todo/contract/reminders";
import type { Task } from "@todo/contract/tasks";
import { Bell, Clock } from "lucide-react";
import { addDays, instantOf, wallClock } from "../tasks/calendar.ts";
import { type Choice, choice } from "../tasks/choices.ts";
import { timeInWords, type Viewpoint } from "../tasks/due.ts";
import type { GivenBy } from "../tasks/given.ts";
import { reminderPresets, sameReminder } from "./reminder-presets.ts";

const HOUR = 60;

/** `allDayTime` is when tomorrow begins for the person. */
export function snoozeChoices(
  { now, zone, locale, t }: Viewpoint,
  allDayTime: string,
): Choice<GivenBy<"snooze">>[] {
  const tomorrow = addDays(wallClock(now, zone).day, 1);
  const snooze = (id: string, when: GivenBy<"snooze">["when"], label: string) =>
    choice<GivenBy<"snooze">>(t, id, { given: { command: "snooze", when }, label, icon: Clock });
  return [
    snooze("10", { minutes: 10 }, t("reminder.in", { count: 10 })),
    snooze("60", { minutes: HOUR }, t("reminder.inAnHour")),
    snooze("180", { minutes: 3 * HOUR }, t("reminder.inHours", { count: 3 })),
    snooze(
      "tomorrow",
      { until: instantOf(tomorrow, allDayTime, zone).toISOString() },
      t("reminder.tomorrow", { time: timeInWords(tomorrow, allDayTime, locale) }),
    ),
  ];
}

/** Those that the task doesn't have yet; none without a date. `inWords` says a reminder in the middle of a sentence. */
export const remindChoices = (
  task: Pick<Task, "due_on" | "due_time" | "reminders">,
  { locale, t }: Pick<Viewpoint, "locale" | "t">,
  allDayTime: string,
  inWords: (reminder: NewReminder) => string,
): Choice<GivenBy<"remind">>[] =>
  reminderPresets(task, allDayTime)
    .filter((preset) => !task.reminders.some((one) => sameReminder(one, preset)))
    .map((reminder) => {
      const value = inWords(reminder);
      const label = value.replace(/^./u, (first) => first.toLocaleUpperCase(locale));
      const given = { command: "remind", reminder } as const;
      return choice<GivenBy<"remind">>(t, JSON.stringify(reminder), { given, label, value, icon: Bell });
    });
