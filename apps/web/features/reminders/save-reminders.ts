/** Changes a task's reminders, of which the API takes all at once. Those that others add or remove meanwhile stay so. */
import type { OutputOf } from "@todo/contract/contract";
import { AppError } from "@todo/contract/errors";
import type { NewReminder } from "@todo/contract/reminders";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { plain } from "./reminder-presets.ts";

/** Throws what the API throws. */
export async function saveReminders(
  seen: Task,
  change: (reminders: NewReminder[]) => NewReminder[],
): Promise<OutputOf<"update_task">> {
  for (let known = seen; ; ) {
    const reminders = change(known.reminders.map(plain));
    try {
      return await api.update_task({
        task_id: seen.id,
        ...(reminders.length > 0 ? { reminders } : { clear: ["reminders" as const] }),
        version: known.version,
      });
    } catch (error) {
      const conflict = error instanceof AppError ? error.conflict : undefined;
      if (conflict?.kind !== "task") throw error;
      known = conflict.current;
    }
  }
}
