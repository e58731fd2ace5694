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
import { inTurn, versionKnown } from "../conflicts/in-turn.ts";
import { fieldsBetween } from "../tasks/conflict.ts";
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

/**
 * For the version that `before` shows, once earlier changes of the task are
 * done. Throws Waits, and what the API throws; of an edit also the newer
 * version that it is at odds with.
 */
export function sendOrKeep<Name extends Sendable>(
  operation: Name,
  input: InputOf<Name>,
  about: Pick<Waiting, "before" | "after" | "edit">,
): Promise<OutputOf<Name>> {
  const { before } = about;
  if (!before) return send(operation, input, about);
  return inTurn(
    [before],
    () => send(operation, { ...input, version: versionKnown(before) }, about),
    (answer) => [answer],
  );
}

async function send<Name extends Sendable>(
  operation: Name,
  input: InputOf<Name>,
  about: Pick<Waiting, "before" | "after" | "edit">,
): Promise<OutputOf<Name>> {
  const key = newKey();
  const waiting = { key, operation, input, ...about };
  if (mustWait()) return keep({ ...waiting, sent: false });
  // Of an operation by its name; which one it is isn't known before the call.
  const call = api[operation] as unknown as Call<Name>;
  try {
    return await call(input, { idempotencyKey: key });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unavailable") return keep({ ...waiting, sent: true }, error);
    const current = error.conflict?.kind === "task" ? error.conflict.current : undefined;
    const fields = current && fieldsBetween(waiting, current);
    if (fields?.length === 0) return send(operation, { ...input, version: current?.version }, about);
    if (!fields || about.edit) throw error;
    // Under its key it was decided upon. It waits for the person, who is asked as after a time without network.
    return keep({ ...waiting, key: newKey(), sent: false }, error);
  }
}

async function keep(
  waiting: Waiting,
  failure = new AppError("unavailable", "The server can't be reached."),
): Promise<never> {
  // Neither comes to be where the network went before the page had come to rest, or nothing can be stored.
  const kept = await import("./queue.ts")
    .then(({ keepForLater }) => keepForLater(waiting))
    .catch(() => false);
  throw kept ? new Waits(waiting.key) : failure;
}
