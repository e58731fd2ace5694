/** What is scheduled for a person, and what they were told. */
import { onTestFinished } from "vitest";
import { sql } from "../db/sql.ts";
import { type Browser, type PushService, startPushService } from "./push-service.ts";
import { createWorld, type Person, type World, type WorldOptions } from "./world.ts";

const MONDAY_9 = "2026-01-05T09:00:00.000Z";
export const AT_10 = "2026-01-05T10:00:00.000Z";

/** Instants at which something is still to be sent, the next first. */
export async function scheduledFor({ database }: World, { id }: Person): Promise<string[]> {
  const rows = await database.rows<{ due_at: string }>(
    sql`select due_at from notices where space_id = ${id} and sent_at is null order by due_at`,
  );
  return rows.map(({ due_at }) => due_at);
}

export interface Told {
  id: string;
  kind: "reminder" | "digest";
  task_id: string | null;
  late: boolean;
}

/** What the person's windows were told, one for each notice. */
export async function toldTo({ database }: World, { id }: Person): Promise<Told[]> {
  return database.rows<Told>(
    sql`select id, kind, task_id, late from deliveries where space_id = ${id} and channel = 'page' order by at, id`,
  );
}

/** Lets the leases on a person's notices run out, as if whoever holds them had died. */
export async function endLeases({ database }: World, { id }: Person): Promise<void> {
  await database.rows(
    sql`update notices set lease_expires_at = now() - interval '1 second'
        where space_id = ${id} and lease_expires_at is not null`,
  );
}

/** Processes on one database, one for each set of options, at nine o'clock. */
export async function processes(...options: WorldOptions[]) {
  const environment = { OUTBOUND_ALLOW: "127.0.0.1" };
  const worlds: World[] = [];
  for (const one of options) worlds.push(await createWorld({ now: MONDAY_9, environment, ...one }));
  return worlds as [World, ...World[]];
}

/** Ada with a reminder at ten, and a browser that she wants it in. */
export async function withBrowser(world: World) {
  const service = await startPushService();
  onTestFinished(() => service.close());
  const ada = await world.as("ada");
  const browser = await browserOf(ada, service);
  await ada.add_task({ title: "call", reminders: [{ at: AT_10 }] });
  return { ada, browser };
}

async function browserOf(person: Person, service: PushService): Promise<Browser> {
  const { push } = await person.list_channels();
  const browser = service.browser(push.public_key);
  await person.add_channel(browser.subscription);
  return browser;
}

export const idsIn = ({ messages }: Browser) => messages.map(({ payload }) => (payload as { id: string }).id);
