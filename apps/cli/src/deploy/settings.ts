/**
 * What a `.env` says, as values of the chart. They reach Helm by its stdin.
 * What isn't given the chart makes, and keeps in the cluster's Secret.
 */
import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { UsageError } from "../failures.ts";

const SECRETS = [
  "POSTGRES_PASSWORD",
  "DATABASE_URL",
  "DIRECT_DATABASE_URL",
  "BETTER_AUTH_SECRET",
  "OPENAI_API_KEY",
  "COHERE_API_KEY",
  "LLM_API_KEY",
  "SMTP_URL",
] as const;
const PLAIN = ["OPENAI_MODEL", "COHERE_MODEL", "LLM_BASE_URL", "LLM_MODEL", "MAIL_FROM", "SIGN_UP"] as const;

type Name = (typeof SECRETS)[number] | (typeof PLAIN)[number];
export type Settings = Partial<Record<Name, string>>;

/** The default file may be missing; one that was asked for may not. Throws UsageError. */
export function readSettings(file: string | undefined, usual: string): Settings {
  const path = file ?? usual;
  if (!existsSync(path)) {
    if (file === undefined) return {};
    throw new UsageError(`There is no file ${file}. Copy .env.example, or leave --env-file out.`);
  }
  const found = parseEnv(readFileSync(path, "utf8"));
  const settings: Settings = {};
  for (const name of [...SECRETS, ...PLAIN]) {
    const value = found[name]?.trim();
    if (value) settings[name] = value;
  }
  if (settings.BETTER_AUTH_SECRET && settings.BETTER_AUTH_SECRET.length < 32)
    throw new UsageError(
      `BETTER_AUTH_SECRET in ${path} is shorter than 32 characters. Make one: openssl rand -base64 32`,
    );
  return settings;
}

export const secretsIn = (settings: Settings): string[] => SECRETS.flatMap((name) => settings[name] ?? []);

/**
 * What isn't secret: who may sign up, the model, whom e-mail comes from where there is a server
 * that sends it, and the ports that the NetworkPolicy opens: the chart doesn't
 * see the addresses in a Secret that it is only told of.
 */
export function plainValues(settings: Settings): Record<string, unknown> {
  const llm = modelOf(settings);
  const { SIGN_UP, SMTP_URL, MAIL_FROM: from, DATABASE_URL, DIRECT_DATABASE_URL } = settings;
  const addresses = [DATABASE_URL, DIRECT_DATABASE_URL].filter((url) => url !== undefined);
  const databasePorts = [...new Set(addresses.flatMap((url) => portsIn(url, 5432)))];
  const [port] = SMTP_URL ? portsIn(SMTP_URL, SMTP_URL.startsWith("smtps:") ? 465 : 587) : [];
  return {
    ...(SIGN_UP && { signUp: SIGN_UP }),
    ...(llm && { llm }),
    ...(from && port && { mail: { from, port } }),
    ...(databasePorts.length > 0 && { networkPolicy: { databasePorts } }),
  };
}

/** Ports of the hosts in an address, of which a database may have several. */
function portsIn(address: string, usual: number): number[] {
  const hosts = /^[a-z]+:\/\/(?:[^/?#]*@)?([^/?#]*)/.exec(address)?.[1] ?? "";
  return hosts.split(",").map((host) => Number(/:(\d+)$/.exec(host)?.[1] ?? usual));
}

/** The model that the `.env` asks for: the first that is set, in the order of the API. */
function modelOf(settings: Settings): Record<string, string> | undefined {
  if (settings.LLM_BASE_URL && settings.LLM_MODEL)
    return { provider: "custom", baseUrl: settings.LLM_BASE_URL, model: settings.LLM_MODEL };
  if (settings.OPENAI_API_KEY) return { provider: "openai", model: settings.OPENAI_MODEL ?? "" };
  if (settings.COHERE_API_KEY) return { provider: "cohere", model: settings.COHERE_MODEL ?? "" };
  return undefined;
}

/** Values for a Secret that the chart makes. */
export function chartSecrets(settings: Settings): Record<string, unknown> {
  return {
    ...(settings.DATABASE_URL
      ? { postgresql: { enabled: false } }
      : settings.POSTGRES_PASSWORD && { postgresql: { password: settings.POSTGRES_PASSWORD } }),
    secrets: defined({
      databaseUrl: settings.DATABASE_URL,
      directDatabaseUrl: settings.DIRECT_DATABASE_URL,
      betterAuthSecret: settings.BETTER_AUTH_SECRET,
      openaiApiKey: settings.OPENAI_API_KEY,
      cohereApiKey: settings.COHERE_API_KEY,
      llmApiKey: settings.LLM_API_KEY,
      smtpUrl: settings.SMTP_URL,
    }),
  };
}

/** The same under the keys of a Secret that the chart is only told of. */
export const secretData = (settings: Settings): Record<string, string> =>
  defined({
    "database-url": settings.DATABASE_URL,
    "direct-database-url": settings.DIRECT_DATABASE_URL,
    "better-auth-secret": settings.BETTER_AUTH_SECRET,
    "openai-api-key": settings.OPENAI_API_KEY,
    "cohere-api-key": settings.COHERE_API_KEY,
    "llm-api-key": settings.LLM_API_KEY,
    "smtp-url": settings.SMTP_URL,
  });

function defined(values: Record<string, string | undefined>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) kept[name] = value;
  return kept;
}
