/** Writes what came of notices, those that end at about the same moment together, and lets open windows know. */
import type { Database } from "../db/database.ts";
import type { Announcer } from "../journal/announcer.ts";
import type { Log } from "../log.ts";
import { type Outcome, settle } from "./claims.ts";
import { TOLD } from "./pages.ts";

export interface SettlerOptions {
  database: Database;
  announcer: Announcer;
  owner: string;
  log: Pick<Log, "warn">;
}

const TOGETHER = 200;

export function createSettler({ database, announcer, owner, log }: SettlerOptions) {
  let waiting: { outcome: Outcome; done: (settled: boolean) => void }[] = [];
  let writing = false;

  const write = async () => {
    writing = true;
    while (waiting.length > 0) {
      const some = waiting.slice(0, TOGETHER);
      waiting = waiting.slice(TOGETHER);
      const settled = await writeSome(some.map(({ outcome }) => outcome));
      for (const { outcome, done } of some) done(settled.has(outcome));
    }
    writing = false;
  };

  /** Those that somebody is at just now are waited for one by one. */
  const writeSome = async (outcomes: Outcome[]) => {
    const settled = new Set<Outcome>();
    try {
      for (const one of await settle(database, owner, outcomes, { wait: false })) settled.add(one);
      for (const outcome of outcomes) {
        if (settled.has(outcome)) continue;
        for (const one of await settle(database, owner, [outcome], { wait: true })) settled.add(one);
      }
    } catch (error) {
      // It is sent again when the lease is over, with the same id.
      log.warn({ err: error }, "What came of reminders couldn't be written");
    }
    if ([...settled].some(({ told }) => told)) announcer.announce(TOLD);
    return settled;
  };

  return {
    /** False when it was somebody else's by then, or couldn't be written. */
    settle(outcome: Outcome): Promise<boolean> {
      return new Promise((done) => {
        waiting.push({ outcome, done });
        // In a moment, for all that ended in this one.
        if (!writing) queueMicrotask(() => writing || void write());
      });
    },
  };
}
