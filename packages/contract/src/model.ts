/** The model that answers in the chat: which one is configured, what it has cost, and whether it can be reached. */
import { z } from "zod";
import { operation } from "./operation.ts";

const Used = z.object({
  answers: z.int(),
  input_tokens: z.int().describe("As the model's server counted them; the built-in interpreter uses none"),
  output_tokens: z.int(),
});

const kinds = ["built-in", "openai-compatible"] as const;
const problems = ["timeout", "refused", "busy", "unreachable", "failed"] as const;

export const model = {
  get_usage: operation({
    summary: "Show which model answers, and what it used",
    description: "Days and months are those of UTC, as the limit goes by them.",
    effect: "read",
    personal: true,
    input: z.strictObject({}),
    output: z.object({
      kind: z.enum(kinds),
      model: z.string().describe("`Built-in` or the model's name"),
      server: z.string().nullable().describe("The host it answers from; null: this server itself"),
      today: Used,
      this_month: Used,
      tokens_per_day: z.int().nullable().describe("The most that a person may use in a day; null: no limit"),
    }),
  }),
  test_model: operation({
    summary: "Ask the model for one word, to see whether it answers",
    description: "Uses a few tokens, which aren't counted. At most 10 times in 10 minutes.",
    effect: "read",
    personal: true,
    input: z.strictObject({}),
    output: z.object({
      problem: z.enum(problems).nullable().describe("null: it answered"),
      milliseconds: z.int().describe("How long it took"),
    }),
  }),
};
