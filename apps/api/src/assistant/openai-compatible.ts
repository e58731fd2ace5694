/** Chat completions, the dialect that every provider and local server speaks. */
import { type Model, OpenAIChatCompletionsModel } from "@openai/agents";
import { OpenAI } from "openai";
import type { ModelSettings } from "../config.ts";

/** Connection failures, 429 and 5xx are retried by the client, with back-off and the server's Retry-After. */
export const connect = (settings: Settings): Model =>
  new OpenAIChatCompletionsModel(clientOf(settings), settings.model);

/** Throws what the client throws when the model doesn't answer in time. It is asked once. */
export async function sayOneWord(settings: Settings, timeoutMs: number): Promise<void> {
  const client = clientOf({ ...settings, timeoutMs, maxRetries: 0 });
  await client.chat.completions.create({
    model: settings.model,
    messages: [{ role: "user", content: "Answer with the one word: ready" }],
  });
}

export const baseUrlOf = ({ baseUrl = "https://api.openai.com/v1" }: Settings) => baseUrl;

type Settings = Extract<ModelSettings, { kind: "openai-compatible" }>;

const clientOf = (settings: Settings) =>
  new OpenAI({
    apiKey: settings.apiKey,
    baseURL: baseUrlOf(settings),
    organization: null,
    project: null,
    timeout: settings.timeoutMs,
    maxRetries: settings.maxRetries,
  });
