/** What happened, in figures, and whether anything promised was broken. */
import type { Counts } from "./caller.ts";
import type { FaultCounts } from "./mischief.ts";
import type { Rolled } from "./rolling.ts";
import type { Played } from "./rounds.ts";

export interface Results {
  seed: number;
  counts: Counts;
  faults: FaultCounts;
  played: Played | undefined;
  rolled: Rolled | undefined;
  say: (line: string) => void;
}

/** Gives the exit code. */
export function printSummary({ seed, counts, faults, played, rolled, say }: Results): number {
  if (played) {
    const ledgers = played.people.map(({ ledger }) => ledger);
    const sum = (of: (ledger: (typeof ledgers)[number]) => number) =>
      ledgers.reduce((total, one) => total + of(one), 0);
    const runs = ledgers.flatMap(({ turns }) => turns.flatMap(({ runs }) => runs));
    say(
      `\nFaults: ${Object.entries(faults)
        .map(([fault, times]) => `${fault} ${times}`)
        .join(", ")}`,
    );
    say(
      `${counts.requests} requests, ${counts.acknowledged} acknowledged answers after ${counts.repeated} repetitions, ` +
        `${sum(({ groups }) => groups.length)} changes, ${sum(({ turns }) => turns.length)} chat turns in ${runs.length} runs ` +
        `with ${runs.reduce((total, { events }) => total + events.length, 0)} events, ` +
        `${sum(({ listeners }) => listeners.flat().length)} changes heard live.`,
    );
    say(
      `Everything was acknowledged and heard ${played.slowestSettling.toFixed(1)} s after the last fault of a round at most.`,
    );
  }
  if (rolled) {
    say(
      `Rolling restart: ${rolled.restarts} restarts under ${rolled.perSecond} requests a second, ` +
        `${rolled.requests} requests in all, ${rolled.turns} chat turns, ${rolled.violations} failed.`,
    );
  }
  const violations = (played?.violations ?? 0) + (rolled?.violations ?? 0);
  say(
    violations === 0
      ? `No violation (seed ${seed}).`
      : `✗ ${violations} violations. The same plan again: --seed ${seed}`,
  );
  return violations === 0 ? 0 : 1;
}
