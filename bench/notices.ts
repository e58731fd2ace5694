/**
 * Does a reminder cost the same however many are scheduled? A schedule of
 * 10,000 and one of 1,000,000 that fall due in the coming years, the sender's
 * own statements on both, and what the API's process weighs. Then a thousand
 * reminders fall due in one second, each with a webhook to call.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "@todo/contract";
import { openDatabase } from "../apps/api/src/db/database.ts";
import { claimDue, waitForNext } from "../apps/api/src/notices/claims.ts";
import { startReceiver } from "../apps/api/src/testing/receiver.ts";
import { settle } from "./many-tasks.ts";
import { signUp } from "./people.ts";
import { onDatabase, type Stack } from "./stack.ts";
import { median, rounded } from "./statistics.ts";

export interface NoticeOptions {
  small: number;
  large: number;
  /** Looks at each schedule. */
  looks: number;
  /** Reminders that fall due together. */
  together: number;
}

export interface NoticeCosts {
  smallLookMs: number;
  largeLookMs: number;
  lookRatio: number;
  smallMemoryMb: number;
  largeMemoryMb: number;
  memoryRatio: number;
  /** From the instant until the last was sent. */
  allSentMs: number;
}

export async function measureNotices(stack: Stack, options: NoticeOptions): Promise<NoticeCosts> {
  const account = await signUp(stack.apiUrl, "reminded");
  const scheduled = async (count: number) => {
    await schedule(stack.databaseUrl, account.id, count);
    const looks = await timeLooks(stack.databaseUrl, options.looks);
    return { look: median(looks), memory: await memoryOf(stack.apiPid) };
  };
  const small = await scheduled(options.small);
  const large = await scheduled(options.large);
  return {
    smallLookMs: rounded(small.look, 2),
    largeLookMs: rounded(large.look, 2),
    lookRatio: rounded(large.look / small.look, 2),
    smallMemoryMb: rounded(small.memory, 0),
    largeMemoryMb: rounded(large.memory, 0),
    memoryRatio: rounded(large.memory / small.memory, 2),
    allSentMs: await sendTogether(stack, account.token, options.together),
  };
}

/** As many as if each were of a series of its own: from tomorrow on, over three years. */
async function schedule(databaseUrl: string, spaceId: string, count: number): Promise<void> {
  await onDatabase(
    databaseUrl,
    `delete from notices;
     insert into notices (space_id, slot, user_id, task_id, id, due_at, zone_rules)
     select '${spaceId}', gen_random_uuid() || ':' || gen_random_uuid(), '${spaceId}', gen_random_uuid(), gen_random_uuid(),
       now() + interval '1 day' + n * interval '3 years' / ${count}, '9999z' from generate_series(1, ${count}) n`,
  );
  await settle(databaseUrl);
}

const everybody = { heldBack: [], clock: undefined };

/** Milliseconds of what the sender asks when it looks: what is due, and when the next is. */
async function timeLooks(url: string, looks: number): Promise<number[]> {
  const database = openDatabase({
    url,
    maxConnections: 1,
    namedStatements: true,
    pooled: false,
    timeoutMs: 60_000,
    warn: console.warn,
  });
  const owner = randomUUID();
  const times: number[] = [];
  try {
    for (let n = -20; n < looks; n++) {
      const startedAt = performance.now();
      await claimDue(database, { ...everybody, owner, leaseMs: 1_000, limit: 100, ofOne: 20 });
      await waitForNext(database, everybody, 60_000);
      // The first few make plans.
      if (n >= 0) times.push(performance.now() - startedAt);
    }
  } finally {
    await database.close();
  }
  return times;
}

/** Megabytes that the process holds, after a collection. */
async function memoryOf(pid: number): Promise<number> {
  process.kill(pid, "SIGUSR2");
  await delay(1_000);
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

const AHEAD_MS = 10_000;

async function sendTogether({ apiUrl }: Stack, token: string, count: number): Promise<number> {
  const client = createClient({ baseUrl: apiUrl, headers: { authorization: `Bearer ${token}` } });
  const receiver = await startReceiver();
  try {
    await client.add_channel({ kind: "webhook", url: receiver.url, name: "bench" });
    const due = Date.now() + AHEAD_MS;
    const task = { title: "call", reminders: [{ at: new Date(due).toISOString() }] };
    for (let added = 0; added < count; added += 100)
      await client.add_tasks({ tasks: Array(Math.min(100, count - added)).fill(task) });
    if (Date.now() > due) throw new Error("The reminders fell due before all were added.");
    while (receiver.requests.length < count) await delay(10);
    return Date.now() - due;
  } finally {
    await receiver.close();
  }
}
