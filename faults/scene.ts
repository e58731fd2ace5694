/** What the faults happen to: one PostgreSQL, two backends with wrong clocks, each on a wire of its own, and a vendor's slow model. */
import { join } from "node:path";
import { type Backend, startBackend } from "./backend.ts";
import { type DatabaseServer, startDatabaseServer } from "./database-server.ts";
import { type SlowModel, startSlowModel } from "./slow-model.ts";
import { createWire, type Wire } from "./wire.ts";

export type ModelKind = "built-in" | "vendor";

export interface Scene {
  database: DatabaseServer;
  wires: Wire[];
  /** Starts both backends, each with the model; resolves when they are ready. */
  startBackends(model: ModelKind, environment?: Record<string, string>): Promise<Backend[]>;
  stop(): Promise<void>;
}

/** Far apart, and both wrong; a session's token of seven days is good by either. */
const CLOCK_SHIFTS_MS = [5 * 3_600_000, -3 * 3_600_000];

export async function startScene(projectDir: string, logFolder: string): Promise<Scene> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const database = await startDatabaseServer(projectDir);
    closers.push(() => database.stop());
    const wires = await Promise.all(CLOCK_SHIFTS_MS.map(() => createWire(database.socket)));
    for (const wire of wires) closers.push(() => wire.close());
    const slowModel = await startSlowModel();
    closers.push(() => slowModel.close());

    return {
      database,
      wires,
      stop,
      async startBackends(model, environment = {}) {
        const backends = await Promise.all(
          CLOCK_SHIFTS_MS.map((clockShiftMs, place) =>
            startBackend({
              name: `backend ${place + 1}`,
              program: join(projectDir, "apps", "api", "dist", "main.mjs"),
              clockShiftMs,
              logFile: join(logFolder, `backend-${place + 1}.log`),
              environment: {
                DATABASE_URL: `postgresql://postgres@127.0.0.1:${wires[place]!.port}/todo`,
                BETTER_AUTH_SECRET: "a secret for the fault test alone, 0123456789",
                PUBLIC_URL: "http://localhost:3000",
                LOG_LEVEL: "warn",
                ...beyondLimits,
                ...modelSettings(model, slowModel),
                ...environment,
              },
            }),
          ),
        );
        for (const backend of backends) closers.push(() => backend.close());
        await Promise.all(backends.map((backend) => backend.ready()));
        return backends;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A few people write as much as thousands would. What a process that was killed had open counts for a minute. */
const beyondLimits = {
  STREAMS_PER_PERSON: "100000",
  RUNS_PER_PERSON: "100000",
  WRITES_PER_MINUTE: "10000000",
  SIGN_UPS_PER_HOUR: "10000",
};

const modelSettings = (model: ModelKind, { baseUrl }: SlowModel): Record<string, string> =>
  model === "vendor" ? { LLM_BASE_URL: baseUrl, LLM_MODEL: "slow" } : {};
