/**
 * May this actor do this without a yes? Deleting, and changing more than
 * three tasks at once, waits for the person when the assistant or an MCP
 * client asks. Tasks count that are changed along with those that are named.
 * Adding, undo and redo have no targets and never wait; the person's own hands
 * (web, command line, REST) don't either.
 */
import { AppError } from "@todo/contract";
import type { Context } from "./context.ts";
import type { BoundOperation, HandlerContext, Target } from "./implement.ts";

const UNASKED_CHANGES = 3;

/** Thrown on the road; carries what the person needs to decide. */
export class ApprovalRequired extends AppError {
  readonly targets: Target[];

  constructor(operation: string, targets: Target[]) {
    super("approval_required", "This waits for approval in the app.", {
      params: { operation, targets: targets.length },
    });
    this.targets = targets;
  }
}

/** Whether the policy applies to whoever asks. */
const waitsForPeople = ({ surface, actor, approved }: Context) =>
  !approved && (surface === "assistant" || (surface === "mcp" && !actor.auto_approve));

/**
 * The things a call would touch if it must wait; nothing if it may go on.
 * Throws what the operation itself would throw for things that aren't there.
 */
export async function approvalTargets(
  operation: BoundOperation,
  input: unknown,
  context: HandlerContext,
): Promise<Target[] | undefined> {
  if (!waitsForPeople(context)) return undefined;
  if (operation.effect === "read") return undefined;
  const targets = await targetsOf(operation, input, context);
  if (operation.effect === "destroy") return targets;
  const changed = targets.filter(isTask).map(({ id }) => id);
  const together = new Set([...changed, ...(context.asked_besides ?? [])]);
  return changed.length > 0 && together.size > UNASKED_CHANGES ? targets : undefined;
}

/** The ids of the tasks that a call would change. Throws what the operation itself would throw. */
export async function changedTasks(
  operation: BoundOperation,
  input: unknown,
  context: HandlerContext,
): Promise<string[]> {
  if (operation.effect !== "write") return [];
  return (await targetsOf(operation, input, context)).filter(isTask).map(({ id }) => id);
}

const targetsOf = async (operation: BoundOperation, input: unknown, context: HandlerContext) =>
  (await operation.targets?.(input, context)) ?? [];

/** Tasks alone have numbers. */
const isTask = ({ number }: Target) => number !== null;
