/**
 * What a thousand open windows cost: memory of the API for each stream, and how
 * long a list takes while they are open and people talk, beside an idle server.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectTokens } from "./people.ts";
import type { Stack } from "./stack.ts";
import { percentile, rounded } from "./statistics.ts";

export interface StreamOptions {
  streams: number;
  turnsPerSecond: number;
  seconds: number;
  people: number;
}

export interface StreamCosts {
  streams: number;
  /** Resident memory of the API before and after, divided by the streams. */
  kilobytesPerStream: number;
  turnsPerSecond: number;
  turnP50Ms: number;
  turnP99Ms: number;
  /** Turns without an answer, and streams that broke. */
  failed: number;
  eventsPerSecond: number;
  listIdleP99Ms: number;
  listBusyP99Ms: number;
  ratio: number;
}

interface LoadReport {
  turns: number;
  failed: number;
  broken: number;
  events: number;
  turnP50Ms: number;
  turnP99Ms: number;
}

/** One list after another with a pause between: how long a person waits, not how much the server can do. */
const PAUSE_MS = 20;
const SETTLE_MS = 3_000;
const GARBAGE_MS = 1_000;

export async function measureStreams(stack: Stack, options: StreamOptions): Promise<StreamCosts> {
  const { streams, turnsPerSecond, seconds, people } = options;
  const tokens = await projectTokens(stack, people);
  const measureLists = () => listTimes(stack.apiUrl, tokens, seconds);
  // Compiled code, connections and plans, and the garbage of all that.
  await measureLists();
  const idle = await measureLists();

  const before = await residentKilobytes(stack.apiPid);
  const work = JSON.stringify({ url: stack.apiUrl, tokens, streams, turnsPerSecond });
  const load = fork(join(import.meta.dirname, "stream-load.ts"), [work]);
  await once(load, "message");
  const kilobytesPerStream = ((await residentKilobytes(stack.apiPid)) - before) / streams;

  load.send("talk");
  await sleep(SETTLE_MS);
  const startedAt = performance.now();
  const busy = await measureLists();
  const reported = once(load, "message") as Promise<[LoadReport]>;
  load.send("stop");
  const [report] = await reported;
  const talked = (performance.now() - startedAt + SETTLE_MS) / 1000;

  const listIdleP99Ms = rounded(percentile(idle, 99), 2);
  const listBusyP99Ms = rounded(percentile(busy, 99), 2);
  return {
    streams,
    kilobytesPerStream: rounded(kilobytesPerStream, 1),
    turnsPerSecond: rounded(report.turns / talked, 1),
    turnP50Ms: rounded(report.turnP50Ms, 1),
    turnP99Ms: rounded(report.turnP99Ms, 1),
    failed: report.failed + report.broken,
    eventsPerSecond: Math.round(report.events / talked),
    listIdleP99Ms,
    listBusyP99Ms,
    ratio: rounded(listBusyP99Ms / listIdleP99Ms, 2),
  };
}

/** After its garbage was collected: that of a thousand requests would count as theirs. Linux alone; elsewhere there is no figure. */
async function residentKilobytes(pid: number): Promise<number> {
  await sleep(SETTLE_MS);
  for (let times = 0; times < 3; times += 1) {
    process.kill(pid, "SIGUSR2");
    await sleep(GARBAGE_MS);
  }
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return Number.NaN;
  }
}

/** Milliseconds of each `GET /api/tasks`, by all people in turn, over one connection. */
async function listTimes(url: string, tokens: string[], seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  const endsAt = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < endsAt; turn += 1) {
    const startedAt = performance.now();
    await list(url, tokens[turn % tokens.length]!, agent);
    times.push(performance.now() - startedAt);
    await sleep(PAUSE_MS);
  }
  agent.destroy();
  return times;
}

function list(url: string, token: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(`${url}/api/tasks`, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.resume();
      response.on("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`GET /api/tasks answered ${response.statusCode}.`));
      });
      response.on("error", reject);
    }).on("error", reject);
  });
}
