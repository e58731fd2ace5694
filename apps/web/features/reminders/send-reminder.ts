/** How a reminder that was chosen for a task is sent, and what is said of the answer. */
import type { OutputOf } from "@todo/contract/contract";
import type { NewReminder } from "@todo/contract/reminders";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { datesFor } from "../settings/dates.ts";
import type { Viewpoint } from "../tasks/due.ts";
import type { GivenReminder } from "../tasks/given.ts";
import { sameReminder } from "./reminder-presets.ts";
import { saveReminders } from "./save-reminders.ts";

interface Sending {
  call: () => Promise<OutputOf<"snooze_reminder">>;
  say: (answer: Task) => string;
}

export function sendingOf(
  task: Task,
  given: GivenReminder,
  { t, ...viewpoint }: Omit<Viewpoint, "now">,
): Sending {
  if (given.command === "remind") {
    const { reminder } = given;
    const others = (all: NewReminder[]) => all.filter((one) => !sameReminder(one, reminder));
    return {
      call: () => saveReminders(task, (all) => [...others(all), reminder]),
      say: () => t("reminder.saved"),
    };
  }
  return {
    call: () => api.snooze_reminder({ task_id: task.id, ...given.when }),
    say: ({ reminders }) => {
      const snoozed = reminders.find((one) => "at" in one && one.snoozed);
      const at = snoozed && "at" in snoozed ? snoozed.at : new Date().toISOString();
      return t("reminder.willCome", { moment: datesFor(viewpoint).moment(at) });
    },
  };
}
