/** What `todo start` takes from the environment, and what it makes of it for the API and the web app. */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { StartupError } from "@todo/postgres";

export interface Settings {
  projectDir: string;
  port: number;
  apiPort: number;
  publicUrl: string;
  /** Where the web app finds the API. */
  apiUrl: string;
  /** Todo's own folder; may turn out to be elsewhere when root starts, see `locateData`. */
  dataDir: string;
  /** Absent means the embedded PostgreSQL. */
  databaseUrl?: string;
  /** Absent means one that is made once and kept in the data folder. */
  authSecret?: string;
}

type Environment = Record<string, string | undefined>;

/** Throws StartupError when a value can't be used. Blank values count as absent. */
export function readSettings(environment: Environment, projectDir = ownProject): Settings {
  const value = (name: string) => environment[name]?.trim() || undefined;
  const port = readPort("PORT", value("PORT") ?? "3000");
  const apiPort = readPort("API_PORT", value("API_PORT") ?? "8000");
  if (port === apiPort) {
    throw new StartupError(`PORT and API_PORT are both ${port}.`, "Set one of them to another number.");
  }
  const databaseUrl = value("DATABASE_URL");
  const authSecret = value("BETTER_AUTH_SECRET");
  return {
    projectDir,
    port,
    apiPort,
    publicUrl: (value("PUBLIC_URL") ?? value("BETTER_AUTH_URL") ?? `http://localhost:${port}`).replace(
      /\/+$/,
      "",
    ),
    apiUrl: value("API_URL") ?? `http://127.0.0.1:${apiPort}`,
    dataDir: resolve(projectDir, value("TODO_DATA_DIR") ?? ".data"),
    ...(databaseUrl && { databaseUrl }),
    ...(authSecret && { authSecret }),
  };
}

const ownProject = fileURLToPath(new URL("../../../..", import.meta.url));

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartupError(`${name} is "${text}", which is not a port.`, "Set it to a number from 1 to 65535.");
}

export interface Program {
  /** As in "The API stopped", without the article. */
  name: string;
  command: string[];
  cwd: string;
  env: Environment;
  /** Answers with 200 when the program is ready. */
  readyUrl: string;
  logName: string;
}

interface Ready extends Settings {
  databaseUrl: string;
  authSecret: string;
}

export function apiProgram(settings: Ready, environment: Environment, dev: boolean): Program {
  const { projectDir, apiPort, publicUrl, databaseUrl, authSecret } = settings;
  const source = join(projectDir, "apps", "api", "src", "main.ts");
  return {
    name: "API",
    command: dev ? ["--watch", source] : [join(projectDir, "apps", "api", "dist", "main.mjs")],
    cwd: projectDir,
    env: {
      ...environment,
      NODE_ENV: dev ? "development" : "production",
      DATABASE_URL: databaseUrl,
      // An address left over from another set-up must not lead migrations to another database.
      DIRECT_DATABASE_URL: environment.DATABASE_URL ? environment.DIRECT_DATABASE_URL : undefined,
      API_PORT: String(apiPort),
      PUBLIC_URL: publicUrl,
      BETTER_AUTH_SECRET: authSecret,
    },
    readyUrl: `http://127.0.0.1:${apiPort}/ready`,
    logName: "api.log",
  };
}

export function webProgram(settings: Settings, environment: Environment, dev: boolean): Program {
  const { projectDir, port, apiUrl, publicUrl } = settings;
  const web = join(projectDir, "apps", "web");
  return {
    name: "web app",
    command: dev
      ? [join(projectDir, "node_modules", "next", "dist", "bin", "next"), "dev", "--port", String(port)]
      : [join(web, ".next", "standalone", "apps", "web", "serve.mjs")],
    cwd: web,
    env: {
      ...environment,
      NODE_ENV: dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      HOSTNAME: "0.0.0.0",
      API_URL: apiUrl,
      PUBLIC_URL: publicUrl,
    },
    readyUrl: `http://127.0.0.1:${port}/api/health`,
    logName: "web.log",
  };
}
