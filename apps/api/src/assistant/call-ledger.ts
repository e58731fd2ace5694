/**
 * The calls of a run in the order in which the model asked for them. They are
 * noted before the first of a response is made, so all of them count when the
 * policy asks how much the run wants to change: five single completions in one
 * response wait just as one call for five tasks would.
 */
import type { Effect, ToolCall } from "@todo/contract";

export class CallLedger {
  private readonly calls = new Map<string, ToolCall>();
  private readonly effectOf: (tool: string) => Effect | undefined;

  constructor(effectOf: (tool: string) => Effect | undefined, known: ToolCall[] = []) {
    this.effectOf = effectOf;
    for (const call of known) this.calls.set(call.id, call);
  }

  get all(): ToolCall[] {
    return [...this.calls.values()];
  }

  has(id: string): boolean {
    return this.calls.has(id);
  }

  get(id: string): ToolCall {
    const call = this.calls.get(id);
    if (!call) throw new Error(`The call ${id} was never noted.`);
    return call;
  }

  note(call: ToolCall) {
    this.calls.set(call.id, call);
  }

  isReading(id: string): boolean {
    return this.effectOf(this.get(id).tool) === "read";
  }

  /**
   * The others that are still to change something. Those that were made stand in the journal, those that failed or
   * were rejected change nothing, and deletions wait on their own account.
   */
  openBesides(id: string): ToolCall[] {
    return this.all.filter(
      (call) =>
        call.id !== id &&
        (call.status === "running" || call.status === "waiting") &&
        this.effectOf(call.tool) === "write",
    );
  }
}
