/** What a message tells of the person besides its words: the zone of the browser or machine it was written at. */
import { AppError } from "@todo/contract";
import type { Person } from "../access/queries.ts";
import type { Context } from "../operations/context.ts";
import type { Runner } from "../operations/run.ts";

/**
 * The zone becomes the profile's as long as nobody said otherwise: a change like any other, with which reminders move.
 * When it is refused, as after too many changes in one minute, the message is answered all the same and the next one tells it again.
 */
export async function learnTimeZone(
  { run }: Runner,
  { actor, surface, now }: Context,
  { time_zone_known }: Person,
  timeZone: string,
): Promise<void> {
  if (time_zone_known) return;
  // Without the message's Idempotency-Key, which is for its answer.
  await run("update_profile", { time_zone: timeZone, unless_known: true }, { actor, surface, now }).catch(
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    },
  );
}
