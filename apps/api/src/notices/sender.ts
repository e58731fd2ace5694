/**
 * Sends what falls due. Every process does: each waits for the next instant,
 * takes what is due with a lease, tells the person, and writes that it did.
 * Should it die in between, another sends the same again after the lease, with
 * the same id.
 */
import { randomUUID } from "node:crypto";
import type { Message, Sent } from "../channels/message.ts";
import type { Database } from "../db/database.ts";
import { isOutage } from "../db/trouble.ts";
import type { Announcer } from "../journal/announcer.ts";
import type { Log } from "../log.ts";
import { type Claim, claimDue, type Facts, findFacts, keyOf, renewClaims, waitForNext } from "./claims.ts";
import type { Clock } from "./clock.ts";
import { compose } from "./compose.ts";
import { createHold, type Hold, moment } from "./hold.ts";
import type { Measures } from "./measures.ts";
import type { Pace } from "./pace.ts";
import { hasFailed, outcomeOf, quietFor, type Result } from "./results.ts";
import { createSettler } from "./settler.ts";

export interface SenderOptions {
  database: Database;
  announcer: Announcer;
  deliver(message: Message, isHeld: () => boolean): Promise<Sent[] | undefined>;
  pace: Pace;
  /** For tests; left out, the database's. */
  clock: Clock;
  measures: Measures;
  log: Pick<Log, "warn">;
}

export interface Sender {
  /** Sends all that is due, and resolves when that is written. Gives how many notices it took. */
  look(): Promise<number>;
  /** Something was scheduled: tells whoever wouldn't look before. */
  scheduled(due: Date, now: Date): void;
  /** Takes nothing more. */
  stopTaking(): void;
  /** Finishes what it is sending. */
  end(): Promise<void>;
}

/** Announced when something falls due before everybody looks by themselves. */
const SOON = "notices soon";
/** Sendings at once, and how many are taken together. */
const AT_ONCE = 400;
const TAKEN_TOGETHER = 100;
/** The same of one space, so that nobody waits for what is slow to take the reminders of somebody else. */
const OF_ONE_AT_ONCE = 40;
const OF_ONE_TOGETHER = 20;
/** Something is due that another process was just at. */
const SHORTLY_MS = 50;
/** After a look that failed. */
const AGAIN_MS = 1_000;

