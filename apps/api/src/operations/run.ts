/**
 * The one road. Every call, from wherever, passes here: who → scope → input →
 * policy → transaction → handler → journal → output. Ownership, validation,
 * approval, audit and undo live on it and nowhere else.
 */
import { AppError, type Effect, type OperationName } from "@todo/contract";
import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { Database, Reader } from "../db/database.ts";
import { type Actor, type Context, isPersonThemselves } from "./context.ts";
import { nameTaken, unavailable } from "./database-trouble.ts";
import { remember, replay } from "./idempotency.ts";
import { type BoundOperation, type HandlerContext, JsonText } from "./implement.ts";
import { invalidInput } from "./invalid-input.ts";
import { narrow } from "./narrow.ts";
import { ApprovalRequired, approvalTargets, changedTasks } from "./policy.ts";
import type { Entry } from "./record.ts";
import { type Follower, Unit } from "./unit.ts";

export interface RunnerOptions {
  database: Database;
  operations: BoundOperation[];
  /** Told after the commit which space changed, up to which sequence number. */
  announce(spaceId: string, seq: number): void;
  /** Told of all that is recorded, in the transaction that records it. */
  follower: Follower;
  /** Of one space. 0: no limit. */
  writesPerMinute: number;
  /** Holds every answer to its schema; for tests, since it costs more than the work itself. */
  checkOutput?: boolean;
}

export interface Runner {
  operations: BoundOperation[];
  /** Gives the operation's answer: a plain value, or JsonText. */
  run(name: OperationName, input: unknown, context: Context): Promise<unknown>;
  /**
   * Several calls as one: in one transaction, under one Idempotency-Key, all or none. Gives what the work answers, or
   * what it answered under that key before.
   */
  together<Answer>(context: Context, work: (call: Call) => Promise<Answer>): Promise<Answer | JsonText>;
  /** The things a call would touch if it had to wait for a yes; nothing when it may go on. */
  needsApproval(name: OperationName, input: unknown, context: Context): Promise<ApprovalRequired | undefined>;
  /** The ids of the tasks that a call would change as things are. Throws what the call itself would. */
  changedTasks(name: OperationName, input: unknown, context: Context): Promise<string[]>;
}

/** Makes one of the calls that go together. */
export type Call = (name: OperationName, input: unknown) => Promise<unknown>;

