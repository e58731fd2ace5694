/**
 * How much a run changes beside one of its calls: what the journal has of it, and what the calls that weren't made
 * would change. Whoever is made meanwhile is in the journal by the time that is read.
 */
import type { OperationName, ToolCall } from "@todo/contract";
import { findChangedTasks } from "../journal/queries.ts";
import type { CallLedger } from "./call-ledger.ts";
import { isTrouble } from "./run-record.ts";
import type { Room, Turn } from "./turn.ts";

/** Gives, for the id of a call, the ids of the tasks that the other calls of the run change. */
export function createAskedBesides(
  { database, runner }: Room,
  { context, run_id }: Turn,
  ledger: CallLedger,
) {
  const writes = runner.operations.filter(({ effect }) => effect === "write").map(({ name }) => name);
  const seen = new Map<string, Promise<string[]>>();

  const look = async ({ tool, input }: ToolCall) =>
    runner.changedTasks(tool as OperationName, input, context).catch((error: unknown) => {
      if (isTrouble(error)) throw error;
      // The call itself will meet the same problem, and change nothing.
      return [];
    });
  const changedBy = (call: ToolCall) => {
    const known = seen.get(call.id) ?? look(call);
    seen.set(call.id, known);
    return known;
  };

  return async (id: string): Promise<string[]> => {
    const asked = await Promise.all(ledger.openBesides(id).map(changedBy));
    const made = await findChangedTasks(database, context.actor.space_id, run_id, writes);
    return [...new Set([...asked.flat(), ...made])];
  };
}
