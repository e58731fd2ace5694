/** What an approval asks, in one short question: the things themselves stand in the rows below it. */
import type { Approval } from "@todo/contract/conversations";
import { isOnlyMoved } from "@todo/contract/only-moved";
import { wallClock } from "../tasks/calendar.ts";
import { dueInWords, timeInWords, type Viewpoint } from "../tasks/due.ts";

/** Nothing for a call that has no question of its own; its summary names the things then. */
export function questionOf(
  { tool, input }: Pick<Approval, "tool" | "input">,
  count: number,
  viewpoint: Viewpoint,
): string | undefined {
  const { t } = viewpoint;
  if (tool === "reschedule_tasks" || (tool === "update_task" && isOnlyMoved(input))) {
    const when = whenIn(input, viewpoint);
    if (when) return t("ask.moveTo", { count, when });
    if (input.clear === true) return t("ask.undate", { count });
  }
  const key = `ask.${tool}` as const;
  return t.knows(key) && key !== "ask.moveTo" && key !== "ask.undate" ? t(key, { count }) : undefined;
}

function whenIn({ due_on, due_time, time_zone }: Approval["input"], viewpoint: Viewpoint) {
  const time = typeof due_time === "string" ? due_time : null;
  if (typeof due_on !== "string") {
    const { day } = wallClock(viewpoint.now, viewpoint.zone);
    return time ? timeInWords(day, time, viewpoint.locale) : undefined;
  }
  const zone = typeof time_zone === "string" ? time_zone : null;
  return dueInWords({ due_on, due_time: time, time_zone: zone }, viewpoint);
}
