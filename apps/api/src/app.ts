/** Introduces everyone to everyone: database, features, the road, the ways in. */
import { operations } from "@todo/contract";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { accountOperations } from "./access/account-operations.ts";
import { createActors } from "./access/actors.ts";
import { createAuth } from "./access/auth.ts";
import { createCredentialWatch } from "./access/credential-watch.ts";
import { createKeyStore } from "./access/keys.ts";
import { resourceMetadataUrl } from "./access/oauth.ts";
import { createOpenStreams } from "./access/open-streams.ts";
import { accessOperations } from "./access/operations.ts";
import { createRevocations } from "./access/revocations.ts";
import { approvalOperations } from "./approvals/operations.ts";
import {
  type Assistant,
  type AssistantOptions,
  createAssistant,
  describeModel,
} from "./assistant/assistant.ts";
import { modelOperations } from "./assistant/operations.ts";
import { type Timing, usualTiming } from "./assistant/timing.ts";
import { calendarOperations } from "./calendars/operations.ts";
import { createChannels } from "./channels/channels.ts";
import { channelOperations } from "./channels/operations.ts";
import { createOutbound, type OutboundOptions } from "./channels/outbound.ts";
import { allowList } from "./channels/public-address.ts";
import { createSeal } from "./channels/sealed.ts";
import type { Config } from "./config.ts";
import { conversationOperations } from "./conversations/operations.ts";
import type { Database } from "./db/database.ts";
import { libraryPool } from "./db/library-pool.ts";
import { filterOperations } from "./filters/operations.ts";
import { createAnnouncer, type Pace } from "./journal/announcer.ts";
import { journalOperations } from "./journal/operations.ts";
import { labelOperations, listOperations } from "./lists/operations.ts";
import type { Log } from "./log.ts";
import { createMeasures } from "./notices/measures.ts";
import { createNotices, type Notices } from "./notices/notices.ts";
import { noticeOperations } from "./notices/operations.ts";
import { type Pace as NoticePace, usualPace as usualNoticePace } from "./notices/pace.ts";
import { bind } from "./operations/implement.ts";
import { createRunner, type Runner } from "./operations/run.ts";
import { recurrenceOperations } from "./recurrence/operations.ts";
import { accountRoutes } from "./surfaces/account.ts";
import { callersBehind, contextFrom } from "./surfaces/asker.ts";
import { authRoutes } from "./surfaces/auth.ts";
import { calendarRoutes } from "./surfaces/calendar.ts";
import { chatRoutes } from "./surfaces/chat.ts";
import { classicRoutes } from "./surfaces/classic.ts";
import { healthRoutes } from "./surfaces/health.ts";
import { liveRoutes } from "./surfaces/live.ts";
import { mcpRoutes } from "./surfaces/mcp.ts";
import { createMetrics } from "./surfaces/metrics.ts";
import { notServed } from "./surfaces/not-served.ts";
import { oauthRoutes } from "./surfaces/oauth.ts";
import { openApiRoutes } from "./surfaces/openapi.ts";
import { problemResponse, tellTrouble } from "./surfaces/problems.ts";
import { logRequests } from "./surfaces/request-log.ts";
import { restRoutes } from "./surfaces/rest.ts";
import { securityHeaders } from "./surfaces/security-headers.ts";
import { traceRequests } from "./surfaces/tracing.ts";
import { taskOperations } from "./tasks/operations.ts";
import { severalOperations } from "./tasks/several.ts";

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
  /** For tests, which don't wait for seconds. */
  announcerPace?: Partial<Pace>;
  timing?: Timing;
  noticePace?: Partial<NoticePace>;
  /** For tests: names that are in no DNS, and shorter waits. */
  outbound?: Partial<OutboundOptions>;
}

export interface App {
  fetch: Hono["fetch"];
  /** Every route there is. */
  routes: Hono["routes"];
  runner: Runner;
  assistant: Assistant;
  notices: Notices;
  /** Says at /ready that no more work should be sent here. Everything is still served. */
  leave(): void;
  /** Ends the event streams, each with a hint when to connect anew. */
  endStreams(): void;
  /** Lets answers of the assistant end for a while and hands the others over; who still waits for one is told to come back. */
  endAnswers(): Promise<void>;
  close(): Promise<void>;
}

