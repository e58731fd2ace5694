/**
 * The assistant. It keeps nothing between requests: each turn is read from the
 * database, so any replica can serve it. What runs here and now (to be stopped)
 * is all that a process holds.
 */
import type { Model } from "@openai/agents";
import { AppError, type ApprovalDecision, type ChatAnswer, ChatRequest, notFound } from "@todo/contract";
import { v7 as uuid } from "uuid";
import { findProfile } from "../access/queries.ts";
import { decide } from "../approvals/approvals.ts";
import { rejectRunApprovals } from "../approvals/queries.ts";
import type { Database } from "../db/database.ts";
import { findLabelsWithCounts, findLists } from "../lists/queries.ts";
import type { Context } from "../operations/context.ts";
import { type Runner, validationError } from "../operations/run.ts";
import { dropOpenCalls, findCalls } from "./call-queries.ts";
import { type Carried, carry } from "./carry.ts";
import { carryOutForProgram } from "./carry-out.ts";
import { EventChannel, type NumberedEvent } from "./event-channel.ts";
import { toItems } from "./history.ts";
import { describeModel, type ModelSettings, type ModelTurn, openModel } from "./models.ts";
import {
  cancelRun,
  findHistory,
  findQuestion,
  findRun,
  hasConversation,
  insertRetry,
  insertTurn,
  learnTimeZone,
  type NewRun,
  type RunRow,
} from "./queries.ts";
import { takeUp } from "./take-up.ts";
import type { Log, Room, Turn } from "./turn.ts";
import { wordsOf } from "./words/languages.ts";

export interface AssistantOptions {
  database: Database;
  runner: Runner;
  model: ModelSettings;
  /** Stands in for the configured model; for tests. */
  modelOverride?: (turn: ModelTurn) => Model;
  now?: () => Date;
  log: Log;
}

export { describeModel };

export type RunEvents = AsyncIterable<NumberedEvent>;

export interface Assistant {
  /** Stores what the person said and answers it. Throws not_found for a conversation that isn't theirs. */
  chat(context: Context, request: ChatRequest): Promise<RunEvents>;
  /** The same, from anybody's body to the whole answer. */
  answer(context: Context, request: unknown): Promise<ChatAnswer>;
  /** Throws forbidden, not_found, already_answered. */
  answerApproval(context: Context, id: string, decision: ApprovalDecision): Promise<RunEvents>;
  /** Stops a run; what it did stays. Gives how the run stands. */
  cancel(context: Context, runId: string): Promise<{ run_id: string; status: string }>;
  /** Answers the same message anew, after a failure or a stop. Throws conflict otherwise. */
  retry(context: Context, runId: string): Promise<RunEvents>;
  /** Resolves when nothing runs here any more. */
  settled(): Promise<void>;
}

const REMEMBERED_MESSAGES = 60;

