/** The menu that stands open in the panel of a task. A key opens it before the panel is there, which then shows it. */
import { createStore } from "../../lib/external-store.ts";
import type { GivenReminder } from "../tasks/given.ts";

interface ReminderMenu {
  /** The number of the task. */
  task: number;
  command: GivenReminder["command"];
}

export const reminderMenu = createStore<ReminderMenu | undefined>(undefined);

/** Its panel closes. Another may have been asked for, which it leaves alone. */
export const closeReminderMenu = (task: number) =>
  reminderMenu.set((open) => (open?.task === task ? undefined : open));
