/**
 * An answer's events though the connection break: taken up behind the last one
 * as long as the server comes back within some twenty seconds. The answer goes
 * on at the server in any case.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { CallOptions, Client, SentEvent } from "@todo/contract";
import { backoffMs, newKey } from "@todo/contract/attempts";
import { unbroken } from "@todo/contract/unbroken";
import { CutOff } from "../failures.ts";
import { note, paintNote } from "../output/terminal.ts";

/** Begins an answer; with the same key again, it is the same answer. */
export type Open = (options: CallOptions) => AsyncGenerator<SentEvent>;

/** After that the server isn't only being restarted. */
const ATTEMPTS = 6;
/** Whoever waits longer is told why. */
const TOLD_AT_ATTEMPT = 2;

/** Throws CutOff when the server stays away, and what it refuses at once. */
export async function* persistent(
  client: Pick<Client, "runEvents">,
  open: Open,
  signal: AbortSignal,
): AsyncGenerator<SentEvent> {
  const idempotencyKey = newKey();
  let conversation: string | undefined;
  const events = unbroken({
    open: () => open({ signal, idempotencyKey }),
    resume: (run, after) => client.runEvents(run, { after, signal }),
    async wait(attempt, atLeastMs, broke) {
      // Beginning was tried several times already, by the client.
      if (conversation === undefined && attempt > 0 && broke !== undefined) throw broke;
      if (attempt === ATTEMPTS) throw new CutOff(conversation, { cause: broke });
      if (attempt === TOLD_AT_ATTEMPT) note(paintNote("dim", "The connection is lost; trying to go on…"));
      await sleep(backoffMs(attempt, atLeastMs), undefined, { signal });
    },
    onAway: () => {},
    signal,
  });
  for await (const event of events) {
    if (event.type === "run_started") conversation = event.conversation_id;
    yield event;
  }
}