export function createAssistant(options: AssistantOptions): Assistant {
  const { database, runner, model: settings, modelOverride, log } = options;
  const room: Room = { database, runner, log };
  const running = new Map<string, AbortController>();
  const unsettled = new Set<Promise<void>>();
  const modelName = describeModel(settings);

  /** Goes on whether or not anybody listens. */
  const inBackground = (channel: EventChannel, work: Promise<void>) => {
    const settling = work
      .catch((error: unknown) => {
        log.error({ error }, "A run of the assistant broke");
        channel.push({
          type: "failed",
          code: "internal",
          message: "Something went wrong inside. Try again.",
        });
      })
      .finally(() => {
        channel.close();
        unsettled.delete(settling);
      });
    unsettled.add(settling);
  };

  const openTurn = async (
    context: Context,
    run: { run_id: string; conversation_id: string; message_id: string; time_zone: string },
    channel: EventChannel,
  ): Promise<{ turn: Turn; controller: AbortController }> => {
    const { run_id, conversation_id, message_id, time_zone } = run;
    const controller = new AbortController();
    const { language } = await findProfile(database, context.actor.space_id);
    const { actor, now } = context;
    const turn: Turn = {
      run_id,
      conversation_id,
      message_id,
      context: { actor, now, surface: "assistant", group_id: run_id, conversation_id, run_id, time_zone },
      moment: { now: now(), time_zone },
      language,
      words: wordsOf(language),
      signal: controller.signal,
      emit: (event) => channel.push(event),
    };
    return { turn, controller };
  };

  const start = (
    turn: Turn,
    controller: AbortController,
    channel: EventChannel,
    from: Carried["from"],
    run?: RunRow,
  ) => {
    const { run_id, conversation_id, message_id } = turn;
    running.set(run_id, controller);
    channel.push({ type: "run_started", run_id, conversation_id, message_id, model: modelName });
    const work = async () => {
      const known = await modelTurn(turn);
      const model = modelOverride ? modelOverride(known) : await openModel(settings, known);
      const tokens = { input: run?.input_tokens ?? 0, output: run?.output_tokens ?? 0 };
      const timeout = settings.kind === "built-in" ? {} : { timeoutMs: settings.timeoutMs };
      await carry(room, turn, { model, from, tokens, ...timeout }, () => channel.last);
    };
    inBackground(
      channel,
      work().finally(() => running.delete(run_id)),
    );
  };

  const modelTurn = async ({ moment, language, context }: Turn): Promise<ModelTurn> => {
    if (settings.kind !== "built-in" && !modelOverride) return { ...moment, language, lists: [], labels: [] };
    const { space_id } = context.actor;
    const [lists, labels] = await Promise.all([
      findLists(database, space_id),
      findLabelsWithCounts(database, space_id),
    ]);
    return {
      ...moment,
      language,
      lists: lists.map(({ name }) => name),
      labels: labels.map(({ name }) => name),
    };
  };

  const itemsOf = async ({ conversation_id, message_id, context }: Turn, earlierRunId?: string) => {
    const { space_id } = context.actor;
    const limit = REMEMBERED_MESSAGES;
    const history = await findHistory(database, space_id, conversation_id, {
      upTo: message_id,
      earlierRunId,
      limit,
    });
    const runs = history.flatMap(({ role, run_id }) => (role === "assistant" && run_id ? [run_id] : []));
    return toItems(history, await findCalls(database, space_id, runs));
  };

  const newRun = (context: Context, conversation_id: string, time_zone: string): NewRun => ({
    space_id: context.actor.space_id,
    user_id: context.actor.user_id,
    run_id: uuid(),
    conversation_id,
    answer_id: "",
    model: modelName,
    time_zone,
    at: context.now().toISOString(),
  });

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
      const said = { message_id, text: message, title, isNew: !conversation_id };
      await insertTurn(database, { ...run, answer_id: uuid() }, said);
      const channel = new EventChannel();
      const { turn, controller } = await openTurn(context, { ...run, message_id }, channel);
      start(turn, controller, channel, { items: await itemsOf(turn) });
      return channel;
    },

    async retry(context, runId) {
      const earlier = await findRun(database, context.actor, runId);
      if (!earlier) throw notFound("run", runId);
      if (earlier.status !== "failed" && earlier.status !== "cancelled") {
        throw new AppError("conflict", "Only an answer that failed or was stopped can be tried again.");
      }
      const { time_zone } = await findProfile(database, context.actor.space_id);
      const run = newRun(context, earlier.conversation_id, earlier.time_zone ?? time_zone);
      const message_id = await database.transaction((db) =>
        insertRetry(db, { ...run, answer_id: uuid() }, runId),
      );
      if (!message_id) throw new AppError("conflict", "This was already tried again.");
      const channel = new EventChannel();
      const { turn, controller } = await openTurn(context, { ...run, message_id }, channel);
      start(turn, controller, channel, { items: await itemsOf(turn, runId) });
      return channel;
    },

    async answerApproval(context, id, decision) {
      const approval = await decide(database, context.actor, id, decision, context.now());
      const channel = new EventChannel();
      if (!approval.run_id) {
        inBackground(
          channel,
          carryOutForProgram(room, context, approval, (event) => channel.push(event)),
        );
        return channel;
      }
      const taken = await takeUp(room, context, approval);
      channel.last = taken.saved.events;
      const message_id = (await findQuestion(database, context.actor.space_id, taken.run.id)) ?? taken.run.id;
      const { time_zone } = await findProfile(database, context.actor.space_id);
      const run = {
        run_id: taken.run.id,
        conversation_id: taken.run.conversation_id,
        message_id,
        time_zone: taken.run.time_zone ?? time_zone,
      };
      const { turn, controller } = await openTurn(context, run, channel);
      start(turn, controller, channel, { saved: taken.saved, decisions: taken.decisions }, taken.run);
      for (const call of taken.rejected) channel.push({ type: "tool_finished", call });
      return channel;
    },

    async cancel(context, runId) {
      const { actor } = context;
      const run = await findRun(database, actor, runId);
      if (!run) throw notFound("run", runId);
      const at = context.now().toISOString();
      const before = await cancelRun(database, actor.space_id, runId, at);
      if (!before) return { run_id: runId, status: run.status };
      running.get(runId)?.abort();
      await rejectRunApprovals(database, actor.space_id, runId, at);
      if (before === "waiting") await dropOpenCalls(database, actor.space_id, runId, at);
      return { run_id: runId, status: "cancelled" };
    },

    async settled() {
      while (unsettled.size > 0) await Promise.all(unsettled);
    },

    async answer(context, request) {
      const { data, error } = ChatRequest.safeParse(request);
      if (error) throw validationError(error);
      return lastWord(await assistant.chat(context, data));
    },
  };
  return assistant;
}

/** Waits for the end of a run and gives its answer. Throws what the run failed with; what was said is stored either way. */
export async function lastWord(events: RunEvents): Promise<ChatAnswer> {
  let ids: Record<string, unknown> = {};
  for await (const { event } of events) {
    if (event.type === "run_started") ids = { conversation_id: event.conversation_id, run_id: event.run_id };
    if (event.type === "finished" || event.type === "cancelled") return event.answer;
    if (event.type === "failed")
      throw new AppError(event.code as AppError["code"], event.message, { params: ids });
  }
  throw new AppError("internal", "The answer ended without a last word. Try again.", { params: ids });
}
