/** The server's half of an operation: implement(contract, handlers) in a feature, joined to one table in app.ts. */
import type { Contract, NamedOperation, OperationName, OutputOf } from "@todo/contract";
import type { z } from "zod";
import type { Reader } from "../db/database.ts";
import type { Context } from "./context.ts";
import type { Change } from "./entities.ts";
import type { Recorded } from "./record.ts";

export interface HandlerContext extends Context {
  group_id: string;
  /** Reads. In a writing operation the first read locks the space, so that what was read stays true. */
  db: Reader;
  /** Applies and journals; the only way a handler changes anything. */
  record(changes: Change[]): Promise<Recorded>;
  /** What is to be done once all of it is committed: to tell of it, and nothing that may fail. */
  afterwards(work: () => Promise<void>): void;
  /** The operation recorded is the undoing of this group. */
  undoing(group: string): void;
}

export type ParsedInput<Name extends OperationName> = z.output<Contract[Name]["input"]>;

/** What a handler answers; `undo` is put there by the road. */
type Answer<Name extends OperationName> =
  OutputOf<Name> extends { undo: string } ? Omit<OutputOf<Name>, "undo"> : OutputOf<Name>;

/** A task (or list, label, conversation) that a call would touch, shown to whoever must approve. */
export interface Target {
  id: string;
  number: number | null;
  title: string;
}

export interface Implementation<Name extends OperationName> {
  run(input: ParsedInput<Name>, context: HandlerContext): Promise<Answer<Name> | JsonText>;
  /** All that it would touch, also what it doesn't name; throws not_found as the operation itself would. */
  targets?(input: ParsedInput<Name>, context: HandlerContext): Promise<Target[]>;
}

/** An answer that PostgreSQL already wrote as JSON; passed on as it is where JSON is wanted. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

export type Implementations = { [Name in OperationName]: Implementation<Name> };

/** An implementation after its types did their work. */
interface AnyImplementation {
  run(input: unknown, context: HandlerContext): Promise<unknown>;
  targets?(input: unknown, context: HandlerContext): Promise<Target[]>;
}

export interface BoundOperation extends NamedOperation, AnyImplementation {}

/** Keeps a feature's handlers typed by their operations; a handler alone stands for one without targets. */
export function implement<Names extends OperationName>(
  implementations: { [Name in Names]: Implementation<Name> | Implementation<Name>["run"] },
): { [Name in Names]: Implementation<Name> } {
  return Object.fromEntries(
    Object.entries(implementations).map(([name, one]) => [
      name,
      typeof one === "function" ? { run: one } : one,
    ]),
  ) as { [Name in Names]: Implementation<Name> };
}

export function bind(operations: NamedOperation[], implementations: Implementations): BoundOperation[] {
  return operations.map((operation) => ({
    ...operation,
    ...(implementations[operation.name] as AnyImplementation),
  }));
}
