/** Sets runs going in the background of this process, and knows which ones it holds. */
import type { Announcer } from "../journal/announcer.ts";
import { carry } from "./carry.ts";
import { ending } from "./ending.ts";
import { findTold, type Told } from "./event-queries.ts";
import { type Brain, itemsFor, modelFor, turnOf } from "./prepare.ts";
import { type HeldRun, type Lease, releaseLeases } from "./run-queries.ts";
import { LeaseLost, RunRecord } from "./run-record.ts";
import type { Room } from "./turn.ts";

export interface LaunchOptions extends Brain {
  announcer: Pick<Announcer, "announce">;
  gatherMs: number;
  now: () => Date;
}

interface Held {
  lease: Lease;
  controller: AbortController;
}

export type Launcher = ReturnType<typeof createLauncher>;

/** A run that has been taken over this often without getting anywhere ends the processes that try. */
const MOST_TAKE_OVERS = 10;

export function createLauncher(room: Room, options: LaunchOptions) {
  const { database, log } = room;
  const { announcer, gatherMs, now } = options;
  const held = new Map<string, Held>();
  const unsettled = new Set<Promise<void>>();

  const go = async (run: HeldRun, { lease, controller }: Held, begun: Told | undefined) => {
    const told = begun ?? (await findTold(database, run.space_id, run.id));
    const record = new RunRecord({
      database,
      lease,
      last: told.last,
      gatherMs,
      wrote: () => announcer.announce(run.id),
      broke: (error) => controller.abort(error),
    });
    try {
      if (run.take_overs > MOST_TAKE_OVERS) return await giveUp(record, told);
      const turn = await turnOf(room, run, now, record, controller.signal);
      const { model: settings } = options;
      await carry(room, turn, {
        model: await modelFor(room, options, turn),
        items: await itemsFor(room, turn),
        told: told.text,
        ...(settings.kind !== "built-in" && { timeoutMs: settings.timeoutMs }),
      });
    } finally {
      record.abandon();
    }
  };

  const giveUp = (record: RunRecord, { text }: Told) => {
    const error = { code: "internal", message: "Something went wrong inside. Try again." };
    return record.write(ending({ status: "failed", response: text, error }, { type: "failed", ...error }));
  };

  /** It goes on elsewhere, or here again a little later. */
  const letGo = async (error: unknown, { lease }: Held) => {
    if (error instanceof LeaseLost) return;
    if (!(error instanceof HandedOver))
      log.warn({ err: error, run_id: lease.run_id }, "A run of the assistant can't go on here");
    // When the database is away the lease ends by itself.
    await releaseLeases(database, [lease]).catch(() => {});
  };

  return {
    /** Takes a run that is this process's by its lease; goes on whether or not anybody listens. `begun`: nothing was done yet. */
    start(run: HeldRun, begun?: Told) {
      const lease = { space_id: run.space_id, run_id: run.id, epoch: run.lease_epoch };
      const one: Held = { lease, controller: new AbortController() };
      held.get(run.id)?.controller.abort(new LeaseLost());
      held.set(run.id, one);
      const settling = go(run, one, begun)
        // Before the lease is given back, or the next renewal would take it again.
        .finally(() => {
          if (held.get(run.id) === one) held.delete(run.id);
        })
        .catch((error: unknown) => letGo(error, one))
        .finally(() => unsettled.delete(settling));
      unsettled.add(settling);
    },

    leases: (): Lease[] => [...held.values()].map(({ lease }) => lease),

    /** The run is another's by now, or has ended. A later lease of the same run, after a yes, is kept. */
    lose({ run_id, epoch }: Pick<Lease, "run_id" | "epoch">) {
      const one = held.get(run_id);
      if (one && one.lease.epoch <= epoch) one.controller.abort(new LeaseLost());
    },

    /** Lets another process go on with everything. */
    async handOver() {
      for (const { controller } of held.values()) controller.abort(new HandedOver());
      await Promise.all(unsettled);
    },

    /** Resolves when nothing goes on here any more. */
    async settled() {
      while (unsettled.size > 0) await Promise.all(unsettled);
    },
  };
}

class HandedOver extends Error {}
