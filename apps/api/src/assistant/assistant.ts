/**
 * The assistant. It keeps nothing between requests: a turn is stored before it
 * is answered, and read from the database by whoever carries or follows it, so
 * any replica can serve any turn.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { AppError, type ApprovalDecision, type ChatAnswer, ChatRequest, notFound } from "@todo/contract";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { admitRun, type RunLimits } from "../access/limits.ts";
import { findProfile } from "../access/queries.ts";
import { findApproval } from "../approvals/queries.ts";
import type { Database, Reader } from "../db/database.ts";
import type { Announcer } from "../journal/announcer.ts";
import type { Context } from "../operations/context.ts";
import { claim, keepAnswer } from "../operations/idempotency.ts";
import { parse, type Runner, requireScope } from "../operations/run.ts";
import { wordsOf } from "../words/languages.ts";
import { answerForRun } from "./approve.ts";
import { cancelRun } from "./cancel.ts";
import { answerForProgram } from "./carry-out.ts";
import { findEvents } from "./event-queries.ts";
import { follow, type RunEvents } from "./follow.ts";
import { createLauncher } from "./launch.ts";
import { learnTimeZone } from "./learn-time-zone.ts";
import { describeModel } from "./models.ts";
import type { Brain } from "./prepare.ts";
import { findRun, type HeldRun, type Tenure } from "./run-queries.ts";
import type { Timing } from "./timing.ts";
import type { Log, Room } from "./turn.ts";
import { hasConversation, insertRetry, insertTurn, type NewRun, shareSpace } from "./turn-queries.ts";
import { createWatch } from "./watch.ts";

export { describeModel };

export interface AssistantOptions extends Brain {
  database: Database;
  runner: Runner;
  announcer: Announcer;
  now: () => Date;
  log: Log;
  timing: Timing;
  limits: RunLimits;
}

/** Whoever reads the events of a run; the signal ends the reading, never the run. */
interface Listener {
  signal: AbortSignal;
  /** Goes on when the database is away for a while, instead of throwing. */
  patient: boolean;
}

/** The events of an answer, for as many readers as come. */
export type Events = (listener: Listener) => RunEvents;

/** Whoever speaks, stops or tries again changes a conversation and may cost tokens: all that takes the scope “write”. */
export interface Assistant {
  /** Stores what the person said and answers it. Throws not_found for a conversation that isn't theirs. */
  chat(context: Context, request: ChatRequest): Promise<Events>;
  /** The same, from an unchecked body to the whole answer. */
  answer(context: Context, request: unknown): Promise<ChatAnswer>;
  /** Throws forbidden, not_found, already_answered, conflict, too_many_requests. */
  answerApproval(context: Context, id: string, decision: ApprovalDecision): Promise<Events>;
  /** Stops a run; what it did stays. Gives how the run stands. */
  cancel(context: Context, runId: string): Promise<{ run_id: string; status: string }>;
  /** Answers the same message anew, after a failure or a stop. Throws conflict otherwise. */
  retry(context: Context, runId: string): Promise<Events>;
  /** The events after a number; nothing when there are none and none will come. Throws not_found. */
  events(context: Context, runId: string, after: number): Promise<Events | undefined>;
  /** Renews what is held here and takes over what others left behind. Gives how many runs it took over. */
  look(): Promise<number>;
  /** Resolves when nothing runs here any more. */
  settled(): Promise<void>;
  /** Takes over nothing more, since the process will stop; its own runs go on. */
  leave(): void;
  /** Lets runs end for a while, and hands the others over. */
  close(): Promise<void>;
}

/** Where the stream of an answer begins. */
const Begun = z.object({ run_id: z.string(), after: z.int() });
type Begun = z.infer<typeof Begun>;

