/** What happened, in figures, and whether anything promised was broken. */
import type { Counts } from "./caller.ts";
import type { FaultCounts } from "./mischief.ts";
import type { RemindedResult } from "./notices.ts";
import type { Rolled } from "./rolling.ts";
import type { Played } from "./rounds.ts";

export interface Results {
  seed: number;
  counts: Counts;
  faults: FaultCounts;
  played: Played | undefined;
  reminded: RemindedResult | undefined;
  rolled: Rolled[];
  say: (line: string) => void;
}

/** Gives the exit code. */
export function printSummary({ seed, counts, faults, played, reminded, rolled, say }: Results): number {
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
  if (reminded) say(aboutReminders(reminded));
  for (const one of rolled) {
    const { tier, restarts, perSecond, wantedPerSecond, requests, streams, turns, violations } = one;
    say(
      `Rolling restart of the ${tier}: ${restarts} restarts under ${perSecond} requests a second (of ${wantedPerSecond}), ` +
        `${requests} requests in all, ${streams} event streams that ended, ${turns} chat turns, ${violations} failed.`,
    );
  }
  const violations = [played, reminded, ...rolled].reduce((sum, one) => sum + (one?.violations ?? 0), 0);
  say(
    violations === 0
      ? `No violation (seed ${seed}).`
      : `✗ ${violations} violations. The same plan again: --seed ${seed}`,
  );
  return violations === 0 ? 0 : 1;
}

function aboutReminders(reminded: RemindedResult): string {
  const { reminders, changed, late, kills, withoutDatabase, sendings, repeats } = reminded;
  const { longestLostAfterMs, p50Ms, p99Ms, violations } = reminded;
  return (
    `Reminders: ${reminders}, ${changed} of them changed before they were due and ${late} due while nothing ran; ` +
    `${kills} kills, ${withoutDatabase} times no answer of the database, ${sendings} sendings, ${repeats} repeated ` +
    `(sent ${longestLostAfterMs} ms before that at most), half of them within ${p50Ms} ms and 99 % within ${p99Ms} ms, ` +
    `${violations} violations.`
  );
}
