/** Keeps the embedded PostgreSQL running. Its address never changes, so those who use it only have to connect again. */
import { setTimeout as delay } from "node:timers/promises";
import { type RunningPostgres, StartupError, startPostgres } from "@todo/postgres";

interface Place {
  dataDir: string;
  projectDir: string;
  logFile: string;
}

export class KeptDatabase {
  readonly #place: Place;
  readonly #say: (line: string) => void;
  #current: Promise<RunningPostgres> | undefined;
  #stopping = false;

  constructor(place: Place, say: (line: string) => void) {
    this.#place = place;
    this.#say = say;
  }

  /** Returns its address. Throws StartupError when it can't be started. */
  async start(): Promise<string> {
    const postgres = await this.#launch();
    void this.#keep(postgres);
    return postgres.url;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const postgres = await this.#current?.catch(() => undefined);
    await postgres?.stop();
  }

  /** Leaves no time to tidy up; the next start recovers from its journal. */
  async kill() {
    this.#stopping = true;
    const postgres = await this.#current?.catch(() => undefined);
    try {
      if (postgres) process.kill(postgres.pid, "SIGQUIT");
    } catch {
      // Gone already.
    }
  }

  async #keep(first: RunningPostgres) {
    let running: RunningPostgres | undefined = first;
    while (!this.#stopping) {
      await running?.exited;
      if (this.#stopping) return;
      if (running) this.#say("PostgreSQL stopped. Starting it again…");
      await delay(1_000, undefined, { ref: false });
      if (this.#stopping) return;
      running = await this.#launch().catch((error: unknown) => {
        this.#say(error instanceof StartupError ? error.message : String(error));
        return undefined;
      });
      if (running) this.#say("PostgreSQL is back.");
      else await delay(10_000, undefined, { ref: false });
    }
  }

  #launch() {
    this.#current = startPostgres({ ...this.#place, log: this.#say });
    return this.#current;
  }
}
