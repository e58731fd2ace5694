/** An approval may be given for a part: the input is cut down to the things that were ticked. */
import { AppError } from "@todo/contract";
import type { Context } from "./context.ts";
import type { BoundOperation, HandlerContext } from "./implement.ts";

export async function narrow(
  operation: BoundOperation,
  input: unknown,
  only: string[],
  context: HandlerContext,
): Promise<unknown> {
  const targets = (await operation.targets?.(input, context)) ?? [];
  const kept = targets.filter((target) => isApproved(target, { only }));
  if (kept.length === 0) throw new AppError("conflict", "None of the things approved is part of this.");
  const { task_ids } = input as { task_ids?: (string | number)[] };
  if (!task_ids) return input;
  // What only goes along isn't named now either: it would be done to it what was asked for the others.
  const named = task_ids.filter((ref) =>
    kept.some((target) => isApproved(target, { only: [String(ref).toLowerCase()] })),
  );
  if (named.length === 0) throw goesAlong();
  return { ...(input as object), task_ids: named };
}

/** For a task that takes others along. Throws `conflict` where the yes was for some of those and not for itself. */
export function requireApproved(task: { id: string; number: number }, approved: Context["approved"]): void {
  if (!isApproved(task, approved)) throw goesAlong(task.number);
}

const goesAlong = (number?: number) =>
  new AppError(
    "conflict",
    number === undefined
      ? "What goes along with these tasks doesn't without them, so nothing was done."
      : `What goes along with task ${number} doesn't without it, so nothing was done.`,
    number === undefined ? {} : { params: { kind: "task", id: number } },
  );

/** For operations that reach further than what they name: whether the yes, where there had to be one, was for this too. */
export function isApproved(
  { id, number }: { id: string; number: number | null },
  approved: Context["approved"],
): boolean {
  const only = approved?.only;
  return !only || only.includes(id) || only.includes(String(number));
}
