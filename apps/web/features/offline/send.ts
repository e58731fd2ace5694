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
  const key = newKey();
  const online = !mustWait();
  let failure: unknown;
  if (online) {
    try {
      // Of an operation by its name; which one it is isn't known before the call.
      const call = api[operation] as unknown as Call<Name>;
      return await call(input, { idempotencyKey: key });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "unavailable") throw error;
      failure = error;
    }
  }
  // Neither comes to be where the network went before the page had come to rest, or nothing can be stored.
  const kept = await import("./queue.ts")
    .then(({ keepForLater }) => keepForLater({ key, operation, input, ...about, sent: online }))
    .catch(() => false);
  if (kept) throw new Waits(key);
  throw failure ?? new AppError("unavailable", "The server can't be reached.");
}
