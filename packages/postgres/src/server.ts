/**
 * One running PostgreSQL: launched by us, or adopted because it outlived the
 * process that launched it. Both end the same way.
 */
import { spawn } from "node:child_process";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { serverEnvironment } from "./cluster.ts";
import type { User } from "./location.ts";
import { executableOf, processIdentity, waitUntilGone } from "./processes.ts";
import { StartupError } from "./startup-error.ts";

export interface Server {
  pid: number;
  /** Settles when the process is gone, for whatever reason. */
  exited: Promise<void>;
  isAlive(): boolean;
  /** What it has written to its log since it was launched here. */
  output(): string;
}

/** The server that already runs on this cluster, whoever started it. */
export function findServer(cluster: string): Server | undefined {
  const pid = Number(readLines(join(cluster, "postmaster.pid"))[0]);
  const identity = processIdentity(pid);
  const executable = executableOf(pid);
  if (!identity || !executable || basename(executable) !== "postgres") return undefined;

  const isAlive = () => processIdentity(pid) === identity;
  return { pid, isAlive, exited: pollUntil(() => !isAlive()), output: () => "" };
}

/** Whether a running server is what we would launch: the same program, folders and settings. */
export function runsAs(cluster: string, command: string, args: string[]): boolean {
  const quoted = args.map((arg) => ` "${arg}"`).join("");
  return readLines(join(cluster, "postmaster.opts"))[0] === command + quoted;
}

export function launch({
  command,
  args,
  cluster,
  socketDir,
  logFile,
  user,
}: {
  command: string;
  args: string[];
  cluster: string;
  socketDir: string;
  logFile: string;
  user: User | undefined;
}): Server {
  // No server runs (the caller has looked). PostgreSQL finds that out by number alone, and numbers come round.
  const socket = join(socketDir, ".s.PGSQL.5432");
  for (const stale of [join(cluster, "postmaster.pid"), socket, `${socket}.lock`])
    rmSync(stale, { force: true });

  const log = openSync(logFile, "a", 0o640);
  const startOfOutput = fstatSync(log).size;
  const child = spawn(command, args, {
    ...user,
    cwd: "/",
    env: serverEnvironment,
    // A process group of its own: Ctrl-C in a terminal must not stop it before those who use it.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let failure = "";
  return {
    pid: child.pid ?? 0,
    exited: new Promise((resolve) => {
      child.on("exit", () => resolve());
      child.on("error", (error) => {
        failure = error.message;
        resolve();
      });
    }),
    isAlive: () => failure === "" && child.exitCode === null && child.signalCode === null,
    output: () => failure || readFileSync(logFile).subarray(startOfOutput).toString("utf8"),
  };
}

/** SIGINT disconnects clients and writes everything down; SIGTERM would wait for the clients. */
export async function stopServer(server: Server): Promise<void> {
  const identity = processIdentity(server.pid);
  if (!identity) return;
  for (const [signal, patienceMs] of [
    ["SIGINT", 60_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    try {
      process.kill(server.pid, signal);
    } catch {
      return;
    }
    if (await waitUntilGone(server.pid, identity, patienceMs)) return;
  }
  throw new StartupError(
    `PostgreSQL (process ${server.pid}) doesn't stop.`,
    "Stop that process yourself, then start again.",
  );
}

function readLines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
}

async function pollUntil(condition: () => boolean) {
  while (!condition()) await delay(500, undefined, { ref: false });
}
