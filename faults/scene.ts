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
  /** Starts the web app before each of these addresses of the API; resolves when all are ready. */
  startFrontends(apiUrls: string[], environment?: Record<string, string>): Promise<Backend[]>;
  stop(): Promise<void>;
}

/** Far apart, and both wrong; a session's token of seven days is good by either. */
export const clockShiftsMs = [5 * 3_600_000, -3 * 3_600_000];

export async function startScene(projectDir: string, logFolder: string): Promise<Scene> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const database = await startDatabaseServer(projectDir);
    closers.push(() => database.stop());
    const wires = await Promise.all(clockShiftsMs.map(() => createWire(database.socket)));
    for (const wire of wires) closers.push(() => wire.close());
    const slowModel = await startSlowModel();
    closers.push(() => slowModel.close());

    const started = async (starting: Promise<Backend>[]) => {
      const backends = await Promise.all(starting);
      for (const backend of backends) closers.push(() => backend.close());
      await Promise.all(backends.map((backend) => backend.ready()));
      return backends;
    };

    return {
      database,
      wires,
      stop,
      startBackends: (model, environment = {}) =>
        started(
          clockShiftsMs.map((clockShiftMs, place) =>
            startBackend({
              name: `backend ${place + 1}`,
              program: join(projectDir, "apps", "api", "dist", "main.mjs"),
              portVariable: "API_PORT",
              clockShiftMs,
              logFile: join(logFolder, `backend-${place + 1}.log`),
              environment: {
                HOST: "127.0.0.1",
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
        ),
      startFrontends: (apiUrls, environment = {}) =>
        started(
          apiUrls.map((API_URL, place) =>
            startBackend({
              name: `frontend ${place + 1}`,
              program: join(projectDir, "apps", "web", ".next", "standalone", "apps", "web", "serve.mjs"),
              portVariable: "PORT",
              clockShiftMs: 0,
              logFile: join(logFolder, `frontend-${place + 1}.log`),
              environment: { HOSTNAME: "127.0.0.1", API_URL, ...environment },
            }),
          ),
        ),
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