export function createRunner(options: RunnerOptions): Runner {
  const { database, operations, announce, follower, writesPerMinute, checkOutput = false } = options;
  const byName = new Map<string, BoundOperation>(operations.map((operation) => [operation.name, operation]));

  const prepare = (name: OperationName, input: unknown, context: Context): Prepared => {
    const operation = byName.get(name)!;
    authorize(operation, context);
    return { operation, parsed: parse(operation.input, input) };
  };

  const read = async ({ operation, parsed }: Prepared, db: Reader, context: Context) =>
    finish(operation, await operation.run(parsed, reading(db, context)));

  const write = async ({ operation, parsed }: Prepared, unit: Unit, context: Context) => {
    const entry = entryOf(operation, context);
    const working = writing(unit, entry, context);
    const targets = await approvalTargets(operation, parsed, working);
    if (targets) throw new ApprovalRequired(operation.name, targets);
    const { only } = context.approved ?? {};
    const narrowed = only ? await narrow(operation, parsed, only, working) : parsed;
    return finish(operation, withUndo(operation, await operation.run(narrowed, working), entry));
  };

  /** The work in one transaction, with all that must commit along with it. */
  const inUnit = async <Answer>(
    context: Context,
    work: (unit: Unit) => Promise<Answer>,
    keepsAnswer: boolean,
  ): Promise<Answer | JsonText> => {
    const { space_id } = context.actor;
    const unit = new Unit(database, space_id, writesPerMinute, follower);
    try {
      await context.witness?.before(await unit.begin());
      const known = await replay(unit, context);
      if (known) {
        await unit.rollback();
        return known;
      }
      const answer = await work(unit);
      if (keepsAnswer) await remember(unit, context, answer);
      await context.witness?.after(await unit.begin(), answer);
      await unit.commit();
      for (const work of unit.afterwards) await work();
      if (unit.lastSeq !== undefined) announce(space_id, unit.lastSeq);
      return answer;
    } catch (error) {
      await unit.rollback();
      throw error;
    }
  };

  /** What the policy says of a call that isn't made. */
  const look = async <Found>(
    name: OperationName,
    input: unknown,
    context: Context,
    at: (operation: BoundOperation, input: unknown, context: HandlerContext) => Promise<Found>,
  ): Promise<Found> => {
    const { operation, parsed } = prepare(name, input, context);
    return at(operation, parsed, reading(database, context)).catch((error: unknown) => {
      throw unavailable(error, "read") ?? error;
    });
  };

  const run = (name: OperationName, input: unknown, context: Context) => {
    const prepared = prepare(name, input, context);
    const { effect, answersSecret = false } = prepared.operation;
    const work =
      effect === "read"
        ? read(prepared, database, context)
        : inUnit(context, (unit) => write(prepared, unit, context), !answersSecret);
    return work.catch((error: unknown) => {
      throw unavailable(error, effect === "read" ? "read" : "write") ?? nameTaken(error) ?? error;
    });
  };

  const finish = (operation: BoundOperation, answer: unknown) => {
    if (checkOutput) operation.output.parse(answer instanceof JsonText ? answer.toJSON() : answer);
    return answer;
  };

  return {
    operations,
    run: async (name, input, context) => run(name, input, context),
    together: (context, work) =>
      inUnit(
        context,
        async (unit) => {
          await unit.begin();
          return work(async (name, input) => {
            const prepared = prepare(name, input, context);
            return prepared.operation.effect === "read"
              ? read(prepared, unit, context)
              : write(prepared, unit, context);
          });
        },
        true,
      ).catch((error: unknown) => {
        throw unavailable(error, "write") ?? error;
      }),
    async needsApproval(name, input, context) {
      const targets = await look(name, input, context, approvalTargets);
      return targets && new ApprovalRequired(name, targets);
    },
    changedTasks: (name, input, context) => look(name, input, context, changedTasks),
  };
}

interface Prepared {
  operation: BoundOperation;
  parsed: unknown;
}

function authorize(operation: BoundOperation, { actor }: Context) {
  if (operation.personal) requirePerson(actor);
  requireScope(actor, operation.effect);
}

/** Throws `forbidden` for whoever acts in a person's name. */
export function requirePerson(actor: Actor): void {
  if (isPersonThemselves(actor)) return;
  throw new AppError("forbidden", "Only you yourself may do this, signed in; a key may not.");
}

/** Throws `forbidden` for a key that wasn't given the scope. */
export function requireScope({ scopes }: Actor, scope: Effect): void {
  if (scopes.includes(scope)) return;
  throw new AppError("forbidden", `This key may not ${scope}. Use one with the scope “${scope}”.`, {
    params: { scope },
  });
}

/** Throws `validation_failed`. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(value);
  if (error) throw invalidInput(error);
  return data;
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

const reading = (db: Reader, context: Context): HandlerContext => ({
  ...context,
  group_id: context.group_id ?? "",
  db,
  record: () => Promise.reject(new Error("A reading operation recorded a change.")),
  afterwards: () => {},
  undoing: () => {},
});

const writing = (unit: Unit, entry: Entry, context: Context): HandlerContext => ({
  ...context,
  group_id: entry.group_id,
  db: unit,
  record: (changes) => unit.record(entry, changes),
  afterwards: (work) => void unit.afterwards.push(work),
  undoing(group) {
    entry.undoes = group;
    // An undo is a group of its own, also within a chat turn: it can be redone by itself.
    entry.group_id = uuid();
  },
});

function withUndo({ undoable = true }: BoundOperation, answer: unknown, { group_id }: Entry) {
  return undoable ? { ...(answer as object), undo: group_id } : answer;
}
