/** What a server on this machine needs, checked only inside its project: a data folder and two ports. */
import { access, constants } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { locateData, StartupError } from "@todo/postgres";
import { ensurePortIsFree } from "../start/ports.ts";
import { readSettings, type Settings } from "../start/settings.ts";
import type { Check, Finding } from "./check.ts";

export function serverChecks(environment: Record<string, string | undefined>, folder: string): Check[] {
  let settings: Settings;
  try {
    settings = readSettings(environment);
  } catch (error) {
    return [{ name: "Settings", run: async () => remedyOf(error) }];
  }
  const { projectDir, port, apiPort } = settings;
  if (!`${resolve(folder)}${sep}`.startsWith(projectDir.replace(/[/\\]?$/, sep))) return [];
  return [
    { name: "Data folder", run: () => dataFinding(settings) },
    { name: "Web port", run: () => portFinding(port, "PORT") },
    { name: "API port", run: () => portFinding(apiPort, "API_PORT") },
  ];
}

async function dataFinding(settings: Settings): Promise<Finding> {
  if (settings.databaseUrl) return { detail: "not needed, DATABASE_URL is set" };
  const { dataDir } = locateData(settings);
  const existing = await nearestFolder(dataDir);
  return access(existing, constants.W_OK | constants.X_OK).then(
    () => ({ detail: dataDir }),
    () => ({
      remedy: `${existing} is not writable. Give yourself the right to, or set TODO_DATA_DIR to another folder.`,
    }),
  );
}

/** The folder itself, or the one in which it would be made. */
async function nearestFolder(folder: string): Promise<string> {
  const exists = await access(folder).then(
    () => true,
    () => false,
  );
  return exists || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

/** A port that Todo itself has is as good as a free one. */
async function portFinding(port: number, variable: "PORT" | "API_PORT"): Promise<Finding> {
  const health = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(3_000) })
    .then((response) => response.json())
    .catch(() => undefined);
  if (typeof health === "object" && health !== null && "status" in health && health.status === "ok")
    return { detail: `${port}, Todo is running there` };
  return ensurePortIsFree(port, variable).then(() => ({ detail: `${port} is free` }), remedyOf);
}

const remedyOf = (error: unknown): Finding => ({
  remedy: error instanceof StartupError ? `${error.message} ${error.remedy}` : String(error),
});
