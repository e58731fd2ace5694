/**
 * The faults, one after another and some at once, by a plan that the seed alone
 * decides. What was broken is whole again before the next quiet point.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Backend } from "./backend.ts";
import type { DatabaseServer } from "./database-server.ts";
import type { Random } from "./random.ts";
import type { Wire } from "./wire.ts";

const faults = [
  "kill",
  "terminate",
  "pause",
  "cut",
  "refuse",
  "stall",
  "delay",
  "restart database",
  "crash database",
] as const;
type Fault = (typeof faults)[number];

export type FaultCounts = Record<Fault, number>;

export const noFaults = (): FaultCounts =>
  Object.fromEntries(faults.map((fault) => [fault, 0])) as FaultCounts;

export interface MischiefOptions {
  backends: Backend[];
  wires: Wire[];
  database: DatabaseServer;
  random: Random;
  counts: FaultCounts;
  say: (line: string) => void;
}

export interface Mischief {
  /** Resolves when everything runs again. */
  stop(): Promise<void>;
}

/** A lease lasts six seconds: a pause beyond it lets another backend take over before this one wakes up. */
const LONGER_THAN_A_LEASE_MS = 7_500;

const BOTH_AT_ONCE = 0.15;

/** Kills are what it is about. */
const dice: Fault[] = [
  ...Array<Fault>(8).fill("kill"),
  "terminate",
  "pause",
  "cut",
  "cut",
  "refuse",
  "stall",
  "delay",
];
const rare: Fault[] = ["restart database", "crash database"];

export function startMischief(options: MischiefOptions): Mischief {
  const { backends, wires, database, random, counts, say } = options;
  let stopping = false;
  const busy = new Set<Backend>();
  const under = new Set<Promise<void>>();
  const stopped = Promise.withResolvers<void>();
  /** Ends early when it is time to stop. */
  const wait = (ms: number) => Promise.race([sleep(ms), stopped.promise]);

  const toBackend = async (fault: Fault, backend: Backend) => {
    busy.add(backend);
    if (fault === "kill") await backend.kill();
    else if (fault === "terminate") await backend.terminate();
    else {
      backend.pause();
      await wait(LONGER_THAN_A_LEASE_MS);
      backend.resume();
    }
    await backend.ready();
    busy.delete(backend);
  };

  const toWire = async (fault: Fault, wire: Wire, ms: number) => {
    if (fault === "cut") return wire.cut();
    if (fault === "refuse") wire.refuse(true);
    if (fault === "stall") wire.stall(true);
    if (fault === "delay") wire.delay(random.whole(20, 200));
    await wait(ms);
    wire.refuse(false);
    wire.stall(false);
    wire.delay(0);
  };

  const commit = async (fault: Fault): Promise<void> => {
    const place = random.whole(0, backends.length - 1);
    const ms = random.whole(300, 4_000);
    if (fault === "kill" || fault === "terminate" || fault === "pause") {
      const backend = [backends[place]!, ...backends].find((one) => !busy.has(one));
      // Mostly one of them is left: with none nothing happens that could go wrong.
      if (!backend || (busy.size > 0 && !random.chance(BOTH_AT_ONCE))) return;
      counts[fault] += 1;
      return toBackend(fault, backend);
    }
    counts[fault] += 1;
    if (fault === "restart database") return database.restart("restart");
    if (fault === "crash database") return database.restart("crash");
    return toWire(fault, wires[place]!, ms);
  };

  const running = (async () => {
    while (!stopping) {
      await wait(random.whole(200, 1_600));
      if (stopping) break;
      const fault = random.pick(random.chance(0.06) ? rare : dice);
      // The database is one; whatever else goes on meanwhile goes on.
      if (rare.includes(fault)) await commit(fault);
      else {
        const work = commit(fault).catch((error: Error) => say(`${fault}: ${error.message}`));
        under.add(work);
        void work.finally(() => under.delete(work));
      }
    }
    await Promise.all(under);
    await Promise.all(backends.map((backend) => backend.ready()));
  })();

  return {
    async stop() {
      stopping = true;
      stopped.resolve();
      await running;
    },
  };
}
