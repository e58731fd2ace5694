/** Rounds of faults, by turns with a vendor's model and the built-in one; after each, at rest, everything is checked. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Backend } from "./backend.ts";
import type { Counts } from "./caller.ts";
import { findViolations, historyOf } from "./checker.ts";
import { onDatabase } from "./database-server.ts";
import { findStored } from "./found.ts";
import { type FaultCounts, startMischief } from "./mischief.ts";
import { type Activity, letWork, type Person, signUp } from "./people.ts";
import type { Random } from "./random.ts";
import type { ModelKind, Scene } from "./scene.ts";

export interface RoundsOptions {
  scene: Scene;
  random: Random;
  counts: Counts;
  faults: FaultCounts;
  minutes: number;
  /** It goes on until there were so many. */
  leastKills: number;
  say: (line: string) => void;
}

export interface Played {
  rounds: number;
  violations: number;
  people: Person[];
  /** Most seconds from the last fault until everything was acknowledged and heard. */
  slowestSettling: number;
}

interface Round {
  number: number;
  model: ModelKind;
  people: Person[];
  backends: Backend[];
  ms: number;
}

const NAMES = ["anu", "bela", "cato"];
const HANDS = 3;
const LEAST_ROUNDS = 2;
const ROUND_MS = 40_000;
/** New people now and then, so that what must be checked doesn't grow without end. */
const ROUNDS_PER_SEASON = 6;
/** A listener whose wake-up was lost looks by itself after thirty seconds. */
const LISTENER_PATIENCE_MS = 45_000;
const SHOWN = 20;

export async function playRounds(options: RoundsOptions): Promise<Played> {
  const { scene, faults, minutes, leastKills, say } = options;
  const played: Played = { rounds: 0, violations: 0, people: [], slowestSettling: 0 };
  const endsAt = performance.now() + minutes * 60_000;
  let people: Person[] = [];
  while (played.rounds < LEAST_ROUNDS || performance.now() < endsAt || faults.kill < leastKills) {
    const number = played.rounds;
    const model: ModelKind = number % 2 === 0 ? "vendor" : "built-in";
    const backends = await scene.startBackends(model);
    if (number % ROUNDS_PER_SEASON === 0) {
      const season = lettersOf(number / ROUNDS_PER_SEASON);
      people = await Promise.all(NAMES.map((name) => signUp(backends[0]!.url, `${name}${season}`)));
      played.people.push(...people);
    }
    const ms = Math.min(ROUND_MS, (minutes * 60_000) / LEAST_ROUNDS);
    const violations = await playRound(options, { number, model, people, backends, ms }, played);
    for (const backend of backends) {
      await backend.close();
      violations.push(...backend.unexpected);
    }
    played.rounds += 1;
    played.violations += violations.length;
    const acknowledged = options.counts.acknowledged;
    say(`Round ${played.rounds} (${model}): ${faults.kill} kills and ${acknowledged} answers so far.`);
    for (const line of violations.slice(0, SHOWN)) say(`  ✗ ${line}`);
    // What came of a first violation would only repeat it.
    if (violations.length > 0) break;
  }
  return played;
}

/** Gives the violations as text, each with the history of what it is about. */
async function playRound(options: RoundsOptions, round: Round, played: Played): Promise<string[]> {
  const { scene, counts, faults, say } = options;
  const { model, people, backends } = round;
  const random = options.random.fork(`round ${round.number}`);
  const urls = backends.map(({ url }) => url);
  const activities = people.map((person) =>
    letWork(person, { urls, model, random: random.fork(person.ledger.person), counts, hands: HANDS }),
  );
  const mischief = startMischief({
    backends,
    wires: scene.wires,
    database: scene.database,
    random: random.fork("mischief"),
    counts: faults,
    say,
  });
  await sleep(round.ms);
  await mischief.stop();

  const quietSince = performance.now();
  await Promise.all(activities.map((activity) => activity.finish()));
  return onDatabase(scene.database.url, async (client) => {
    const violations: string[] = [];
    for (const [place, { ledger }] of people.entries()) {
      const { rows } = await client.query<{ last_seq: number }>(
        "select last_seq::int from spaces where id = $1",
        [ledger.space_id],
      );
      await untilHeard(activities[place]!, rows[0]!.last_seq, quietSince + LISTENER_PATIENCE_MS);
    }
    const settling = (performance.now() - quietSince) / 1000;
    played.slowestSettling = Math.max(played.slowestSettling, settling);
    for (const [place, { ledger }] of people.entries()) {
      await activities[place]!.stopListening();
      const found = await findStored(client, ledger.space_id);
      for (const { about, what } of findViolations(ledger, found)) {
        const history = about ? historyOf(about, found).map((line) => `\n      ${line}`) : [];
        violations.push(`${ledger.person}: ${what}${history.join("")}`);
      }
    }
    return violations;
  });
}

async function untilHeard({ listeners }: Activity, lastSeq: number, deadline: number) {
  while (performance.now() < deadline) {
    if (listeners.every(({ heard }) => (heard.at(-1)?.seq ?? 0) >= lastSeq)) return;
    await sleep(50);
  }
}

/** a, b, … z, ba, … */
function lettersOf(number: number): string {
  const last = String.fromCharCode("a".charCodeAt(0) + (number % 26));
  return number < 26 ? last : lettersOf(Math.floor(number / 26)) + last;
}
