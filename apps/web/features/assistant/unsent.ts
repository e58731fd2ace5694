/**
 * The message that was sent and not yet heard of. It is kept for this window
 * with the key it was sent under: after a reload, or when the person sends the
 * same words again, it can't be said twice.
 */
import { newKey } from "@todo/contract/attempts";

interface Unsent {
  sentence: string;
  conversation_id: string | undefined;
  key: string;
  /** Milliseconds since 1970. */
  at: number;
}

const NAME = "todo-unsent";
/** Later the words go back to the composer: nobody expects to have sent them any more. */
const FRESH_MS = 600_000;

/** The key to send under: the one of the same message when that may have arrived. */
export function keyFor(sentence: string, conversation_id: string | undefined): string {
  const known = read();
  const same = known?.sentence === sentence && known.conversation_id === conversation_id;
  const key = same ? known.key : newKey();
  write({ sentence, conversation_id, key, at: Date.now() });
  return key;
}

export const forgetUnsent = () => write(undefined);

/** It is given up or was refused: the words are not sent again by themselves, but if they are, under the same key. */
export function layAsideUnsent() {
  const known = read();
  if (known) write({ ...known, at: 0 });
}

/** What this window sent before it was reloaded, if nothing was heard of it. */
export function findUnsent(): (Unsent & { fresh: boolean }) | undefined {
  const unsent = read();
  return unsent && { ...unsent, fresh: Date.now() - unsent.at < FRESH_MS };
}

function read(): Unsent | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function write(unsent: Unsent | undefined) {
  try {
    if (unsent) sessionStorage.setItem(NAME, JSON.stringify(unsent));
    else sessionStorage.removeItem(NAME);
  } catch {
    // Where nothing may be stored, a reload forgets it.
  }
}
