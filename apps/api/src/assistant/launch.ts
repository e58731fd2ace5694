/** Sets runs going in the background of this process, and knows which ones go on here. */
import type { AgentInputItem, Model } from "@openai/agents";
import type { ChatEvent } from "@todo/contract";
import { findProfile } from "../access/queries.ts";
import { findLabelsWithCounts, findLists } from "../lists/queries.ts";
import type { Context } from "../operations/context.ts";
import { wordsOf } from "../words/languages.ts";
import { findCalls } from "./call-queries.ts";
import { type Carried, carry } from "./carry.ts";
import { EventChannel, type NumberedEvent } from "./event-channel.ts";
import { toItems } from "./history.ts";
import { describeModel, type ModelSettings, type ModelTurn, openModel } from "./models.ts";
import { findHistory } from "./queries.ts";
import type { Room, Turn } from "./turn.ts";

export type RunEvents = AsyncIterable<NumberedEvent>;

export interface LaunchOptions {
  model: ModelSettings;
  modelOverride?: (turn: ModelTurn) => Model;
}

/** A run as it stands. */
export interface Standing {
  run_id: string;
  conversation_id: string;
  message_id: string;
  time_zone: string;
  input_tokens?: number;
  output_tokens?: number;
}

export interface Launch {
  /** Where it goes on from; left out: from the conversation, and what this or an earlier run did for the message. */
  from?: Extract<Carried["from"], { saved: object }>;
  earlierRunId?: string;
  /** Told right after the start. */
  news?: ChatEvent[];
}

export type Launcher = ReturnType<typeof createLauncher>;

const REMEMBERED_MESSAGES = 60;

export function createLauncher(room: Room, { model: settings, modelOverride }: LaunchOptions) {
  const { database, log } = room;
  const running = new Map<string, AbortController>();
  const unsettled = new Set<Promise<void>>();

  /** Goes on whether or not anybody listens. */
  const inBackground = (channel: EventChannel, work: () => Promise<void>): RunEvents => {
    const settling = work()
      .catch((error: unknown) => {
        log.error({ err: error }, "A run of the assistant broke");
        const message = "Something went wrong inside. Try again.";
        channel.push({ type: "failed", code: "internal", message });
      })
      .finally(() => {
        channel.close();
        unsettled.delete(settling);
      });
    unsettled.add(settling);
    return channel;
  };

  const modelFor = async ({ moment, language, context }: Turn): Promise<Model> => {
    const known: ModelTurn = { ...moment, language, lists: [], labels: [] };
    if (settings.kind === "built-in" || modelOverride) {
      const { space_id } = context.actor;
      const lists = findLists(database, space_id);
      const labels = findLabelsWithCounts(database, space_id);
      known.lists = (await lists).map(({ name }) => name);
      known.labels = (await labels).map(({ name }) => name);
    }
    return modelOverride ? modelOverride(known) : openModel(settings, known);
  };

  const itemsFor = async (turn: Turn, earlierRunId: string | undefined): Promise<AgentInputItem[]> => {
    const { space_id } = turn.context.actor;
    const limits = { upTo: turn.message_id, earlierRunId, limit: REMEMBERED_MESSAGES };
    const history = await findHistory(database, space_id, turn.conversation_id, limits);
    const runs = history.flatMap(({ role, run_id }) => (role === "assistant" && run_id ? [run_id] : []));
    return toItems(history, await findCalls(database, space_id, runs));
  };

  return {
    inBackground,

    async launch(context: Context, standing: Standing, launch: Launch = {}): Promise<RunEvents> {
      const { run_id, conversation_id, message_id, time_zone } = standing;
      const { actor, now } = context;
      const channel = new EventChannel(launch.from?.saved.events);
      const controller = new AbortController();
      const { language } = await findProfile(database, actor.space_id);
      const turn: Turn = {
        run_id,
        conversation_id,
        message_id,
        context: { actor, now, surface: "assistant", group_id: run_id, conversation_id, run_id, time_zone },
        moment: { now: now(), time_zone },
        language,
        words: wordsOf(language),
        signal: controller.signal,
        stop: () => controller.abort(),
        emit: (event) => channel.push(event),
      };
      running.set(run_id, controller);
      turn.emit({ type: "run_started", run_id, conversation_id, message_id, model: describeModel(settings) });
      for (const event of launch.news ?? []) turn.emit(event);

      return inBackground(channel, async () => {
        try {
          const model = await modelFor(turn);
          const from = launch.from ?? { items: await itemsFor(turn, launch.earlierRunId) };
          const tokens = { input: standing.input_tokens ?? 0, output: standing.output_tokens ?? 0 };
          const timeout = settings.kind === "built-in" ? {} : { timeoutMs: settings.timeoutMs };
          await carry(room, turn, { model, from, tokens, ...timeout }, () => channel.last);
        } finally {
          running.delete(run_id);
        }
      });
    },

    stop: (runId: string) => running.get(runId)?.abort(),

    /** Resolves when nothing goes on here any more. */
    async settled() {
      while (unsettled.size > 0) await Promise.all(unsettled);
    },
  };
}
