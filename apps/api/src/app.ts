/** Introduces everyone to everyone: database, features, the road, the ways in. */
import { setTimeout as sleep } from "node:timers/promises";
import { AppError, operations } from "@todo/contract";
import { Hono, type Context as HonoContext } from "hono";
import { cors } from "hono/cors";
import { type ActorOf, createActors } from "./access/actors.ts";
import { createAuth } from "./access/auth.ts";
import { createKeyStore } from "./access/keys.ts";
import { accessOperations } from "./access/operations.ts";
import { approvalOperations } from "./approvals/operations.ts";
import {
  type Assistant,
  type AssistantOptions,
  createAssistant,
  describeModel,
} from "./assistant/assistant.ts";
import type { Config } from "./config.ts";
import { conversationOperations } from "./conversations/operations.ts";
import type { Database } from "./db/database.ts";
import { type Announcer, createAnnouncer } from "./journal/announcer.ts";
import { journalOperations } from "./journal/operations.ts";
import { labelOperations, listOperations } from "./lists/operations.ts";
import type { Log } from "./log.ts";
import type { Context, Surface } from "./operations/context.ts";
import { bind } from "./operations/implement.ts";
import { createRunner, type Runner } from "./operations/run.ts";
import { clientAddress } from "./surfaces/address.ts";
import { authRoutes } from "./surfaces/auth.ts";
import { chatRoutes } from "./surfaces/chat.ts";
import { classicRoutes } from "./surfaces/classic.ts";
import { healthRoutes } from "./surfaces/health.ts";
import { liveRoutes } from "./surfaces/live.ts";
import { mcpRoutes } from "./surfaces/mcp.ts";
import { createMetrics } from "./surfaces/metrics.ts";
import { openApiRoutes } from "./surfaces/openapi.ts";
import { problemResponse } from "./surfaces/problems.ts";
import { logRequests } from "./surfaces/request-log.ts";
import { restRoutes } from "./surfaces/rest.ts";
import { traceRequests } from "./surfaces/tracing.ts";
import { taskOperations } from "./tasks/operations.ts";

export interface AppOptions {
  config: Config;
  database: Database;
  log: Log;
  version: string;
  schemaVersion: number;
  docsFolder: string;
  now?: () => Date;
  /** For tests: see RunnerOptions. */
  checkOutput?: boolean;
  /** For tests: a scripted model in the vendor's place. */
  modelOverride?: AssistantOptions["modelOverride"];
}

export interface App {
  fetch: Hono["fetch"];
  runner: Runner;
  close(): Promise<void>;
}

export async function createApp(options: AppOptions): Promise<App> {
  const { config, database, log, version, schemaVersion, docsFolder, now = () => new Date() } = options;
  const warn = (message: string) => log.warn(message);
  const report = (error: unknown) => log.error({ err: error }, "A request failed");
  const auth = createAuth({
    pool: database.pool,
    publicUrl: config.publicUrl,
    origins: config.origins,
    secret: config.authSecret,
    warn,
  });
  const keys = createKeyStore(auth);
  const announcer: Announcer = createAnnouncer(database, config.directDatabaseUrl, warn);
  const runner = createRunner({
    database,
    operations: bind(operations, {
      ...taskOperations,
      ...listOperations,
      ...labelOperations,
      ...conversationOperations,
      ...journalOperations,
      ...approvalOperations,
      ...accessOperations({ keys, assistant: describeModel(config.model) }),
    }),
    announce: announcer.announce,
    checkOutput: options.checkOutput ?? false,
  });
  const assistant = createAssistant({
    database,
    runner,
    model: config.model,
    ...(options.modelOverride && { modelOverride: options.modelOverride }),
    now,
    log,
  });

  const actorOf = createActors({ auth, keys, publicUrl: config.publicUrl, origins: config.origins });
  const contextOf = contextFrom(actorOf, now);
  const metrics = createMetrics();
  const app = new Hono();
  app.onError((error) => problemResponse(error, report));
  app.notFound((c) =>
    problemResponse(new AppError("not_found", `There is nothing at ${c.req.path}.`), report),
  );
  if (config.otelEndpoint) app.use(traceRequests);
  app.use(logRequests(log));
  app.use(metrics.measure);
  const allowOrigins = cors({
    origin: config.origins,
    credentials: true,
    exposeHeaders: ["set-auth-token", "retry-after"],
    maxAge: 600,
  });
  app.use("/api/*", (c, next) => (c.req.header("origin") ? allowOrigins(c, next) : next()));
  app.route("/", healthRoutes({ database, schemaVersion }));
  app.route("/", metrics.routes);
  app.route("/", openApiRoutes({ operations, publicUrl: config.publicUrl, version, docsFolder }));
  app.route(
    "/",
    authRoutes({
      auth,
      database,
      origins: config.origins,
      signUpOpen: config.signUpOpen,
      signUpsPerHour: config.signUpsPerHour,
      now,
      addressOf: clientAddress,
    }),
  );
  app.route("/", liveRoutes({ database, announcer, contextOf }));
  app.route("/", restRoutes({ runner, contextOf }));
  app.route("/", chatRoutes({ assistant, contextOf }));
  app.route("/", mcpRoutes({ runner, database, version, contextOf, report }));
  app.route("/", classicRoutes({ runner, contextOf, chat: assistant.answer }));

  const recovery = startRecovery(assistant, log);

  return {
    fetch: app.fetch,
    runner,
    async close() {
      recovery.stop();
      await Promise.race([assistant.settled(), sleep(GRACE_MS, undefined, { ref: false })]);
      await announcer.close();
    },
  };
}

/** How long answers that are being written may take to end when the process is told to stop. */
const GRACE_MS = 5_000;
const RECOVER_EVERY_MS = 15_000;

/** Takes up what a process that died was answering: at the start, and now and then. */
function startRecovery(assistant: Assistant, log: Log) {
  const recover = () =>
    assistant
      .recover()
      .catch((error: unknown) => log.warn({ err: error }, "Taking up abandoned answers failed"));
  const timer = setInterval(recover, RECOVER_EVERY_MS).unref();
  void recover();
  return { stop: () => clearInterval(timer) };
}

const clients = new Set<string>(["web", "cli"] satisfies Surface[]);

function contextFrom(actorOf: ActorOf, now: () => Date) {
  return async (c: HonoContext): Promise<Context> => {
    const client = c.req.header("todo-client") ?? "";
    return {
      actor: await actorOf(c.req.raw),
      surface: clients.has(client) ? (client as Surface) : "rest",
      now,
    };
  };
}
