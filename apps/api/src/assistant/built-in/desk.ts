/**
 * Where one request of a message does its work. It asks for a call by a name
 * of its own; when the conversation holds that call's result already it goes
 * on, else the call is asked for and the request is planned again with the
 * result. So the plan needs no memory: the conversation is its memory.
 */
import type { OperationName } from "@todo/contract";
import type { PastCall } from "./conversation.ts";

export interface PlannedCall {
  id: string;
  tool: OperationName;
  input: Record<string, unknown>;
}

/** Thrown through a plan that can't go on before its calls were made. */
export class NotYet extends Error {}

export class Desk {
  readonly wanted: PlannedCall[] = [];
  /** The calls of this request that were made, in order. */
  readonly made: PastCall[] = [];
  private readonly place: number;
  private readonly calls: PastCall[];

  constructor(place: number, calls: PastCall[]) {
    this.place = place;
    this.calls = calls;
  }

  /** Asks for several independent calls; throws NotYet until all were made. */
  ask(calls: { name: string; tool: OperationName; input: Record<string, unknown> }[]): PastCall[] {
    const results = calls.map(({ name, tool, input }) => {
      const id = `${name}_${this.place}`;
      const made = this.calls.find((call) => call.id === id && call.status !== "running");
      if (!made) this.wanted.push({ id, tool, input });
      else if (!this.made.includes(made)) this.made.push(made);
      return made;
    });
    if (results.includes(undefined)) throw new NotYet();
    return results as PastCall[];
  }

  /** Several things that don't need each other's results, so that their calls are asked for together. */
  all<Result>(works: (() => Result)[]): Result[] {
    const results = works.flatMap((work) => {
      try {
        return [work()];
      } catch (error) {
        if (error instanceof NotYet) return [];
        throw error;
      }
    });
    if (results.length < works.length) throw new NotYet();
    return results;
  }

  /** Every page of list_tasks. */
  pages(name: string, input: Record<string, unknown>): PastCall[] {
    const pages: PastCall[] = [];
    let cursor: unknown;
    do {
      const page = pages.length === 0 ? name : `${name}_page${pages.length + 1}`;
      const [call] = this.ask([
        {
          name: page,
          tool: "list_tasks",
          input: { ...input, limit: 200, ...(cursor !== undefined && { cursor }) },
        },
      ]);
      pages.push(call!);
      cursor = (call!.output as { next_cursor?: unknown } | null)?.next_cursor;
    } while (cursor !== undefined && cursor !== null);
    return pages;
  }
}
