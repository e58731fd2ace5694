/** What a person may know of the model: which it is, what it used, whether it answers. */
import { countAttempt, type Limit, type RunLimits } from "../access/limits.ts";
import type { Database } from "../db/database.ts";
import { implement } from "../operations/implement.ts";
import { kindOf } from "./failures.ts";
import { withoutListeners } from "./load-sdk.ts";
import { describeModel, type ModelSettings } from "./models.ts";
import { findUsage } from "./usage-queries.ts";

export interface ModelOperations {
  model: ModelSettings;
  database: Database;
  limits: Pick<RunLimits, "tokensPerDay">;
}

const TESTS: Limit = { attempts: 10, seconds: 600 };
const LONGEST_MS = 20_000;

export const modelOperations = ({ model, database, limits }: ModelOperations) =>
  implement({
    async get_usage(_input, { db, actor }) {
      const [today, this_month] = await Promise.all([
        findUsage(db, actor, "day"),
        findUsage(db, actor, "month"),
      ]);
      return {
        kind: model.kind,
        model: describeModel(model),
        server: await serverOf(model),
        today,
        this_month,
        tokens_per_day: limits.tokensPerDay || null,
      };
    },

    async test_model(_input, { actor }) {
      await countAttempt(database, `test-model:${actor.user_id}`, TESTS);
      const began = performance.now();
      const problem = await problemWith(model);
      return { problem, milliseconds: Math.round(performance.now() - began) };
    },
  });

/** The SDK is loaded only where there is a vendor. */
const vendor = () => withoutListeners(() => import("./openai-compatible.ts"));

async function serverOf(settings: ModelSettings): Promise<string | null> {
  if (settings.kind === "built-in") return null;
  const { baseUrlOf } = await vendor();
  return new URL(baseUrlOf(settings)).host;
}

async function problemWith(settings: ModelSettings) {
  if (settings.kind === "built-in") return null;
  const { sayOneWord } = await vendor();
  try {
    await sayOneWord(settings, Math.min(settings.timeoutMs, LONGEST_MS));
    return null;
  } catch (error) {
    const kind = kindOf(error);
    return kind === "lost" ? "failed" : kind;
  }
}
