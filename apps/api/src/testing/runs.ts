/** Runs as tests look at them: their events, and what happens to a process that holds one. */
import type { ChatEvent, SentEvent } from "@todo/contract";
import { sql } from "../db/sql.ts";
import type { World } from "./world.ts";

export type Started = Extract<ChatEvent, { type: "run_started" }>;

/** Reads until the event that is looked for, or to the end. */
export async function readUntil(
  events: AsyncIterable<SentEvent>,
  isLast: (event: SentEvent) => boolean = () => false,
): Promise<SentEvent[]> {
  const seen: SentEvent[] = [];
  for await (const event of events) {
    seen.push(event);
    if (isLast(event)) break;
  }
  return seen;
}

export const idsOf = (events: SentEvent[]) =>
  events.find((event): event is Started & { seq: number } => event.type === "run_started")!;

/** The words as a reader has them after these events. */
export const wordsOf = (events: ChatEvent[]) =>
  events.reduce((text, event) => {
    if (event.type === "text_reset") return event.text;
    return event.type === "text_delta" ? text + event.text : text;
  }, "");

/** 1, 2, 3 … up to the last. */
export const isGapless = (events: SentEvent[]) => events.every(({ seq }, index) => seq === index + 1);

/** As if the process that holds the run had been silent for long: it sleeps, or is dead. */
export async function missHolder({ database }: World, runId: string): Promise<void> {
  await database.rows(
    sql`update agent_runs set lease_expires_at = now() - interval '1 second' where id = ${runId}`,
  );
}

/** Connections that wait for a lock. Outside of a transaction: in one it shows those of its beginning alone. */
export const lockWaiters = sql`
  select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