export async function createApp(options: AppOptions): Promise<App> {
  const { config, database, log, version, schemaVersion, docsFolder, now = () => new Date() } = options;
  const warn = (message: string) => log.warn(message);
  const report = (error: unknown) => log.error({ err: error }, "A request failed");
  const auth = createAuth({
    pool: libraryPool(database),
    database,
    publicUrl: config.publicUrl,
    origins: config.origins,
    secret: config.authSecret,
    warn,
  });
  // It looks at its tables first; what goes wrong there is told now and not at the first sign-in.
  await auth.$context;
  const keys = createKeyStore(auth);
  const { directDatabaseUrl: directUrl, limits } = config;
  const announcer = createAnnouncer({
    database,
    directUrl,
    warn,
    ...(options.announcerPace && { pace: options.announcerPace }),
  });
  const streams = createOpenStreams(
    database,
    limits.streamsPerPerson,
    createCredentialWatch(database, announcer),
  );
  const revocations = await createRevocations(database, announcer, warn);
  const seal = createSeal(config.authSecret);
  const { allow, ports } = config.outbound;
  const outbound = createOutbound({ allow: allowList(allow), ports, ...options.outbound });
  const { mail } = config;
  const channels = createChannels({
    database,
    seal,
    outbound,
    publicUrl: config.publicUrl,
    mail,
    now,
    report,
  });
  const metrics = createMetrics();
  const notices = createNotices({
    database,
    announcer,
    deliver: channels.deliver,
    pace: { ...usualNoticePace, ...options.noticePace },
    clock: options.now,
    measures: createMeasures(metrics.registry),
    log,
  });
  const runner = createRunner({
    database,
    operations: bind(operations, {
      ...taskOperations,
      ...recurrenceOperations,
      ...severalOperations,
      ...listOperations,
      ...labelOperations,
      ...filterOperations,
      ...conversationOperations,
      ...journalOperations,
      ...noticeOperations,
      ...approvalOperations,
      ...accessOperations({ keys, revocations, assistant: describeModel(config.model) }),
      ...accountOperations({ revocations }),
      ...modelOperations({ model: config.model, database, limits }),
      ...calendarOperations({ publicUrl: config.publicUrl }),
      ...channelOperations({ channels, outbound, seal, database }),
    }),
    announce: announcer.announce,
    follower: notices.follower,
    writesPerMinute: limits.writesPerMinute,
    checkOutput: options.checkOutput ?? false,
  });
  const assistant = createAssistant({
    database,
    runner,
    announcer,
    limits,
    timing: options.timing ?? usualTiming,
    model: config.model,
    ...(options.modelOverride && { modelOverride: options.modelOverride }),
    now,
    log,
  });

  const { publicUrl, origins } = config;
  const { actorOf, mcpActorOf } = createActors({ auth, keys, revocations, database, publicUrl, origins });
  const callerOf = callersBehind(config.proxies);
  const contextOf = contextFrom(actorOf, callerOf, now);
  const leaving = new AbortController();
  const streamsEnding = new AbortController();
  const app = new Hono();
  app.onError((error, c) => problemResponse(error, c, report));
  app.notFound((c) => problemResponse(notServed(app, c), c, report));
  if (config.otelEndpoint) app.use(traceRequests);
  app.use(logRequests(log));
  app.use(metrics.measure);
  app.use(securityHeaders(publicUrl));
  app.use(tellTrouble(report));
  const allowOrigins = cors({
    origin: config.origins,
    credentials: true,
    exposeHeaders: ["set-auth-token", "retry-after", "etag"],
    maxAge: 600,
  });
  app.use("/api/*", (c, next) => (c.req.header("origin") ? allowOrigins(c, next) : next()));
  app.route("/", healthRoutes({ database, schemaVersion, leaving: leaving.signal }));
  app.route("/", metrics.routes);
  app.route("/", openApiRoutes({ operations, publicUrl: config.publicUrl, version, docsFolder }));
  app.route(
    "/",
    oauthRoutes({
      auth,
      database,
      publicUrl,
      origins,
      clientsPerHour: limits.clientsPerHour,
      now,
      callerOf,
    }),
  );
  app.route(
    "/",
    authRoutes({
      auth,
      database,
      revocations,
      origins,
      signUpOpen: config.signUpOpen,
      signUpsPerHour: limits.signUpsPerHour,
      now,
      callerOf,
    }),
  );
  app.route("/", accountRoutes({ auth, database, revocations, keys, contextOf, callerOf }));
  app.route(
    "/",
    liveRoutes({
      database,
      announcer,
      pages: notices.pages,
      streams,
      contextOf,
      ending: streamsEnding.signal,
    }),
  );
  app.route("/", calendarRoutes({ database, publicUrl, now }));
  app.route("/", restRoutes({ runner, contextOf }));
  app.route("/", chatRoutes({ assistant, streams, contextOf, ending: streamsEnding.signal }));
  app.route(
    "/",
    mcpRoutes({
      runner,
      database,
      version,
      contextOf: contextFrom(mcpActorOf, callerOf, now),
      resourceMetadataUrl: resourceMetadataUrl(publicUrl),
      report,
    }),
  );
  app.route("/", classicRoutes({ runner, contextOf, chat: assistant.answer }));

  return {
    fetch: app.fetch,
    routes: app.routes,
    runner,
    assistant,
    notices,
    leave() {
      leaving.abort();
      assistant.leave();
      notices.leave();
    },
    endStreams: () => streamsEnding.abort(),
    endAnswers: assistant.close,
    async close() {
      revocations.close();
      await assistant.close();
      await notices.close();
      await streams.close();
      channels.close();
      await announcer.close();
    },
  };
}
