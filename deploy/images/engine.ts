/** A container engine: the one that runs, else one of our own for the time of the test, with Debian's packages. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type RunOptions, run, works } from "./shell.ts";

export interface Engine {
  docker(args: string[], options?: RunOptions): Promise<string>;
  /** For programs that call docker themselves. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/** Debian's client, when there are several: it belongs to Debian's engine, and builds with its BuildKit. It may be installed only here. */
const client = () => (existsSync("/usr/bin/docker") ? "/usr/bin/docker" : "docker");
/** Where Debian puts it. */
const DAEMON = "/usr/sbin/dockerd";
const debianPackages = ["docker.io", "mmdebstrap", "iptables", "docker-compose"];

/** Undefined, with the reason told, where no engine can run. */
export async function openEngine(say: (line: string) => void): Promise<Engine | undefined> {
  if (await works(client(), "info")) return engineAt({}, async () => {});
  if (process.getuid?.() !== 0) {
    say("No container engine answers, and only root can start one.");
    return undefined;
  }
  if (!existsSync(DAEMON)) {
    say("Installing Debian's docker.io…");
    if (!(await installed(debianPackages))) {
      say("No container engine is installed, and Debian's could not be.");
      return undefined;
    }
  }
  return await startEngine(say);
}

/** Installs Debian packages as root; false when that can't be done. */
async function installed(packages: string[]): Promise<boolean> {
  const environment = { DEBIAN_FRONTEND: "noninteractive" };
  const install = () =>
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { environment });
  try {
    await install().catch(async () => {
      await run("apt-get", ["update", "-qq"]);
      await install();
    });
    return true;
  } catch {
    return false;
  }
}

async function startEngine(say: (line: string) => void): Promise<Engine | undefined> {
  const dir = mkdtempSync(join(tmpdir(), "todo-engine-"));
  const socket = `unix://${dir}/docker.sock`;
  const log = openSync(join(dir, "log"), "w");
  const daemon = spawn(
    DAEMON,
    ["--data-root", `${dir}/data`, "--exec-root", `${dir}/exec`, "--pidfile", `${dir}/pid`, "--host", socket],
    { stdio: ["ignore", log, log] },
  );
  const engine = engineAt({ DOCKER_HOST: socket }, () => stopDaemon(daemon, dir));
  for (let tries = 0; tries < 60; tries += 1) {
    if (await works(client(), "--host", socket, "info")) return engine;
    if (daemon.exitCode !== null) break;
    await sleep(500);
  }
  say(
    `The engine did not start:\n${readFileSync(join(dir, "log"), "utf8").split("\n").slice(-8).join("\n")}`,
  );
  await engine.stop();
  return undefined;
}

async function stopDaemon(daemon: ChildProcess, dir: string): Promise<void> {
  if (daemon.exitCode === null) {
    const gone = new Promise((resolve) => daemon.once("exit", resolve));
    daemon.kill("SIGTERM");
    await gone;
  }
  rmSync(dir, { recursive: true, force: true });
}

function engineAt(environment: Record<string, string>, stop: () => Promise<void>): Engine {
  const settings = { ...environment, DOCKER_BUILDKIT: "1", COMPOSE_DOCKER_CLI_BUILD: "1" };
  return {
    environment: settings,
    stop,
    docker: (args, options = {}) =>
      run(client(), args, { ...options, environment: { ...settings, ...options.environment } }),
  };
}
