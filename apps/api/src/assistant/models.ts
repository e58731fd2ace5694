/**
 * Which brain answers: any OpenAI-compatible endpoint, or the built-in
 * interpreter. Both are a `Model` of the Agents SDK, made anew for each run.
 */
import type { Model } from "@openai/agents";
import type { Language } from "@todo/contract";
import type { ModelSettings } from "../config.ts";
import { BuiltInModel } from "./built-in/model.ts";
import { withoutListeners } from "./load-sdk.ts";

export type { ModelSettings };

/** What a model may know of the turn beyond the conversation. */
export interface ModelTurn {
  now: Date;
  time_zone: string;
  language: Language;
  /** Names, so that “to groceries” is understood as a list. */
  lists: string[];
  labels: string[];
}

export const describeModel = (settings: ModelSettings) =>
  settings.kind === "built-in" ? "Built-in" : settings.name;

export async function openModel(settings: ModelSettings, turn: ModelTurn): Promise<Model> {
  if (settings.kind === "built-in") return new BuiltInModel(turn);
  const { connect } = await withoutListeners(() => import("./openai-compatible.ts"));
  return connect(settings);
}
