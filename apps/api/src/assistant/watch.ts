/**
 * Looks after runs: says every few seconds that the own ones are still held,
 * and takes over those whose holder is gone. Every process does.
 */
import type { Database } from "../db/database.ts";
import { isOutage } from "../db/trouble.ts";
import type { Announcer } from "../journal/announcer.ts";
import type { Launcher } from "./launch.ts";
import { renewLeases, type Tenure, takeAbandonedRuns } from "./run-queries.ts";
import type { Timing } from "./timing.ts";
import type { Log } from "./turn.ts";

export interface WatchOptions {
  database: Database;
  announcer: Announcer;
  launcher: Launcher;
  tenure: Tenure;
  timing: Timing;
  log: Log;
}

/** Announced when runs are free or were stopped, so that nobody waits for the next look. */
const RUNS = "runs";
const AT_ONCE = 20;
/** More are left to the next look, or to another process: the own leases want to be renewed in between. */
const MOST_AT_A_LOOK = 1_000;

export function createWatch({ database, announcer, launcher, tenure, timing, log }: WatchOptions) {
  const { watchMs } = timing;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<number> | undefined;
  let taking = true;
  let ended = false;
  let failing = false;

  const look = async (): Promise<number> => {
    const leases = launcher.leases();
    if (leases.length > 0) {
      const held = await renewLeases(database, tenure, leases);
      for (const lease of leases) if (!held.has(lease.run_id)) launcher.lose(lease);
    }
    return takeOver();
  };

  /** All that are free: whoever waits for the last of many waits as long as for the first. */
  const takeOver = async (): Promise<number> => {
    // One that can't go on here is free again at once; it waits for the next look, or another process.
    const taken: string[] = [];
    while (taking && taken.length < MOST_AT_A_LOOK) {
      const runs = await takeAbandonedRuns(database, tenure, { limit: AT_ONCE, except: taken });
      for (const run of runs) launcher.start(run);
      taken.push(...runs.map(({ id }) => id));
      if (runs.length < AT_ONCE) break;
    }
    return taken.length;
  };

  /** One look at a time. */
  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  /** Says once what is wrong, not every two seconds. */
  const lookQuietly = () =>
    lookOnce().then(
      () => {
        failing = false;
      },
      (error: unknown) => {
        if (!failing && !isOutage(error)) log.warn({ err: error }, "Looking after runs failed; tried again");
        failing = true;
      },
    );

  const next = () => {
    if (watchMs === undefined || ended) return;
    // Not all processes at the same moment.
    const inMs = watchMs * (0.75 + Math.random() / 2);
    timer = setTimeout(() => void lookQuietly().then(next), inMs).unref();
  };

  /** What a look that is under way may have passed already is found by one more. */
  const lookAgain = async () => {
    await looking?.catch(() => {});
    if (!ended) await lookQuietly();
  };
  const unsubscribe = announcer.subscribe(RUNS, () => void lookAgain());
  if (watchMs !== undefined) void lookQuietly().then(next);

  return {
    /** Gives how many runs were taken over. */
    look: lookOnce,
    /** Tells every process to look. */
    wake: () => announcer.announce(RUNS),
    /** Takes over nothing more; what is held stays so. */
    stopTaking() {
      taking = false;
    },
    async end() {
      ended = true;
      unsubscribe();
      clearTimeout(timer);
      await looking?.catch(() => {});
    },
  };
}
