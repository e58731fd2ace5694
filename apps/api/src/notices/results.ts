/** What follows from an attempt to tell a person something: sent, tried again, put off, given up, or scheduled for the next day. */
import type { Sent } from "../channels/message.ts";
import { localDate } from "../tasks/local-time.ts";
import type { Claim, Facts, Outcome } from "./claims.ts";
import { afterQuietHours, nextDigest, noticeId } from "./instants.ts";
import { type Pace, retryIn } from "./pace.ts";
import { DIGEST } from "./schedule.ts";

export interface Result {
  /**
   * `failed`: nothing that counts took it, and something might later. `nothing`: there is nothing to tell any more.
   * `lost`: it may be another's by now.
   */
  what: "sent" | "failed" | "quiet" | "nothing" | "lost";
  for_ms?: number;
  told?: { kind: "reminder" | "digest"; late: boolean };
}

export function outcomeOf(claim: Claim, facts: Facts | undefined, result: Result, pace: Pace): Outcome {
  const { what, for_ms = 0, told } = result;
  if (what === "lost") return { claim, what: "again", in_ms: 0 };
  if (what === "quiet") return { claim, what: "again", in_ms: for_ms };
  if (what === "failed" && claim.attempts < pace.attempts)
    return { claim, what: "again", in_ms: retryIn(claim.attempts, pace), ...(told && { told }) };
  if (claim.slot === DIGEST) {
    const at = new Date(claim.taken_at);
    const toldOn = facts && what === "sent" ? localDate(at, facts.time_zone) : undefined;
    const due = facts && nextDigest(facts, at, toldOn);
    if (!due) return { claim, what: "drop" };
    const next = { id: noticeId(claim.space_id, DIGEST, due), due_at: due.toISOString() };
    return { claim, what: "sent", next, ...(told && { told }) };
  }
  return what === "nothing" ? { claim, what: "drop" } : { claim, what: "sent", ...(told && { told }) };
}

/** Whether to try again: a program that took it told nobody, so it counts only for a person who has nothing else. */
export function hasFailed(sent: Sent[]): boolean {
  const there = sent.filter(({ status }) => status !== "gone");
  const forPeople = there.filter(({ channel_kind }) => channel_kind !== "webhook");
  const counting = forPeople.length > 0 ? forPeople : there;
  return counting.length > 0 && counting.every(({ status }) => status === "failed");
}

/** Milliseconds until the person may be told: 0 outside of their quiet hours. */
export function quietFor({ taken_at }: Claim, facts: Facts): number {
  const now = new Date(taken_at);
  return afterQuietHours(now, facts).getTime() - now.getTime();
}
