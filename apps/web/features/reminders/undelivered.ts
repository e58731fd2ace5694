/** Why a reminder didn't arrive, in the language of the page. */
import { readUndelivered } from "@todo/contract/undelivered";
import type { Say } from "../../messages/messages.ts";

/** `sentence` is the server's, in English. */
export function undeliveredIn(sentence: string, t: Say): string {
  const read = readUndelivered(sentence);
  return (read && t.attempt(`undelivered.${read.name}`, read.values)) ?? sentence;
}
