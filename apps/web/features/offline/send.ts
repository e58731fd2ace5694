/**
 * A change by hand on its way to the server: sent at once, or, without a
 * network, kept and sent later. What was tried keeps its Idempotency-Key, so it
 * happens once however it ends. What keeps it is loaded only when it is needed.
 */
import { newKey } from "@todo/contract/attempts";
import type { CallOptions } from "@todo/contract/client";
import type { InputOf, OutputOf } from "@todo/contract/contract";
import { AppError } from "@todo/contract/errors";
import { api } from "../../lib/api.ts";
import { fieldsUnseen, isWholeDeed } from "../tasks/conflict.ts";
import type { Waiting, WaitingOperation } from "./waiting.ts";
import { waitingChanges } from "./waiting-store.ts";

/** It waits. What the person wanted stays on the screen. */
export class Waits extends Error {
  override name = "Waits";
  /** Of the change that waits. */
  readonly key: string;

  constructor(key: string) {
    super("It waits for the network.");
    this.key = key;
  }
}

/** What is changed now is kept rather than sent: there is no network, or earlier changes still wait. */
export const mustWait = () => !navigator.onLine || waitingChanges.get().some(({ refusal }) => !refusal);

type Sendable = Exclude<WaitingOperation, "undo">;
type Call<Name extends Sendable> = (input: InputOf<Name>, options: CallOptions) => Promise<OutputOf<Name>>;

/** Throws Waits, and what the API throws. */
export async function sendOrKeep<Name extends Sendable>(
  operation: Name,
  input: InputOf<Name>,
  about: Pick<Waiting, "before" | "after" | "edit">,
): Promise<OutputOf<Name>> {
  // Of an operation by its name; which one it is isn't known before the call.
  const call = api[operation] as unknown as Call<Name>;
  const key = newKey();
  const online = !mustWait();
  let failure: AppError | undefined;
  if (online) {
    try {
      return await call(input, { idempotencyKey: key });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const met = newerVersion(operation, error);
      if (met && about.before && fieldsUnseen(about.before, met.current, met.operation).length === 0)
        return await call({ ...input, version: met.current.version }, { idempotencyKey: newKey() });
      if (!met && error.code !== "unavailable") throw error;
      failure = error;
    }
  }
  // What met a newer version was decided upon under its key. It waits for the person, who is asked as after a time without network.
  const sent = failure?.code === "unavailable";
  const waiting = { key: failure && !sent ? newKey() : key, operation, input, ...about, sent };
  // Neither comes to be where the network went before the page had come to rest, or nothing can be stored.
  const kept = await import("./queue.ts")
    .then(({ keepForLater }) => keepForLater(waiting))
    .catch(() => false);
  if (kept) throw new Waits(waiting.key);
  throw failure ?? new AppError("unavailable", "The server can't be reached.");
}

/** The version that a deed met instead of the one that the person saw. An edit settles that itself. */
const newerVersion = (operation: Sendable, { conflict }: AppError) =>
  isWholeDeed(operation) && conflict?.kind === "task" ? { operation, current: conflict.current } : undefined;