export function createSender(options: SenderOptions): Sender {
  const { database, announcer, deliver, pace, clock, measures, log } = options;
  const owner = randomUUID();
  const settler = createSettler({ database, announcer, owner, log });
  const sending = new Map<string, { claim: Claim; hold: Hold; done: Promise<void> }>();
  /** How many of each space. */
  const sendingOf = new Map<string, number>();
  let taking = true;
  let timer: NodeJS.Timeout | undefined;

  const send = async (claim: Claim, facts: Facts | undefined, hold: Hold) => {
    const takenAt = performance.now();
    const lag = Date.parse(claim.taken_at) - Date.parse(claim.due_at);
    const late = lag > pace.lateMs;
    const result = await attempt(claim, facts, late, hold);
    const settled = await settler.settle(outcomeOf(claim, facts, result, pace));
    if (!settled) return;
    if (result.what === "lost") lookAgain();
    if (result.what === "sent") measures.sent(lag + performance.now() - takenAt, late);
    if (result.what === "failed" && claim.attempts >= pace.attempts) measures.failed();
  };

  const attempt = async (
    claim: Claim,
    facts: Facts | undefined,
    late: boolean,
    { isHeld }: Hold,
  ): Promise<Result> => {
    if (!facts) return { what: "nothing" };
    // Whoever took it before never came to an end with it.
    if (claim.attempts > pace.attempts) return { what: "failed" };
    const quietMs = late ? quietFor(claim, facts) : 0;
    if (quietMs > 0) return { what: "quiet", for_ms: quietMs };
    try {
      const message = await compose(database, claim, facts, late);
      if (!message) return { what: "nothing" };
      const { kind } = message;
      const sent = await deliver(message, isHeld);
      if (!sent) return { what: "lost" };
      return {
        what: hasFailed(sent) ? "failed" : "sent",
        told: { kind: kind === "digest" ? kind : "reminder", late },
      };
    } catch (error) {
      log.warn({ err: error }, "A reminder couldn't be sent; tried again");
      return { what: "failed" };
    }
  };

  const isHeldBack = (count: number) => count > OF_ONE_AT_ONCE - OF_ONE_TOGETHER;
  const heldBack = () => [...sendingOf].filter(([, count]) => isHeldBack(count)).map(([space]) => space);

  const lookAgain = () => {
    if (isRunning && taking) void takeAndWait();
  };

  const count = ({ space_id }: Claim, more: 1 | -1) => {
    const before = sendingOf.get(space_id) ?? 0;
    const after = before + more;
    if (after > 0) sendingOf.set(space_id, after);
    else sendingOf.delete(space_id);
    if (isHeldBack(before) && !isHeldBack(after)) lookAgain();
  };

  /** Gives how many it took. */
  const takeOnce = async (): Promise<number> => {
    while (sending.size > AT_ONCE - TAKEN_TOGETHER)
      await Promise.race([...sending.values()].map(({ done }) => done));
    if (!taking) return 0;
    const askedAt = moment();
    const claims = await claimDue(database, {
      owner,
      leaseMs: pace.leaseMs,
      limit: TAKEN_TOGETHER,
      ofOne: OF_ONE_TOGETHER,
      heldBack: heldBack(),
      clock,
    });
    if (claims.length === 0) return 0;
    const facts = new Map((await findFacts(database, claims)).map((one) => [keyOf(one), one]));
    for (const claim of claims) {
      const key = keyOf(claim);
      // Its lease had run out under way, for want of a renewal; now it holds again.
      if (sending.has(key)) continue;
      count(claim, 1);
      const hold = createHold(pace.leaseMs, askedAt);
      const done = send(claim, facts.get(key), hold).finally(() => {
        sending.delete(key);
        count(claim, -1);
      });
      sending.set(key, { claim, hold, done });
    }
    return claims.length;
  };

  const takeAll = async () => {
    let taken = 0;
    for (let more = true; more; ) {
      const some = await takeOnce();
      taken += some;
      more = some > 0;
    }
    return taken;
  };

  /** One at a time; who asks meanwhile waits for one more. */
  let current: Promise<number> | undefined;
  let next: Promise<number> | undefined;
  const take = (): Promise<number> => {
    if (!current) {
      current = takeAll().finally(() => {
        current = undefined;
      });
      return current;
    }
    next ??= current
      .catch(() => 0)
      .then(() => {
        next = undefined;
        return take();
      });
    return next;
  };

  let failing = false;
  const takeAndWait = async () => {
    clearTimeout(timer);
    let wait = AGAIN_MS;
    try {
      await take();
      wait = Math.max(
        SHORTLY_MS,
        await waitForNext(database, { clock, heldBack: heldBack() }, pace.lookMs ?? 0),
      );
      failing = false;
    } catch (error) {
      if (!failing && !isOutage(error)) log.warn({ err: error }, "Looking for reminders failed; tried again");
      failing = true;
    }
    clearTimeout(timer);
    if (taking) timer = setTimeout(() => void takeAndWait(), wait).unref();
  };

  const renew = async () => {
    const held = [...sending.values()];
    if (held.length === 0) return;
    const askedAt = moment();
    const claims = held.map(({ claim }) => claim);
    const renewed = await renewClaims(database, owner, pace.leaseMs, claims);
    for (const { claim, hold } of held) if (renewed.has(keyOf(claim))) hold.renew(askedAt);
  };

  const isRunning = pace.lookMs !== undefined;
  // What can't be renewed now is tried again in a moment, or is another's to send.
  const renewing = setInterval(() => void renew().catch(() => {}), pace.leaseMs / 3).unref();
  const unsubscribe = isRunning ? announcer.subscribe(SOON, () => taking && void takeAndWait()) : () => {};
  if (isRunning) void takeAndWait();

  const settleAll = async () => {
    while (sending.size > 0) await Promise.all([...sending.values()].map(({ done }) => done));
  };

  return {
    async look() {
      let taken = 0;
      for (let more = true; more; ) {
        const some = await take();
        await settleAll();
        taken += some;
        more = some > 0;
      }
      return taken;
    },
    scheduled(due, now) {
      if (due.getTime() - now.getTime() <= (pace.lookMs ?? 0) + AGAIN_MS) announcer.announce(SOON);
    },
    stopTaking() {
      taking = false;
      clearTimeout(timer);
      unsubscribe();
    },
    async end() {
      this.stopTaking();
      await current?.catch(() => {});
      await settleAll();
      clearInterval(renewing);
    },
  };
}
