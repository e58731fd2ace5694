/** The handlers of what is asked about recurring tasks. */
import { AppError, invalid, type Recurrence } from "@todo/contract";
import { describeRecurrence } from "@todo/language";
import { findProfile } from "../access/queries.ts";
import { type HandlerContext, implement, type ParsedInput } from "../operations/implement.ts";
import { zoneOf } from "../tasks/due.ts";
import { getExpectedLivingTask, getLivingTask, toTarget } from "../tasks/find.ts";
import { instantAt, localDateTime } from "../tasks/local-time.ts";
import { toTasks } from "../tasks/to-task.ts";
import { following, isRecurring } from "./next.ts";
import { dueOf } from "./occurrences.ts";
import { planSkip, skip } from "./skip.ts";
import { startRecurrence } from "./start.ts";

const SHOWN = 5;

export const recurrenceOperations = implement({
  skip_occurrence: {
    async targets(input, context) {
      const task = await getExpectedLivingTask(context, input);
      return (await planSkip(task, input.occurrence, context)).patches.map((one) => toTarget(one.task));
    },
    async run(input, context) {
      const seen = await getExpectedLivingTask(context, input);
      const { task, skipped } = await skip(seen, input.occurrence, context);
      return { ...(await toTasks([task], context))[0]!, skipped };
    },
  },

  async preview_recurrence(input, context) {
    const { language } = await findProfile(context.db, context.actor.space_id);
    const { recurrence, due_time, keys } = await asked(input, language, context);
    const { rrule, after_completion, time_zone } = recurrence;
    const words = describeRecurrence({ rrule, ...(after_completion && { after_completion }) }, language);
    return {
      rrule,
      after_completion,
      words: words ?? null,
      time_zone,
      next: keys.map((key) => {
        const due = dueOf(key, due_time);
        return { ...due, at: due.due_time && instantAt(due.due_on, due.due_time, time_zone) };
      }),
    };
  },
});

interface Asked {
  recurrence: Recurrence;
  due_time: string | null;
  keys: string[];
}

async function asked(
  input: ParsedInput<"preview_recurrence">,
  language: string,
  context: HandlerContext,
): Promise<Asked> {
  const { rrule, words, task_id, starts_on: due_on, due_time } = input;
  if ([rrule, words, task_id].filter((one) => one !== undefined).length !== 1)
    throw invalid("rrule", "Give rrule, words or task_id, one of them.");
  if (task_id === undefined) {
    const time_zone = input.time_zone ?? (await zoneOf(context));
    const path = rrule === undefined ? "words" : "rrule";
    const begin = { due_on, due_time, time_zone, now: context.now(), language, path };
    const { occurrence, ...started } = startRecurrence(input, begin);
    const later = keysBehind(started.recurrence, occurrence, occurrence, SHOWN - 1);
    return { ...started, keys: [occurrence, ...later] };
  }
  const task = await getLivingTask(context, task_id);
  if (!isRecurring(task))
    throw new AppError("conflict", `Task ${task.number} doesn't come back, so nothing follows it.`, {
      reason: "not_repeating",
      params: { kind: "task", id: task.number },
    });
  const { recurrence, occurrence } = task;
  const present = localDateTime(context.now(), recurrence.time_zone);
  return {
    recurrence,
    due_time: task.later?.due_time === undefined ? task.due_time : task.later.due_time,
    keys: keysBehind(recurrence, occurrence, present, SHOWN),
  };
}

/** One after the other, as if the first were done at a time of the wall's clock and each further one on its day. */
function keysBehind(recurrence: Recurrence, occurrence: string, done: string, most: number): string[] {
  const keys: string[] = [];
  let next = following(recurrence, occurrence, done);
  while (next && keys.length < most) {
    keys.push(next.occurrence);
    next = following(next.recurrence, next.occurrence, next.occurrence);
  }
  return keys;
}
