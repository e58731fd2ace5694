/** One process of the built API or web app, kept running as an operator would: it can be killed, told to stop, paused, and comes back. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface BackendOptions {
  name: string;
  /** The built API, or web app. */
  program: string;
  /** The variable that tells the program where to listen. */
  portVariable: "API_PORT" | "PORT";
  environment: Record<string, string>;
  /** By how much its clock is wrong. */
  clockShiftMs: number;
  /** Where its log goes, appended. */
  logFile: string;
}

export interface Backend {
  name: string;
  url: string;
  logFile: string;
  /** Ends the process at once; it is started again after a moment. */
  kill(): Promise<void>;
  /** Ends it at once, and for good. */
  killForGood(): Promise<void>;
  /** Asks it to stop; gives its exit code, null when it had to be killed. It is started again. */
  terminate(): Promise<number | null>;
  pause(): void;
  resume(): void;
  /** Resolves when it says that it may be given work. */
  ready(): Promise<void>;
  /** Ends of the process that nobody asked for, once it had been healthy, and ends in disorder. */
  unexpected: string[];
  /** Stops it for good. */
  close(): Promise<void>;
}

const COME_BACK_MS = 200;
/** Longer than a process may take to leave in good order. */
const PATIENCE_MS = 25_000;

export async function startBackend(options: BackendOptions): Promise<Backend> {
  const { name, program, portVariable, environment, clockShiftMs, logFile } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const unexpected: string[] = [];
  const log = openSync(logFile, "a");
  let wanted = true;
  let healthy = false;
  let asked = false;
  let child: ChildProcess;

  const spawnIt = () => {
    healthy = false;
    asked = false;
    const clock = join(import.meta.dirname, "shifted-clock.ts");
    child = spawn(process.execPath, ["--import", clock, program], {
      env: {
        PATH: process.env.PATH ?? "",
        NODE_ENV: "production",
        [portVariable]: String(port),
        CLOCK_SHIFT_MS: String(clockShiftMs),
        ...environment,
      },
      stdio: ["ignore", log, log],
    });
    child.on("exit", (code, signal) => {
      if (healthy && !asked) unexpected.push(`${name} ended by itself: ${signal ?? `exit code ${code}`}`);
      if (wanted) setTimeout(() => wanted && spawnIt(), COME_BACK_MS);
    });
    void noteHealth(child);
  };

  const answers = (path: string) =>
    fetch(url + path, { signal: AbortSignal.timeout(1_000) }).then(
      ({ ok }) => ok,
      () => false,
    );

  /** From its first answer on, it has no business to end. */
  const noteHealth = async (started: ChildProcess) => {
    while (started === child && started.exitCode === null && started.signalCode === null) {
      if (await answers("/health")) {
        healthy = started === child;
        return;
      }
      await sleep(100);
    }
  };

  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    if (ending.exitCode !== null || ending.signalCode !== null) return null;
    asked = true;
    const exited = once(ending, "exit") as Promise<[number | null]>;
    ending.kill(signal);
    const [code] = await exited;
    return code;
  };

  const terminate = async () => {
    const ending = child;
    const healthyThen = healthy;
    const late = setTimeout(() => ending.kill("SIGKILL"), PATIENCE_MS);
    const code = await end("SIGTERM");
    clearTimeout(late);
    if (code !== 0 && healthyThen) unexpected.push(`${name} ended with ${code} when it was told to stop`);
    return code;
  };

  spawnIt();
  return {
    name,
    url,
    logFile,
    unexpected,
    kill: async () => void (await end("SIGKILL")),
    async killForGood() {
      wanted = false;
      await end("SIGKILL");
    },
    terminate,
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    async ready() {
      while (!(await answers("/ready"))) await sleep(50);
    },
    async close() {
      wanted = false;
      await terminate();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
