/** What a changed profile becomes from the words of a caller, and which tasks go along when a person moves. */
import { invalid } from "@todo/contract";
import { type Change, changed, type ProfileRow, type TaskRow } from "../operations/entities.ts";
import type { HandlerContext, ParsedInput } from "../operations/implement.ts";
import { isApproved } from "../operations/narrow.ts";
import { findOpenTasksIn } from "./queries.ts";

/** Throws `validation_failed` for what is given and cleared at once, and for quiet hours without an end. */
export function profilePatch(
  profile: Pick<ProfileRow, "time_zone_known" | "language_known">,
  input: ParsedInput<"update_profile">,
): Partial<ProfileRow> {
  const { version: _, unless_known, clear = [], quiet_hours, ...fields } = input;
  if (unless_known && profile.time_zone_known) delete fields.time_zone;
  if (unless_known && profile.language_known) delete fields.language;
  for (const field of clear)
    if (input[field] !== undefined) throw invalid(field, "Give it a value or clear it, not both.");
  if (quiet_hours && quiet_hours.from === quiet_hours.until)
    throw invalid("quiet_hours", "They begin and end at the same time. Clear them to have none.", {
      reason: "quiet_hours_empty",
    });
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const patch: Partial<ProfileRow> = Object.fromEntries(given);
  if (quiet_hours || clear.includes("quiet_hours")) {
    patch.quiet_from = quiet_hours?.from ?? null;
    patch.quiet_until = quiet_hours?.until ?? null;
  }
  if (clear.includes("digest_at")) patch.digest_at = null;
  if (patch.time_zone) patch.time_zone_known = true;
  if (patch.language) patch.language_known = true;
  return patch;
}

/** Where times follow the person: open tasks of the zone that they leave. */
export async function tasksThatFollow(
  before: ProfileRow,
  patch: Partial<ProfileRow>,
  { db, actor }: HandlerContext,
): Promise<TaskRow[]> {
  const { time_zone, travel = before.travel } = patch;
  if (!time_zone || time_zone === before.time_zone || travel === "keep") return [];
  return findOpenTasksIn(db, actor.space_id, before.time_zone);
}

/** The same, at the same time of day in the new zone. */
export async function movedTasks(
  before: ProfileRow,
  patch: Partial<ProfileRow>,
  context: HandlerContext,
): Promise<Change[]> {
  const { approved, now } = context;
  const { time_zone = before.time_zone } = patch;
  const tasks = await tasksThatFollow(before, patch, context);
  return tasks
    .filter((task) => isApproved(task, approved))
    .flatMap((task) => changed("task", task, inZone(task, before.time_zone, time_zone), now()));
}

const inZone = ({ time_zone, recurrence, later }: TaskRow, from: string, to: string): Partial<TaskRow> => ({
  ...(time_zone === from && { time_zone: to }),
  ...(recurrence?.time_zone === from && { recurrence: { ...recurrence, time_zone: to } }),
  ...(later?.time_zone === from && { later: { ...later, time_zone: to } }),
});
