/** What a run needs before the model is asked: who it is carried for, which brain answers, and what was said. */
import type { AgentInputItem, Model } from "@openai/agents";
import { languageOf } from "@todo/language";
import { findProfile } from "../access/queries.ts";
import { findLabelsWithCounts, findLists } from "../lists/queries.ts";
import { wordsOf } from "../words/languages.ts";
import { findCalls } from "./call-queries.ts";
import { toItems } from "./history.ts";
import { type ModelSettings, type ModelTurn, openModel } from "./models.ts";
import { type HeldRun, scopesOf } from "./run-queries.ts";
import type { RunRecord } from "./run-record.ts";
import type { Room, Turn } from "./turn.ts";
import { findHistory, findSaid } from "./turn-queries.ts";

export interface Brain {
  model: ModelSettings;
  modelOverride?: (turn: ModelTurn) => Model;
}

/** As the person, with no more than what the credential that asked was allowed, whoever carries the run. */
export async function turnOf(
  { database }: Room,
  run: HeldRun,
  now: () => Date,
  record: RunRecord,
  signal: AbortSignal,
): Promise<Turn> {
  const { space_id, user_id, id: run_id, conversation_id } = run;
  const message_id = run.message_id ?? run_id;
  const [{ language, ...profile }, said] = await Promise.all([
    findProfile(database, space_id),
    findSaid(database, space_id, message_id),
  ]);
  const answers_in = languageOf(said ?? "", language);
  const time_zone = run.time_zone ?? profile.time_zone;
  const actor = { space_id, user_id, scopes: scopesOf(run), credential: "jwt" } as const;
  return {
    run_id,
    conversation_id,
    message_id,
    context: { actor, now, surface: "assistant", group_id: run_id, conversation_id, run_id, time_zone },
    moment: { now: new Date(run.as_of), time_zone },
    language,
    answers_in,
    words: wordsOf(answers_in),
    signal,
    record,
  };
}

export async function modelFor(
  { database }: Room,
  { model: settings, modelOverride }: Brain,
  { moment, language, context }: Turn,
): Promise<Model> {
  const known: ModelTurn = { ...moment, language, lists: [], labels: [] };
  if (settings.kind === "built-in" || modelOverride) {
    const { space_id } = context.actor;
    // Awaited together: of two that fail, one alone would be caught, and the other end the process.
    const [lists, labels] = await Promise.all([
      findLists(database, space_id),
      findLabelsWithCounts(database, space_id),
    ]);
    known.lists = lists.map(({ name }) => name);
    known.labels = labels.map(({ name }) => name);
  }
  return modelOverride ? modelOverride(known) : openModel(settings, known);
}

const REMEMBERED_MESSAGES = 60;

export async function itemsFor({ database }: Room, turn: Turn): Promise<AgentInputItem[]> {
  const { space_id } = turn.context.actor;
  const { run_id, conversation_id, message_id } = turn;
  const run = { space_id, conversation_id, message_id, run_id };
  const history = await findHistory(database, run, REMEMBERED_MESSAGES);
  const runs = history.flatMap((one) => (one.role === "assistant" && one.run_id ? [one.run_id] : []));
  return toItems(history, await findCalls(database, space_id, runs));
}
