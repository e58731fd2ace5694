/** Reads the environment once, at startup. Nothing else touches `process.env`. */
import proxyAddr from "proxy-addr";
import { z } from "zod";
import { allowList } from "./channels/public-address.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url();
const flag = z.stringbool();
/** 0: no limit. */
const limit = z.coerce.number().int().min(0).max(1_000_000_000);

/** Names, addresses and networks that people may have messages sent to although they aren't public. */
const allowed = z.string().default("").refine(isAllowList, {
  error: "Give host names, addresses or networks such as 10.0.0.0/8, separated by commas.",
});
const proxies = z.string().default("loopback").refine(isProxyList, {
  error:
    "Give addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas.",
});
const ports = z.string().regex(/^[\d\s,]*$/, { error: "Give port numbers, separated by commas." });

const Environment = z.object({
  API_PORT: port.default(8000),
  PORT: port.default(3000),
  HOST: z.string().default("0.0.0.0"),
  PUBLIC_URL: url.optional(),
  /** The plans' name for the same. */
  BETTER_AUTH_URL: url.optional(),
  CORS_ORIGINS: z.string().default(""),
  TRUSTED_PROXIES: proxies,
  PROXY_HOPS: z.coerce.number().int().min(0).max(100).default(0),
  DATABASE_URL: z
    .string({
      error: "Give the address of a PostgreSQL 15 or later, or start with `npm start`, which brings its own.",
    })
    .min(1),
  DIRECT_DATABASE_URL: z.string().optional(),
  /**
   * Few: connections that wait for a core slow each other, and twenty replicas share the server's limit. Two at least:
   * a new key is made on one while its Idempotency-Key is held on another.
   */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(4),
  DATABASE_NAMED_STATEMENTS: flag.default(true),
  DATABASE_TIMEOUT_MS: z.coerce.number().int().min(100).max(600_000).default(15_000),
  BETTER_AUTH_SECRET: z.string({ error: "Give a random text of at least 32 characters." }).min(32),
  SIGN_UP: z.enum(["open", "closed"]).default("open"),
  SIGN_UPS_PER_HOUR: z.coerce.number().int().min(1).default(200),
  CLIENTS_PER_HOUR: z.coerce.number().int().min(1).default(60),
  STREAMS_PER_PERSON: limit.default(50),
  RUNS_PER_PERSON: limit.default(10),
  WRITES_PER_MINUTE: limit.default(3_000),
  TOKENS_PER_DAY: limit.default(0),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  LLM_BASE_URL: url.optional(),
  LLM_MODEL: z.string().optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_TIMEOUT_MS: z.coerce.number().int().min(100).max(600_000).default(60_000),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_MODEL: z.string().default("gpt-5.4-mini"),
  COHERE_API_KEY: z.string().optional(),
  COHERE_MODEL: z.string().default("command-a-03-2025"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/[^\s<>]+@[^\s<>]+/, { error: "Give an e-mail address, such as Todo <todo@example.com>." })
    .optional(),
  OUTBOUND_ALLOW: allowed,
  OUTBOUND_PORTS: ports.default(""),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(600_000).default(0),
});

export type ModelSettings =
  | { kind: "built-in" }
  | {
      kind: "openai-compatible";
      name: string;
      baseUrl?: string;
      apiKey: string;
      model: string;
      timeoutMs: number;
      maxRetries: number;
    };

export type Config = ReturnType<typeof readConfig>;

