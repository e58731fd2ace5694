/**
 * The one road. Every call, from wherever, passes here: who → scope → input →
 * policy → transaction → handler → journal → output. Ownership, validation,
 * approval, audit and undo live on it and nowhere else.
 */
import { AppError, type Effect, type OperationName } from "@todo/contract";
import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { Database } from "../db/database.ts";
import { type Actor, type Context, isPersonThemselves } from "./context.ts";
import { databaseTrouble } from "./database-trouble.ts";
import { remember, replay } from "./idempotency.ts";
import { type BoundOperation, type HandlerContext, JsonText } from "./implement.ts";
import { narrow } from "./narrow.ts";
import { ApprovalRequired, approvalTargets } from "./policy.ts";
import type { Entry } from "./record.ts";
import { Unit } from "./unit.ts";

export interface RunnerOptions {
  database: Database;
  operations: BoundOperation[];
  /** Told after the commit which space changed, up to which sequence number. */
  announce(spaceId: string, seq: number): void;
  /** Holds every answer to its schema; for tests, since it costs more than the work itself. */
  checkOutput?: boolean;
}

export interface Runner {
  operations: BoundOperation[];
  /** Gives the operation's answer: a plain value, or JsonText. */
  run(name: OperationName, input: unknown, context: Context): Promise<unknown>;
  /** The things a call would touch if it had to wait for a yes; nothing when it may go on. */
  needsApproval(name: OperationName, input: unknown, context: Context): Promise<ApprovalRequired | undefined>;
}

export function createRunner({ database, operations, announce, checkOutput = false }: RunnerOptions): Runner {
  const byName = new Map<string, BoundOperation>(operations.map((operation) => [operation.name, operation]));

  const prepare = (name: OperationName, input: unknown, context: Context) => {
    const operation = byName.get(name)!;
    authorize(operation, context);
    return { operation, parsed: parseInput(operation, input) };
  };

  const run = async (name: OperationName, input: unknown, context: Context) => {
    const { operation, parsed } = prepare(name, input, context);
    if (operation.effect === "read") {
      return finish(operation, await operation.run(parsed, reading(database, context)));
    }

    const entry = entryOf(operation, context);
    const unit = new Unit(database, entry);
    try {
      const known = await replay(unit, context);
      if (known) {
        await unit.rollback();
        return known;
      }
      const working = writing(unit, entry, context);
      const targets = await approvalTargets(operation, parsed, working);
      if (targets) throw new ApprovalRequired(name, targets);

      const narrowed = context.approved?.only
        ? await narrow(operation, parsed, context.approved.only, working)
        : parsed;
      const answer = finish(operation, withUndo(operation, await operation.run(narrowed, working), entry));
      await remember(unit, context, operation, answer);
      await unit.commit();
      if (unit.lastSeq !== undefined) announce(entry.space_id, unit.lastSeq);
      return answer;
    } catch (error) {
      await unit.rollback();
      throw error;
    }
  };

  const finish = (operation: BoundOperation, answer: unknown) => {
    if (checkOutput) operation.output.parse(answer instanceof JsonText ? answer.toJSON() : answer);
    return answer;
  };

  return {
    operations,
    run: (name, input, context) => run(name, input, context).catch(databaseTrouble),
    async needsApproval(name, input, context) {
      const { operation, parsed } = prepare(name, input, context);
      const targets = await approvalTargets(operation, parsed, reading(database, context)).catch(
        databaseTrouble,
      );
      return targets && new ApprovalRequired(name, targets);
    },
  };
}

function authorize(operation: BoundOperation, { actor }: Context) {
  if (operation.personal && !isPersonThemselves(actor)) {
    throw new AppError("forbidden", "Only you yourself may do this, signed in; a key may not.");
  }
  requireScope(actor, operation.effect);
}

/** Throws `forbidden` for a key that wasn't given the scope. */
export function requireScope({ scopes }: Actor, scope: Effect): void {
  if (scopes.includes(scope)) return;
  throw new AppError("forbidden", `This key may not ${scope}. Use one with the scope “${scope}”.`, {
    params: { scope },
  });
}

function parseInput(operation: BoundOperation, input: unknown) {
  const { data, error } = operation.input.safeParse(input);
  if (error) throw validationError(error);
  return data;
}

/** Names every wrong field, each with what is expected there. */
export function validationError(error: z.ZodError): AppError {
  const errors = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          path: [...issue.path, key].join("."),
          message: "There is no such field.",
        }))
      : [{ path: issue.path.join("."), message: issue.message }],
  );
  const sentence = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(" ");
  return new AppError("validation_failed", sentence, { errors });
}

function entryOf(operation: BoundOperation, context: Context): Entry {
  const { actor, surface, now } = context;
  return {
    space_id: actor.space_id,
    group_id: context.group_id ?? uuid(),
    at: now().toISOString(),
    operation: operation.name,
    surface,
    actor_id: actor.user_id,
    conversation_id: context.conversation_id ?? null,
    run_id: context.run_id ?? null,
    undoes: null,
  };
}

const reading = (database: Database, context: Context): HandlerContext => ({
  ...context,
  group_id: context.group_id ?? "",
  db: database,
  record: () => Promise.reject(new Error("A reading operation recorded a change.")),
  undoing: () => {},
});

const writing = (unit: Unit, entry: Entry, context: Context): HandlerContext => ({
  ...context,
  group_id: entry.group_id,
  db: unit,
  record: (changes) => unit.record(changes),
  undoing(group) {
    entry.undoes = group;
    // An undo is a group of its own, also within a chat turn: it can be redone by itself.
    entry.group_id = uuid();
  },
});

function withUndo({ undoable = true }: BoundOperation, answer: unknown, { group_id }: Entry) {
  return undoable ? { ...(answer as object), undo: group_id } : answer;
}
