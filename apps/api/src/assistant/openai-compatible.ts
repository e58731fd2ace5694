/** Chat completions, the dialect that every provider and local server speaks. */
import { type Model, OpenAIChatCompletionsModel } from "@openai/agents";
import { OpenAI } from "openai";
import type { ModelSettings } from "../config.ts";

/** Connection failures, 429 and 5xx are retried by the client, with back-off and the server's Retry-After. */
export function connect(settings: Extract<ModelSettings, { kind: "openai-compatible" }>): Model {
  const { baseUrl, apiKey, model, timeoutMs, maxRetries } = settings;
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl ?? "https://api.openai.com/v1",
    organization: null,
    project: null,
    timeout: timeoutMs,
    maxRetries,
  });
  return new OpenAIChatCompletionsModel(client, model);
}
