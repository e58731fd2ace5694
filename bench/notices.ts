/**
 * Does a task that comes back cost the same however many there are? A thousand
 * of them and a million, each with its rule and its next reminder: what is due
 * next, asked with the sender's own statements, how long it takes to complete
 * one, and what the API's process weighs. Then a thousand reminders fall due in
 * one second, each with a webhook to call.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "@todo/contract";
import { openDatabase } from "../apps/api/src/db/database.ts";
import { claimDue, waitForNext } from "../apps/api/src/notices/claims.ts";
import { startReceiver } from "../apps/api/src/testing/receiver.ts";
import { giveSeries } from "./many-series.ts";
import { settle } from "./many-tasks.ts";
import { type Account, signUp } from "./people.ts";
import type { Stack } from "./stack.ts";
import { median, rounded } from "./statistics.ts";

export interface NoticeOptions {
  /** Series, at first and in the end. */
  small: number;
  large: number;
  /** Who has them. */
  people: number;
  /** Looks at each schedule. */
  looks: number;
  /** Reminders that fall due together. */
  together: number;
}

export interface NoticeCosts {
  smallLookMs: number;
  largeLookMs: number;
  lookRatio: number;
  smallCompleteMs: number;
  largeCompleteMs: number;
  completeRatio: number;
  smallMemoryMb: number;
  largeMemoryMb: number;
  memoryRatio: number;
  /** From the instant until the last was sent. */
  allSentMs: number;
}

export async function measureNotices(stack: Stack, options: NoticeOptions): Promise<NoticeCosts> {
  if (options.large < 3 * options.small) throw new Error(`--series takes ${3 * options.small} at least.`);
  const people: Account[] = [];
  for (let n = 0; n < options.people; n++) people.push(await signUp(stack.apiUrl, `recurring-${n}`));
  const ids = people.map(({ id }) => id);
  const scheduled = async (first: number, last: number) => {
    await giveSeries(stack.databaseUrl, ids, { first, last });
    await settle(stack.databaseUrl);
    const looks = await timeLooks(stack.databaseUrl, options.looks);
    const completions = await timeCompletions(stack.apiUrl, people, first);
    return { look: median(looks), complete: median(completions), memory: await memoryOf(stack.apiPid) };
  };
  await scheduled(1, options.small / 2);
  // The first ones were for warming up, and each completion took a number behind those that were given.
  const taken = options.people * COMPLETED;
  const small = await scheduled(options.small / 2 + taken + 1, options.small + taken);
  const large = await scheduled(options.small + 2 * taken + 1, options.large + 2 * taken);
  const { token } = await signUp(stack.apiUrl, "reminded");
  return {
    smallLookMs: rounded(small.look, 2),
    largeLookMs: rounded(large.look, 2),
    lookRatio: rounded(large.look / small.look, 2),
    smallCompleteMs: rounded(small.complete, 1),
    largeCompleteMs: rounded(large.complete, 1),
    completeRatio: rounded(large.complete / small.complete, 2),
    smallMemoryMb: rounded(small.memory, 0),
    largeMemoryMb: rounded(large.memory, 0),
    memoryRatio: rounded(large.memory / small.memory, 2),
    allSentMs: await sendTogether(stack, token, options.together),
  };
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

const COMPLETED = 30;

/** Milliseconds of each request that completes a series' task, which makes the next one and schedules its reminder. */
async function timeCompletions(baseUrl: string, people: Account[], first: number): Promise<number[]> {
  const times: number[] = [];
  for (const [n, { token }] of people.entries()) {
    const client = createClient({ baseUrl, headers: { authorization: `Bearer ${token}` } });
    // Whose number leaves this rest; see many-series.ts.
    const begin = first + ((n - first) % people.length) + people.length;
    for (let at = 0; at < COMPLETED; at++) {
      const startedAt = performance.now();
      await client.complete_task({ task_id: begin + at * people.length });
      // The first are slower, for want of plans and connections.
      if (at >= COMPLETED / 5) times.push(performance.now() - startedAt);
    }
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