/** Throws one error that names everything that is missing or wrong, never a value. */
export function readConfig(environment: Record<string, string | undefined>) {
  const { data: env, error } = Environment.safeParse(withoutBlanks(environment));
  if (error) throw new Error(`The environment is incomplete.\n${z.prettifyError(error)}`);

  const directDatabaseUrl = env.DIRECT_DATABASE_URL ?? env.DATABASE_URL.replace("-pooler.", ".");
  const publicUrl = new URL(env.PUBLIC_URL ?? env.BETTER_AUTH_URL ?? `http://localhost:${env.PORT}`).origin;
  return {
    port: env.API_PORT,
    host: env.HOST,
    publicUrl,
    /** Origins that a browser may call from. */
    origins: [...ownOrigins(publicUrl), ...listed(env.CORS_ORIGINS)],
    /** Who is believed about where a request came from. */
    proxies: { trusted: listed(env.TRUSTED_PROXIES), hops: env.PROXY_HOPS },
    databaseUrl: env.DATABASE_URL,
    /** For migrations and LISTEN, which don't go through a pooler. */
    directDatabaseUrl,
    /** Whether a pooler stands between: then nothing that lasts longer than a transaction may be set on a connection. */
    databasePooled: directDatabaseUrl !== env.DATABASE_URL || !env.DATABASE_NAMED_STATEMENTS,
    databaseTimeoutMs: env.DATABASE_TIMEOUT_MS,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    namedStatements: env.DATABASE_NAMED_STATEMENTS,
    authSecret: env.BETTER_AUTH_SECRET,
    signUpOpen: env.SIGN_UP === "open",
    /** What one person may do, over all processes; sign-ups from one address. 0 is no limit. */
    limits: {
      signUpsPerHour: env.SIGN_UPS_PER_HOUR,
      /** MCP clients that register themselves, from one address. */
      clientsPerHour: env.CLIENTS_PER_HOUR,
      streamsPerPerson: env.STREAMS_PER_PERSON,
      runsPerPerson: env.RUNS_PER_PERSON,
      writesPerMinute: env.WRITES_PER_MINUTE,
      tokensPerDay: env.TOKENS_PER_DAY,
    },
    logLevel: env.LOG_LEVEL,
    model: modelOf(env),
    /** Absent: no e-mail is sent. */
    mail: mailOf(env),
    /** Where channels may lead. */
    outbound: { allow: listed(env.OUTBOUND_ALLOW), ports: listed(env.OUTBOUND_PORTS).map(Number) },
    otelEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    /** After SIGTERM, while /ready is 503 already: as long as whoever sends requests takes to notice. */
    drainDelayMs: env.DRAIN_DELAY_MS,
  };
}

/** On one's own machine people type either name of it. */
function ownOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  if (url.hostname !== "localhost") return [publicUrl];
  url.hostname = "127.0.0.1";
  return [publicUrl, url.origin];
}

function listed(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}

function isProxyList(text: string): boolean {
  try {
    proxyAddr.compile(listed(text));
    return true;
  } catch {
    return false;
  }
}

function isAllowList(text: string): boolean {
  try {
    allowList(listed(text));
    return true;
  } catch {
    return false;
  }
}

/** Throws when one is given without the other. */
function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: z.output<typeof Environment>) {
  if (!smtpUrl && !from) return undefined;
  if (smtpUrl && from) return { smtpUrl, from };
  throw new Error("The environment is incomplete.\nSMTP_URL and MAIL_FROM go together: give both, or none.");
}

function modelOf(env: z.output<typeof Environment>): ModelSettings {
  const common = { kind: "openai-compatible" as const, timeoutMs: env.LLM_TIMEOUT_MS, maxRetries: 2 };
  if (env.LLM_BASE_URL && env.LLM_MODEL) {
    const { LLM_BASE_URL: baseUrl, LLM_MODEL: model } = env;
    return { ...common, name: model, baseUrl, apiKey: env.LLM_API_KEY ?? "none", model };
  }
  if (env.OPENAI_API_KEY) {
    return { ...common, name: env.OPENAI_MODEL, apiKey: env.OPENAI_API_KEY, model: env.OPENAI_MODEL };
  }
  if (env.COHERE_API_KEY) {
    const baseUrl = "https://api.cohere.ai/compatibility/v1";
    return {
      ...common,
      name: env.COHERE_MODEL,
      baseUrl,
      apiKey: env.COHERE_API_KEY,
      model: env.COHERE_MODEL,
    };
  }
  return { kind: "built-in" };
}

/** Compose and Helm pass unset values as empty strings. */
const withoutBlanks = (environment: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
