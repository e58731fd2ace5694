/** Somebody who listens at `GET /api/live`, on either backend, and comes back with the last number when the stream breaks. */
import { setTimeout as sleep } from "node:timers/promises";
import type { LiveEvent } from "@todo/contract";
import { readEvents } from "@todo/contract/server-sent-events";
import type { Caller } from "./caller.ts";
import type { Heard, Ledger } from "./ledger.ts";
import type { Random } from "./random.ts";

export interface Listener {
  heard: Heard;
  stop(): Promise<void>;
}

/** Goes on behind what was heard before. */
export function startListener(caller: Caller, heard: Heard, ledger: Ledger, random: Random): Listener {
  const stopped = new AbortController();

  const listen = async () => {
    const after = heard.at(-1)?.seq ?? 0;
    const response = await caller.send(`/api/live?after=${after}`, {
      headers: { accept: "text/event-stream" },
      signal: stopped.signal,
    });
    if (response.status >= 500 || response.status === 429) return;
    if (!response.ok) throw new Error(`GET /api/live answered ${response.status}: ${await response.text()}`);
    for await (const { data } of readEvents(response.body!)) {
      const { seq, entity, id } = JSON.parse(data) as LiveEvent;
      heard.push({ seq, entity, id });
    }
  };

  const listening = (async () => {
    while (!stopped.signal.aborted) {
      await listen().catch((error: unknown) => {
        if (error instanceof TypeError || error instanceof DOMException) return;
        ledger.complaints.push(String(error));
      });
      await sleep(random.whole(20, 300));
    }
  })();

  return {
    heard,
    async stop() {
      stopped.abort();
      await listening;
    },
  };
}