export function createAssistant(options: AssistantOptions): Assistant {
  const { database, runner, announcer, log, timing, model } = options;
  const room: Room = { database, runner, log };
  const tenure: Tenure = { owner: uuid(), leaseMs: timing.leaseMs };
  const launcher = createLauncher(room, { ...options, gatherMs: timing.gatherMs });
  const watch = createWatch({ database, announcer, launcher, tenure, timing, log });
  const closing = new AbortController();

  /** Once for an Idempotency-Key; a repetition gets the same events from their start. */
  const once = async (
    context: Context,
    begin: (db: Reader) => Promise<{ begun: Begun; run?: HeldRun; isNew?: boolean }>,
  ): Promise<Events> => {
    const { begun, run, isNew } = await database.transaction(async (db) => {
      const known = await claim(db, context);
      if (known) return { begun: Begun.parse(known.toJSON()) };
      const made = await begin(db);
      await keepAnswer(db, context, made.begun);
      return made;
    });
    if (run) launcher.start(run, isNew ? { last: 1, text: "" } : undefined);
    return eventsOf(context, begun);
  };

  const admit = (db: Reader, { actor }: Context) =>
    admitRun(db, actor, options.limits, model.kind !== "built-in");

  const eventsOf =
    ({ actor }: Context, { run_id, after }: Begun): Events =>
    ({ signal, patient }) => {
      const either = AbortSignal.any([signal, closing.signal]);
      const following = { database, announcer, pollMs: timing.pollMs, signal: either, patient };
      return follow(following, actor.space_id, run_id, after);
    };

  const newRun = (
    { actor, now }: Context,
    ids: { conversation_id: string; message_id: string; time_zone: string },
  ): NewRun => ({
    ...ids,
    space_id: actor.space_id,
    user_id: actor.user_id,
    scopes: actor.scopes,
    run_id: uuid(),
    model: describeModel(model),
    at: now().toISOString(),
    tenure,
  });

  const assistant: Assistant = {
    async chat(context, { conversation_id, message, time_zone }) {
      const { actor } = context;
      requireScope(actor, "write");
      if (conversation_id && !(await hasConversation(database, actor, conversation_id))) {
        throw notFound("conversation", conversation_id);
      }
      const profile = await findProfile(database, actor.space_id);
      if (time_zone) await learnTimeZone(runner, context, profile, time_zone);
      const run = newRun(context, {
        conversation_id: conversation_id ?? uuid(),
        message_id: uuid(),
        time_zone: time_zone ?? profile.time_zone,
      });
      const title = wordsOf(profile.language).conversationTitle(message);
      return once(context, async (db) => {
        await shareSpace(db, actor);
        await admit(db, context);
        await insertTurn(db, run, uuid(), { text: message, title, isNew: !conversation_id });
        return { begun: { run_id: run.run_id, after: 0 }, run: heldOf(run), isNew: true };
      });
    },

    async answer(context, request) {
      return lastWord(await assistant.chat(context, parse(ChatRequest, request)));
    },

    async answerApproval(context, id, decision) {
      const approval = await findApproval(database, context.actor, id);
      const run_id = approval?.run_id;
      if (!run_id) {
        const events = await answerForProgram(room, context, id, decision);
        return () => allOf(events);
      }
      return once(context, async (db) => {
        const mayGoOn = () => admit(db, context);
        const { after, taken } = await answerForRun(db, tenure, context, { id, run_id }, decision, mayGoOn);
        return { begun: { run_id, after }, ...(taken && { run: taken }) };
      });
    },

    async cancel(context, runId) {
      requireScope(context.actor, "write");
      const { status, epoch } = await cancelRun(database, tenure, context, runId);
      if (epoch !== undefined) {
        launcher.lose({ run_id: runId, epoch });
        announcer.announce(runId);
        watch.wake();
      }
      return { run_id: runId, status };
    },

    async retry(context, runId) {
      const { actor } = context;
      requireScope(actor, "write");
      const earlier = await findRun(database, actor, runId);
      if (!earlier) throw notFound("run", runId);
      const { conversation_id, message_id } = earlier;
      const time_zone = earlier.time_zone ?? (await findProfile(database, actor.space_id)).time_zone;
      return once(context, async (db) => {
        if (earlier.status !== "failed" && earlier.status !== "cancelled") {
          throw new AppError("conflict", "Only an answer that failed or was stopped can be tried again.");
        }
        await admit(db, context);
        const run = newRun(context, { conversation_id, message_id: message_id ?? runId, time_zone });
        if (!(await insertRetry(db, run, uuid(), runId))) {
          throw new AppError("conflict", "This was already tried again.", { reason: "tried_already" });
        }
        return { begun: { run_id: run.run_id, after: 0 }, run: heldOf(run), isNew: true };
      });
    },

    async events(context, runId, after) {
      const run = await findRun(database, context.actor, runId);
      if (!run) throw notFound("run", runId);
      const { space_id } = context.actor;
      const found = await findEvents(database, space_id, runId, after, 1);
      const isOver = found?.status !== "running" && (found?.events.length ?? 0) === 0;
      return isOver ? undefined : eventsOf(context, { run_id: runId, after });
    },

    look: watch.look,
    settled: launcher.settled,

    leave: watch.stopTaking,

    async close() {
      watch.stopTaking();
      await within(timing.graceMs, launcher.settled());
      await within(HAND_OVER_MS, launcher.handOver());
      watch.wake();
      await watch.end();
      closing.abort();
    },
  };
  return assistant;
}

/** A statement; longer only when the database is away, and then the leases end by themselves. */
const HAND_OVER_MS = 2_000;

const within = (ms: number, work: Promise<void>) =>
  Promise.race([work, sleep(ms, undefined, { ref: false })]);

/** A run as it was just stored. */
const heldOf = ({ run_id, scopes, at, ...run }: NewRun): HeldRun => ({
  ...run,
  id: run_id,
  state: JSON.stringify({ scopes }),
  as_of: at,
  lease_epoch: 1,
  take_overs: 0,
});

async function* allOf<Item>(items: Item[]) {
  yield* items;
}

/** Waits for the end of a run and gives its answer. Throws what the run failed with; what was said is stored either way. */
export async function lastWord(events: Events): Promise<ChatAnswer> {
  let ids: Record<string, unknown> = {};
  const listener = { signal: new AbortController().signal, patient: false };
  for await (const { event } of events(listener)) {
    if (event.type === "run_started") ids = { conversation_id: event.conversation_id, run_id: event.run_id };
    if (event.type === "finished" || event.type === "cancelled") return event.answer;
    if (event.type === "failed") {
      throw new AppError(event.code as AppError["code"], event.message, { params: ids });
    }
  }
  throw new AppError(
    "unavailable",
    "This server stopped before the answer was done. It goes on elsewhere and is kept in the conversation.",
    { params: ids, retryAfterSeconds: 2 },
  );
}
