/** What came of one attempt to send. */
import { sayUndelivered, type Undelivered } from "@todo/contract";

export type Outcome = { status: "sent" } | { status: "failed" | "gone"; why: Undelivered };

export const sent = { status: "sent" } as const;
export const failed = (why: Undelivered): Outcome => ({ status: "failed", why });
export const gone = (why: Undelivered): Outcome => ({ status: "gone", why });

/** The same as it is recorded and told. */
export type Told = typeof sent | { status: "failed" | "gone"; error: string };

export const told = (outcome: Outcome): Told =>
  outcome.status === "sent" ? sent : { status: outcome.status, error: sayUndelivered(outcome.why) };
