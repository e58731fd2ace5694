/**
 * The assistant. It keeps nothing between requests: each turn is read from the
 * database, so any replica can serve it.
 */
import { AppError, type ApprovalDecision, type ChatAnswer, ChatRequest, notFound } from "@todo/contract";
import { v7 as uuid } from "uuid";
import { findProfile } from "../access/queries.ts";
import { decide } from "../approvals/approvals.ts";
import { type ApprovalRow, rejectRunApprovals } from "../approvals/queries.ts";
import type { Database } from "../db/database.ts";
import type { Context } from "../operations/context.ts";
import { type Runner, validationError } from "../operations/run.ts";
import { wordsOf } from "../words/languages.ts";
import { lastEventOf } from "./answer.ts";
import { dropOpenCalls } from "./call-queries.ts";
import { carryOutForProgram } from "./carry-out.ts";
import { EventChannel } from "./event-channel.ts";
import { createLauncher, type LaunchOptions, type RunEvents } from "./launch.ts";
import { describeModel } from "./models.ts";
import {
  cancelRun,
  findQuestion,
  findRun,
  hasConversation,
  insertRetry,
  insertTurn,
  learnTimeZone,
  type NewRun,
} from "./queries.ts";
import { recoverRuns } from "./recover.ts";
import { takeUp } from "./take-up.ts";
import type { Log, Room } from "./turn.ts";

export { describeModel, type RunEvents };

export interface AssistantOptions extends LaunchOptions {
  database: Database;
  runner: Runner;
  now: () => Date;
  log: Log;
}

export interface Assistant {
  /** Stores what the person said and answers it. Throws not_found for a conversation that isn't theirs. */
  chat(context: Context, request: ChatRequest): Promise<RunEvents>;
  /** The same, from an unchecked body to the whole answer. */
  answer(context: Context, request: unknown): Promise<ChatAnswer>;
  /** Throws forbidden, not_found, already_answered. */
  answerApproval(context: Context, id: string, decision: ApprovalDecision): Promise<RunEvents>;
  /** Stops a run; what it did stays. Gives how the run stands. */
  cancel(context: Context, runId: string): Promise<{ run_id: string; status: string }>;
  /** Answers the same message anew, after a failure or a stop. Throws conflict otherwise. */
  retry(context: Context, runId: string): Promise<RunEvents>;
  /** Takes up the runs that a process left behind when it died. Gives how many. */
  recover(): Promise<number>;
  /** Resolves when nothing runs here any more. */
  settled(): Promise<void>;
}

export function createAssistant(options: AssistantOptions): Assistant {
  const { database, runner, model, log, now } = options;
  const room: Room = { database, runner, log };
  const launcher = createLauncher(room, options);

  const newRun = ({ actor, now }: Context, conversation_id: string, time_zone: string): NewRun => ({
    space_id: actor.space_id,
    user_id: actor.user_id,
    scopes: actor.scopes,
    run_id: uuid(),
    conversation_id,
    model: describeModel(model),
    time_zone,
    at: now().toISOString(),
  });

  const resume = async (context: Context, approval: ApprovalRow): Promise<RunEvents> => {
    const { space_id } = context.actor;
    const taken = await takeUp(room, context, approval);
    if (!taken) {
      const channel = new EventChannel();
      channel.push(await lastEventOf(room, context, approval.run_id!));
      channel.close();
      return channel;
    }
    const { run, saved, decisions, rejected } = taken;
    const message_id = (await findQuestion(database, space_id, run.id)) ?? run.id;
    const time_zone = run.time_zone ?? (await findProfile(database, space_id)).time_zone;
    return launcher.launch(
      context,
      { ...run, run_id: run.id, message_id, time_zone },
      { from: { saved, decisions }, news: rejected.map((call) => ({ type: "tool_finished", call })) },
    );
  };

  const assistant: Assistant = {
    async chat(context, { conversation_id, message, time_zone }) {
      const { actor } = context;
      if (conversation_id && !(await hasConversation(database, actor, conversation_id))) {
        throw notFound("conversation", conversation_id);
      }
      if (time_zone) await learnTimeZone(database, actor, time_zone);
      const profile = await findProfile(database, actor.space_id);
      const run = newRun(context, conversation_id ?? uuid(), time_zone ?? profile.time_zone);
      const message_id = uuid();
      const title = wordsOf(profile.language).conversationTitle(message);
      await insertTurn(database, run, uuid(), { message_id, text: message, title, isNew: !conversation_id });
      return launcher.launch(context, { ...run, message_id });
    },

    async answer(context, request) {
      const { data, error } = ChatRequest.safeParse(request);
      if (error) throw validationError(error);
      return lastWord(await assistant.chat(context, data));
    },

    async answerApproval(context, id, decision) {
      const approval = await decide(database, context.actor, id, decision, context.now());
      if (approval.run_id) return resume(context, approval);
      const channel = new EventChannel();
      return launcher.inBackground(channel, () =>
        carryOutForProgram(room, context, approval, (event) => channel.push(event)),
      );
    },

    async cancel(context, runId) {
      const { actor } = context;
      const run = await findRun(database, actor, runId);
      if (!run) throw notFound("run", runId);
      const before = await cancelRun(database, actor.space_id, runId);
      if (!before) return { run_id: runId, status: run.status };
      launcher.stop(runId);
      const at = context.now().toISOString();
      await rejectRunApprovals(database, actor.space_id, runId, at);
      if (before === "waiting") await dropOpenCalls(database, actor.space_id, runId, at);
      return { run_id: runId, status: "cancelled" };
    },

    async retry(context, runId) {
      const { actor } = context;
      const earlier = await findRun(database, actor, runId);
      if (!earlier) throw notFound("run", runId);
      if (earlier.status !== "failed" && earlier.status !== "cancelled") {
        throw new AppError("conflict", "Only an answer that failed or was stopped can be tried again.");
      }
      const time_zone = earlier.time_zone ?? (await findProfile(database, actor.space_id)).time_zone;
      const run = newRun(context, earlier.conversation_id, time_zone);
      const message_id = await database.transaction((db) => insertRetry(db, run, uuid(), runId));
      if (!message_id) throw new AppError("conflict", "This was already tried again.");
      return launcher.launch(context, { ...run, message_id }, { earlierRunId: runId });
    },

    recover: () => recoverRuns(room, launcher, resume, now),
    settled: launcher.settled,
  };
  return assistant;
}

/** Waits for the end of a run and gives its answer. Throws what the run failed with; what was said is stored either way. */
export async function lastWord(events: RunEvents): Promise<ChatAnswer> {
  let ids: Record<string, unknown> = {};
  for await (const { event } of events) {
    if (event.type === "run_started") ids = { conversation_id: event.conversation_id, run_id: event.run_id };
    if (event.type === "finished" || event.type === "cancelled") return event.answer;
    if (event.type === "failed") {
      throw new AppError(event.code as AppError["code"], event.message, { params: ids });
    }
  }
  throw new AppError("internal", "The answer ended without a last word. Try again.", { params: ids });
}
