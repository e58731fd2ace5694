/**
 * Follows a run through whatever happens to its streams: a stream that breaks
 * is taken up at `GET /api/runs/{id}/events`, mostly on the other backend, with
 * the last number. A number that is left out or comes twice is a finding.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { ChatEvent } from "@todo/contract";
import { readEvents } from "@todo/contract/server-sent-events";
import type { Caller } from "./caller.ts";
import type { Ledger, SeenRun } from "./ledger.ts";
import type { Random } from "./random.ts";

export interface Start {
  path: string;
  body: object;
  key: string;
}

export interface Follower {
  caller: Caller;
  ledger: Ledger;
  random: Random;
  /** How often a stream is left of one's own accord, to be taken up elsewhere. */
  restlessness: number;
}

/** Events after which a stream has nothing more to say until somebody does something. */
type Rest = Extract<ChatEvent, { type: "finished" | "cancelled" | "failed" }>;

/** Longer than any fault lasts, the take-up by another backend and a slow answer together. */
const PATIENCE_MS = 60_000;

/** Starts (or continues) a run and resolves with the event it came to rest with. `seen` gets the events. */
export async function follow(follower: Follower, start: Start, seen: SeenRun): Promise<Rest> {
  const { caller, ledger, random } = follower;
  const begun = performance.now();
  const firstNew = seen.events.length;
  let posted = false;
  for (;;) {
    if (performance.now() - begun > PATIENCE_MS) {
      throw new Error(`The run ${seen.run_id || `of ${JSON.stringify(start.body)}`} came to no end.`);
    }
    try {
      const resumed: boolean = posted && seen.run_id !== "";
      const response = await (resumed ? resume(caller, seen) : post(caller, start));
      if (response.status >= 500 || response.status === 429) {
        if (response.status === 500)
          ledger.complaints.push(`${start.path} answered 500: ${await response.text()}`);
        await sleep(random.whole(50, 300));
        continue;
      }
      if (!response.ok)
        throw new Error(`${start.path} answered ${response.status}: ${await response.text()}`);
      posted ||= !resumed;
      if (response.status !== 204) await read(follower, response, seen, resumed);
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    }
    const rest = seen.events.slice(firstNew).at(-1)?.event;
    if (rest && isRest(rest)) return rest;
    caller.counts.repeated += 1;
    await sleep(random.whole(20, 250));
  }
}

const isRest = (event: ChatEvent): event is Rest =>
  event.type === "finished" || event.type === "cancelled" || event.type === "failed";

const post = (caller: Caller, { path, body, key }: Start) =>
  caller.send(path, {
    method: "POST",
    headers: {
      accept: "text/event-stream",
      "content-type": "application/json",
      "idempotency-key": key,
    },
    body: JSON.stringify(body),
  });

const resume = (caller: Caller, { run_id, events }: SeenRun) =>
  caller.send(`/api/runs/${run_id}/events`, {
    headers: { accept: "text/event-stream", "last-event-id": String(events.at(-1)?.id ?? 0) },
  });

async function read(follower: Follower, response: Response, seen: SeenRun, resumed: boolean) {
  const { ledger, random, restlessness } = follower;
  const leaveAfter = random.chance(restlessness) ? random.whole(0, 12) : Number.POSITIVE_INFINITY;
  let previous: number | undefined;
  let read = 0;
  for await (const { id, data } of readEvents(response.body!)) {
    const number = Number(id);
    const event = JSON.parse(data) as ChatEvent;
    const last = seen.events.at(-1)?.id ?? 0;
    const complain = (what: string) =>
      ledger.complaints.push(
        `run ${seen.run_id}: ${what}: event ${number} (${event.type}) after ${previous ?? last}`,
      );
    if (previous !== undefined && number !== previous + 1) complain("a stream has a hole or a repetition");
    if (resumed && number !== last + 1 && previous === undefined)
      complain("a stream was taken up at the wrong place");
    if (number > last + 1) complain("events are missing");
    previous = number;
    if (number === last + 1) seen.events.push({ id: number, event });
    else if (!isDeepStrictEqual(seen.events[number - 1]?.event, event)) complain("another event came");
    if (event.type === "run_started") seen.run_id ||= event.run_id;
    read += 1;
    if (read > leaveAfter && !isRest(event)) return;
  }
}
