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
  const { task_ids } = input as { task_ids?: unknown[] };
  return task_ids ? { ...(input as object), task_ids: kept.map(({ id }) => id) } : input;
}

/** For operations that reach further than what they name: whether the yes, where there had to be one, was for this too. */
export function isApproved(
  { id, number }: { id: string; number: number | null },
  approved: Context["approved"],
): boolean {
  const only = approved?.only;
  return !only || only.includes(id) || only.includes(String(number));
}
