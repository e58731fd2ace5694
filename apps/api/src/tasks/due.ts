/** When a new or changed task is due: no time without a date, no time without a zone, no recurrence without either. */
import { invalid } from "@todo/contract";
import { findProfile } from "../access/queries.ts";
import type { TaskRow } from "../operations/entities.ts";
import type { HandlerContext, ParsedInput } from "../operations/implement.ts";
import { beginSeries } from "../recurrence/begin.ts";

type Due = Pick<TaskRow, "due_on" | "due_time" | "time_zone" | "series_id" | "occurrence" | "recurrence">;

/** The zone in which this caller means wall-clock times. */
export async function zoneOf({ db, actor, time_zone }: HandlerContext): Promise<string> {
  return time_zone ?? (await findProfile(db, actor.space_id)).time_zone;
}

export async function dueOfNew(input: ParsedInput<"add_task">, context: HandlerContext): Promise<Due> {
  const { due_on = null, due_time = null, recurrence } = input;
  const zone = async () => input.time_zone ?? (await zoneOf(context));
  if (recurrence) return beginSeries(recurrence, { due_on, due_time, time_zone: await zone() }, context);
  if (due_time && !due_on)
    throw invalid("due_time", "A time needs a date: give due_on as well.", { reason: "time_needs_date" });
  const time_zone = due_time ? await zone() : null;
  return { due_on, due_time, time_zone, series_id: null, occurrence: null, recurrence: null };
}

/** `clear` holds the names of fields to empty. */
export async function dueOfChanged(
  task: TaskRow,
  input: ParsedInput<"update_task">,
  clear: Set<string>,
  context: HandlerContext,
): Promise<Partial<Due>> {
  const due_on = clear.has("due_on") ? null : (input.due_on ?? task.due_on);
  const clearsTime = clear.has("due_time") || clear.has("due_on");
  const due_time = clearsTime ? null : (input.due_time ?? task.due_time);
  const meant = input.time_zone ?? (input.due_time ? undefined : task.time_zone);
  const zone = async () => meant ?? zoneOf(context);
  if (input.recurrence)
    return beginSeries(input.recurrence, { due_on, due_time, time_zone: await zone() }, context, task);
  if (input.due_time && !due_on)
    throw invalid("due_time", "A time needs a date: give due_on as well.", { reason: "time_needs_date" });
  const due = { due_on, due_time, time_zone: due_time ? await zone() : null };
  return clear.has("recurrence") ? { ...due, recurrence: null } : due;
}
