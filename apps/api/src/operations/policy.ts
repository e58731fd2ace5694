/**
 * May this actor do this without a yes? Deleting, and changing more than
 * three tasks at once, waits for the person when the assistant or an MCP
 * client asks. Adding, undo and redo never wait; the person's own hands (web,
 * command line, REST) don't either.
 */
import { AppError } from "@todo/contract";
import type { Context } from "./context.ts";
import type { BoundOperation, HandlerContext, Target } from "./implement.ts";

const UNASKED_CHANGES = 3;
const additions = new Set(["add_task", "add_tasks", "add_list"]);
const takesBack = new Set(["undo", "redo"]);

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
  const { name, effect } = operation;
  if (effect === "read" || additions.has(name) || takesBack.has(name)) return undefined;
  const targets = async () => (await operation.targets?.(input, context)) ?? [];
  if (effect === "destroy") return targets();
  const asked = context.asked_before ?? 0;
  if (changedTasks(input) + asked > UNASKED_CHANGES) return targets();
  if (!operation.reachesFurther?.(input)) return undefined;
  const reached = await targets();
  return reached.length + asked > UNASKED_CHANGES ? reached : undefined;
}

/** How many tasks an input names. */
function changedTasks(input: unknown): number {
  const { task_ids, task_id } = input as { task_ids?: unknown[]; task_id?: unknown };
  if (task_ids) return task_ids.length;
  return task_id === undefined ? 0 : 1;
}
