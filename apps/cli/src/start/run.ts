/**
 * `todo start`: PostgreSQL, then the API and the web app, until someone asks
 * it to end; then the same in reverse, so that nobody loses a database in use.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { locateData, prepareDataDir } from "@todo/postgres";
import { KeptProgram } from "./children.ts";
import { KeptDatabase } from "./database.ts";
import { takeRoll } from "./leftovers.ts";
import { putAsideWhenLarge } from "./logs.ts";
import { ensurePortIsFree } from "./ports.ts";
import { keptSecret } from "./secret.ts";
import { apiProgram, readSettings, type Settings, webProgram } from "./settings.ts";

export interface StartOptions {
  environment: Record<string, string | undefined>;
  /** From source, and again at each change. */
  dev: boolean;
  /** The programs' own words go to the screen. */
  verbose: boolean;
  say: (line: string) => void;
  /** Aborted when it shall end in order. */
  ending: AbortSignal;
  /** Aborted when it shall end at once. */
  killing: AbortSignal;
  projectDir?: string;
}

interface Kept {
  stop(): Promise<void>;
  kill(): void;
}

/** Resolves when all is stopped after `ending`. Throws StartupError when it can't start; then nothing runs either. */
export async function runTodo({ environment, dev, verbose, say, ending, killing, projectDir }: StartOptions) {
  const settings = readSettings(environment, projectDir);
  const dataDir = openDataDir(settings, say);
  const logDir = join(dataDir, "logs");
  mkdirSync(logDir, { recursive: true });
  const roll = await takeRoll(dataDir, { log: say });
  await ensurePortIsFree(settings.port, "PORT");
  await ensurePortIsFree(settings.apiPort, "API_PORT");

  const running: Kept[] = [];
  const keep = <Type extends Kept>(kept: Type): Type => {
    running.unshift(kept);
    killing.addEventListener("abort", () => kept.kill());
    return kept;
  };
  try {
    const databaseUrl = settings.databaseUrl ?? (await startDatabase());
    ending.throwIfAborted();

    const ready = { ...settings, databaseUrl, authSecret: settings.authSecret ?? keptSecret(dataDir) };
    const surroundings = { logDir, verbose, roll, say };
    const api = keep(new KeptProgram(apiProgram(ready, environment, dev), surroundings));
    const web = keep(new KeptProgram(webProgram(ready, environment, dev), surroundings));
    say("Starting the API and the web app…");
    await unless(ending, Promise.all([api.start(), web.start()]));
    say(`Todo is ready at ${settings.publicUrl}`);
    await unless(ending, new Promise<never>(() => {}));
  } catch (error) {
    if (!ending.aborted) throw error;
  } finally {
    if (ending.aborted) say("Stopping…");
    for (const kept of running) await kept.stop();
  }

  function startDatabase() {
    const logFile = join(logDir, "postgres.log");
    putAsideWhenLarge(logFile);
    say("Starting PostgreSQL…");
    return keep(new KeptDatabase({ dataDir, projectDir: settings.projectDir, logFile }, say)).start();
  }
}

/** Root's data may have to be elsewhere; all that belongs to it, secret and logs, goes there too. */
function openDataDir(settings: Settings, say: (line: string) => void): string {
  const { dataDir, user, notices } = settings.databaseUrl
    ? { dataDir: settings.dataDir, user: undefined, notices: [] }
    : locateData(settings);
  notices.forEach(say);
  prepareDataDir(dataDir, user);
  return dataDir;
}

/** Waits for the promise, but throws as soon as the signal is given. */
function unless<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([promise, aborted]);
}
