/**
 * Keeps one program running: started, watched until it answers, started again
 * with growing pauses when it dies later. One that dies before it ever
 * answered is not tried again: then something is wrong that a person must see.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, fstatSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StartupError } from "@todo/postgres";
import { type Roll, signalGroup } from "./leftovers.ts";
import { openLog, tailOf } from "./logs.ts";
import type { Program } from "./settings.ts";

export interface Surroundings {
  logDir: string;
  /** Shows what the program says instead of writing it to its log. */
  verbose: boolean;
  roll: Roll;
  say: (line: string) => void;
}

/** A program that ended before it was ready, with the last lines it wrote. */
export class ProgramFailed extends StartupError {
  override name = "ProgramFailed";
  readonly tail: string;

  constructor(message: string, remedy: string, tail: string) {
    super(message, remedy);
    this.tail = tail;
  }
}

export class KeptProgram {
  readonly #program: Program;
  readonly #surroundings: Surroundings;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #exit: Promise<string> = Promise.resolve("");
  #tail = () => "";
  #pauseMs = 500;

  constructor(program: Program, surroundings: Surroundings) {
    this.#program = program;
    this.#surroundings = surroundings;
  }

  /** Resolves when the program answers. Throws ProgramFailed when it ends before, and AbortError on `stop()`. */
  async start(): Promise<void> {
    const { name, command } = this.#program;
    const file = command.find((part) => part.startsWith("/"));
    if (file && !existsSync(file))
      throw new StartupError(`The ${name} is not built.`, "Run npm run build, then start again.");

    const where = this.#surroundings.verbose
      ? "Its own words are above."
      : `Its log is ${join(this.#surroundings.logDir, this.#program.logName)}.`;
    const impatience = setTimeout(
      () => this.#surroundings.say(`Still waiting for the ${name}. ${where}`),
      15_000,
    );
    this.#spawn();
    const how = await this.#outcome();
    clearTimeout(impatience);
    this.#stopping.signal.throwIfAborted();
    if (how !== undefined) {
      throw new ProgramFailed(`The ${name} did not start (${how}).`, where, this.#tail());
    }
    void this.#keep();
  }

  /** Asks it to end, insists after a while. Resolves when it is gone. */
  async stop(patienceMs = 10_000): Promise<void> {
    this.#stopping.abort();
    const pid = this.#livePid();
    if (pid === undefined) return;
    signalGroup(pid, "SIGTERM");
    const patience = delay(patienceMs, undefined, { ref: false }).then(() => signalGroup(pid, "SIGKILL"));
    await Promise.race([this.#exit, patience.then(() => this.#exit)]);
  }

  kill() {
    this.#stopping.abort();
    const pid = this.#livePid();
    if (pid !== undefined) signalGroup(pid, "SIGKILL");
  }

  /** Once it has ended, its number may be someone else's. */
  #livePid(): number | undefined {
    const child = this.#child;
    return child?.exitCode === null && child.signalCode === null ? child.pid : undefined;
  }

  async #keep() {
    for (;;) {
      const startedAt = Date.now();
      const how = await this.#exit;
      if (this.#stopping.signal.aborted) return;

      this.#pauseMs = Date.now() - startedAt > 60_000 ? 1_000 : Math.min(this.#pauseMs * 2, 30_000);
      const { name } = this.#program;
      this.#surroundings.say(
        `The ${name} stopped (${how}). Starting it again in ${this.#pauseMs / 1_000} s…`,
      );
      await delay(this.#pauseMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
      if (this.#stopping.signal.aborted) return;
      this.#spawn();
      void this.#outcome().then((how) => how ?? this.#surroundings.say(`The ${name} is back.`));
    }
  }

  #spawn() {
    const { command, cwd, env, logName } = this.#program;
    const { logDir, verbose, roll } = this.#surroundings;
    const logFile = join(logDir, logName);
    const log = verbose ? undefined : openLog(logFile);
    const written = log === undefined ? 0 : fstatSync(log).size;
    const child = spawn(process.execPath, command, {
      cwd,
      env,
      // A group of its own: Ctrl-C in a terminal reaches us alone, and we stop the children in order.
      detached: true,
      stdio: ["ignore", log ?? "inherit", log ?? "inherit"],
    });
    if (log !== undefined) closeSync(log);
    this.#tail = () => (verbose ? "" : tailOf(logFile, written));
    this.#child = child;
    const { pid } = child;
    if (pid !== undefined) roll.add(pid);
    this.#exit = new Promise((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("exit", (code, signal) => {
        if (pid !== undefined) roll.remove(pid);
        resolve(signal ? `killed by ${signal}` : `exit code ${code}`);
      });
    });
  }

  /** How the current process ended before it answered; nothing when it answers. */
  async #outcome(): Promise<string | undefined> {
    let how: string | undefined;
    void this.#exit.then((description) => {
      how = description;
    });
    while (how === undefined) {
      const response = await fetch(this.#program.readyUrl, { signal: AbortSignal.timeout(5_000) }).catch(
        () => undefined,
      );
      await response?.body?.cancel();
      if (response?.ok) return undefined;
      await Promise.race([this.#exit, delay(50)]);
    }
    return how;
  }
}
