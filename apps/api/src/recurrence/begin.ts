/** A task becomes a recurring one, or gets another rule. */

import { v7 as uuid } from "uuid";
import { findProfile } from "../access/queries.ts";
import type { TaskRow } from "../operations/entities.ts";
import type { HandlerContext } from "../operations/implement.ts";
import { findCarrier, findOccurrencesFrom } from "./queries.ts";
import { type GivenRule, startRecurrence } from "./start.ts";

type Dated = Partial<Pick<TaskRow, "due_on" | "due_time">> & { time_zone: string };

/** The fields that a rule decides: itself, the series and the occurrence, and when the task is due. */
export async function beginSeries(given: GivenRule, due: Dated, context: HandlerContext, task?: TaskRow) {
  const { db, actor, now } = context;
  const language = given.words === undefined ? "en" : (await findProfile(db, actor.space_id)).language;
  const begin = { ...due, now: now(), language, path: "recurrence" };
  const { recurrence, occurrence, due_on, due_time } = startRecurrence(given, begin);
  return {
    series_id: await seriesFor(occurrence, context, task),
    occurrence,
    recurrence,
    due_on,
    due_time,
    time_zone: due_time === null ? null : due.time_zone,
  };
}

/** The task's own, unless another of its occurrences goes on with it or has that day already. */
async function seriesFor(occurrence: string, { db, actor }: HandlerContext, task?: TaskRow): Promise<string> {
  if (!task?.series_id) return uuid();
  const carrier = await findCarrier(db, actor.space_id, task.series_id);
  if (carrier && carrier.id !== task.id) return uuid();
  const taken = await findOccurrencesFrom(db, actor.space_id, task.series_id, occurrence, task.id);
  return taken.includes(occurrence) ? uuid() : task.series_id;
}
