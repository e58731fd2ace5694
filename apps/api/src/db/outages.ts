/**
 * Outages of the database in the log: a line when one begins and a line when
 * it is over, however much fails for it meanwhile.
 */
import { type DatabaseTrouble, reasonOf } from "./trouble.ts";

export interface Outages {
  /** Gives the trouble back, to be thrown. */
  met(trouble: DatabaseTrouble): DatabaseTrouble;
  /** The database has done something. */
  over(): void;
}

/** Connections come and go in the midst of an outage: without trouble for so long, it is over. */
const CALM_MS = 2_000;

export function watchOutages(warn: (message: string) => void): Outages {
  let began: number | undefined;
  let last = 0;
  return {
    met(trouble) {
      if (!trouble.away) return trouble;
      last = performance.now();
      if (began === undefined)
        warn(`The database is away, and requests are refused until it is back: ${reasonOf(trouble.cause)}`);
      began ??= last;
      return trouble;
    },
    over() {
      if (began === undefined || performance.now() - last < CALM_MS) return;
      warn(`The database is back; it was away for ${Math.ceil((last - began) / 1000)} seconds`);
      began = undefined;
    },
  };
}
