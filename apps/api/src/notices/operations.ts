/** Reminders that are to come, and the one that is put off. */
import { invalid, type UpcomingReminder } from "@todo/contract";
import { v7 as uuid } from "uuid";
import { changed, type TaskRow } from "../operations/entities.ts";
import { implement } from "../operations/implement.ts";
import { getExpectedLivingTask, getTask, toTarget } from "../tasks/find.ts";
import { findTaskJson } from "../tasks/queries.ts";
import { findUpcoming, type Place, type UpcomingRow } from "./queries.ts";

const DEFAULT_LIMIT = 50;
const MINUTE_MS = 60_000;

export const noticeOperations = implement({
  async list_reminders({ task_id, limit = DEFAULT_LIMIT, cursor }, context) {
    const { db, actor } = context;
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const taskId = task_id === undefined ? undefined : (await getTask(context, task_id)).id;
    const rows = await findUpcoming(db, actor.space_id, { taskId, after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = rows.length > limit && page.at(-1);
    return { reminders: page.flatMap(toUpcoming), next_cursor: last ? toCursor(last) : null };
  },

  snooze_reminder: {
    targets: async (input, context) => [toTarget(await getExpectedLivingTask(context, input))],
    async run(input, context) {
      const { minutes, until } = input;
      const now = context.now();
      if ((minutes === undefined) === (until === undefined))
        throw invalid("minutes", "Give `minutes` or `until`, and not both.");
      const at = until ?? new Date(now.getTime() + minutes! * MINUTE_MS).toISOString();
      if (at <= now.toISOString())
        throw invalid("until", "That has passed already. Give a later time.", { reason: "time_passed" });
      const task = await getExpectedLivingTask(context, input);
      if (task.completed_at)
        throw invalid("task_id", `Task ${task.number} is done. Reopen it to be reminded of it.`, {
          reason: "reminder_of_done",
        });
      const reminders: TaskRow["reminders"] = [
        ...task.reminders.filter((reminder) => !("at" in reminder && reminder.snoozed)),
        { id: uuid(), at, snoozed: true },
      ];
      await context.record(changed("task", task, { reminders }, now));
      return (await findTaskJson(context.db, context.actor.space_id, task.id))!;
    },
  },
});

function toUpcoming({ slot, due_at, task, reminders }: UpcomingRow): UpcomingReminder[] {
  const reminder = reminders.find(({ id }) => slot.endsWith(id));
  return reminder ? [{ task, reminder, comes_at: due_at }] : [];
}

const toCursor = ({ due_at, slot }: Place) => Buffer.from(`${due_at} ${slot}`).toString("base64url");

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f:-]{1,100})$/;

function readCursor(cursor: string): Place {
  const [, due_at, slot] = CURSOR.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (due_at && slot && !Number.isNaN(Date.parse(due_at)) && due_at >= "0001") return { due_at, slot };
  throw invalid("cursor", "This cursor belongs to another query. Start again without one.");
}
