/** A rolling restart under load: each process in turn is told to stop and comes back, and nobody notices. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Backend } from "./backend.ts";
import { type Balancer, startBalancer } from "./balancer.ts";
import { type Counts, createCaller } from "./caller.ts";
import { findViolations } from "./checker.ts";
import { onDatabase } from "./database-server.ts";
import { findStored } from "./found.ts";
import { letWork, type Person, signUp } from "./people.ts";
import type { Random } from "./random.ts";
import type { Scene } from "./scene.ts";

export interface Rolled {
  /** What was restarted. */
  tier: string;
  requests: number;
  perSecond: number;
  wantedPerSecond: number;
  /** Event streams that ended as they should. */
  streams: number;
  turns: number;
  restarts: number;
  violations: number;
}

interface Rolling {
  scene: Scene;
  random: Random;
  say: (line: string) => void;
}

interface Tier {
  name: string;
  perSecond: number;
  rounds: number;
  /** A page that is asked for now and then, between calls of the API. */
  page?: string;
  /** One reads and adds, the others talk. */
  people: [reader: string, ...talkers: string[]];
  start(scene: Scene): Promise<Backend[]>;
}

const TICK_MS = 25;
const MOST_OPEN = 256;
/** Of the load that is asked for. A machine with much else to do reaches half; under less than this a restart shows nothing. */
const LEAST_SHARE = 0.2;
/** What the balancer needs to notice, and more: it shares its processor with everything else here. */
const draining = { DRAIN_DELAY_MS: "2000" };
const SHOWN = 20;

const tiers: Tier[] = [
  {
    name: "API",
    perSecond: 200,
    rounds: 2,
    people: ["reader", "rolf", "rona"],
    start: (scene) => scene.startBackends("vendor", draining),
  },
  {
    name: "web app",
    perSecond: 100,
    rounds: 1,
    page: "/sign-in",
    people: ["visitor", "wilma", "walter"],
    async start(scene) {
      const backends = await scene.startBackends("vendor");
      return scene.startFrontends(
        backends.map(({ url }) => url),
        draining,
      );
    },
  },
];

/** The API's processes, then the web app's with the API behind them. */
export async function restartInTurn(rolling: Rolling): Promise<Rolled[]> {
  const rolled: Rolled[] = [];
  for (const tier of tiers) rolled.push(await restartTier(tier, rolling));
  return rolled;
}

async function restartTier(tier: Tier, { scene, random, say }: Rolling): Promise<Rolled> {
  const backends = await tier.start(scene);
  const balancer = await startBalancer(backends.map(({ url }) => url));
  const urls = [balancer.url];
  const counts: Counts = { requests: 0, acknowledged: 0, repeated: 0 };
  const violations: string[] = [];
  try {
    const [reader, ...talkers] = tier.people;
    const people = await Promise.all(talkers.map((name) => signUp(balancer.url, name)));
    const own = random.fork(tier.name);
    const activities = people.map((person) =>
      letWork(person, { urls, model: "vendor", random: own.fork(person.ledger.person), counts, hands: 0 }),
    );
    const load = putLoadOn(tier, await signUp(balancer.url, reader), urls, own, counts);

    await sleep(1_000);
    for (let round = 0; round < tier.rounds; round++)
      for (const backend of backends) await restart(backend, balancer, violations);

    const { failed, perSecond } = await load.stop();
    await Promise.all(activities.map((activity) => activity.finish()));
    violations.push(...balancer.failures, ...failed);
    if (perSecond < tier.perSecond * LEAST_SHARE)
      violations.push(`The load was ${perSecond} requests a second, of ${tier.perSecond} that were wanted`);
    await sleep(500);
    for (const [place, { ledger }] of people.entries()) {
      await activities[place]!.stopListening();
      const found = await onDatabase(scene.database.url, (client) => findStored(client, ledger.space_id));
      violations.push(...findViolations(ledger, found).map(({ what }) => `${ledger.person}: ${what}`));
    }
    for (const line of counted(violations).slice(0, SHOWN)) say(`  ✗ ${line}`);
    return {
      tier: tier.name,
      requests: balancer.passed(),
      perSecond,
      wantedPerSecond: tier.perSecond,
      streams: balancer.endedStreams(),
      turns: people.reduce((sum, { ledger }) => sum + ledger.turns.length, 0),
      restarts: tier.rounds * backends.length,
      violations: violations.length,
    };
  } finally {
    await balancer.close();
    for (const backend of backends) await backend.close();
  }
}

async function restart(backend: Backend, balancer: Balancer, violations: string[]) {
  const code = await backend.terminate();
  if (code !== 0) violations.push(`${backend.name} ended with ${code} when it was told to stop`);
  await backend.ready();
  // It has to be given work before the other one goes.
  await balancer.complete();
}

/**
 * So many requests a second, three in four of them reading, none of them tried
 * twice. A machine that can't keep up gets fewer, rather than a queue that grows.
 */
function putLoadOn(
  { perSecond: wantedPerSecond, page }: Tier,
  { token, newTitle }: Person,
  urls: string[],
  random: Random,
  counts: Counts,
) {
  const failed: string[] = [];
  const { client } = createCaller({
    urls,
    token,
    random,
    counts,
    complain: (what) => void failed.push(what),
  });
  const ask = (number: number): Promise<unknown> => {
    if (number % 4 === 0) return client.add_task({ title: newTitle() });
    if (page && number % 20 === 1) return fetch(urls[0] + page).then((response) => response.text());
    return client.list_tasks({ limit: 20 });
  };
  const open = new Set<Promise<unknown>>();
  let sent = 0;
  let passedOver = 0;
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const due = ((performance.now() - startedAt) / 1000) * wantedPerSecond;
    while (sent + passedOver < due) {
      if (open.size >= MOST_OPEN) {
        passedOver = due - sent;
        break;
      }
      sent += 1;
      const answered = ask(sent).catch((error: Error) => failed.push(`A request failed: ${error.message}`));
      open.add(answered);
      void answered.finally(() => open.delete(answered));
    }
  }, TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      const perSecond = Math.round((sent * 1000) / (performance.now() - startedAt));
      await Promise.all(open);
      return { failed, perSecond };
    },
  };
}

/** Hundreds of requests fail alike: each kind once, with its number. */
function counted(lines: string[]): string[] {
  const kinds = Map.groupBy(lines, (line) =>
    line.replace(/[0-9a-f]{8}-[0-9a-f-]+/g, "…").replace(/\d+$/, "…"),
  );
  return [...kinds].map(([kind, alike]) => (alike.length > 1 ? `${kind} (${alike.length} times)` : kind));
}
