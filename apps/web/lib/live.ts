/**
 * Keeps the cache true while the page is open: one stream says which things
 * changed, and the queries concerned read them anew. After a break it goes on
 * behind the last event seen, so nothing is missed.
 */
import type { QueryClient } from "@tanstack/react-query";
import type { LiveEvent } from "@todo/contract/chat";
import type { Client, LiveOptions } from "@todo/contract/client";
import { isSignedOut } from "./errors.ts";
import { createStore } from "./external-store.ts";
import { markChanged } from "./glow.ts";
import { isLeaving } from "./leaving.ts";
import { backoffMs, pause } from "./pause.ts";

const GATHER_MS = 60;
/** So long the news of further changes waits for those being read; a long list is read page by page. */
const LONGEST_READ_MS = 5_000;
const FIRST_RETRY_MS = 1_000;

/** False while the stream is down; the page says so after a while. */
export const connected = createStore(true);

let client: Client | undefined;

/** It comes after the page, as everything does that listens. */
async function openClient(): Promise<Client> {
  const { streamingClient } = await import("./client.ts");
  return streamingClient(({ ok }) => ok && connected.set(true));
}

const concerns: Record<string, string[]> = {
  task: ["tasks", "task-history", "lists", "labels"],
  list: ["lists", "tasks", "filters"],
  label: ["labels", "tasks", "filters"],
  filter: ["filters"],
  conversation: ["conversations", "conversation"],
  profile: ["profile"],
  approval: ["approvals"],
};

let heldUntil = 0;
const sending = new Set<Promise<unknown>>();

/** Lets a row finish its farewell before the list is read anew. */
export function holdRefresh(milliseconds: number) {
  heldUntil = Math.max(heldUntil, Date.now() + milliseconds);
}

/** While an own change is on its way its echo waits, so that the answer arrives first. */
export async function whileSending<Answer>(sent: Promise<Answer>): Promise<Answer> {
  sending.add(sent);
  try {
    return await sent;
  } finally {
    sending.delete(sent);
  }
}

/** Resolves when the server has answered all own changes of this moment: until then the latest that it knows is an earlier one. */
export const allSent = () => Promise.allSettled(sending);

/** The stream brings the news of an own change as of any other; only while it is down we look ourselves. */
export function afterOwnChange(queries: QueryClient, entity: string) {
  if (!connected.get()) setTimeout(() => refresh(queries, concerns[entity] ?? []), heldUntil - Date.now());
}

export function refresh(queries: QueryClient, keys: Iterable<string>) {
  void readAnew(queries, keys);
}

/** Resolves when what is in sight has been read. */
const readAnew = (queries: QueryClient, keys: Iterable<string>) =>
  Promise.all([...keys].map((key) => queries.invalidateQueries({ queryKey: [key] })));

/** Runs until the signal aborts. */
export async function followChanges(
  queries: QueryClient,
  { after, ...hearing }: Pick<LiveOptions, "heardAt" | "onNotice"> & { after: number | undefined },
  signal: AbortSignal,
) {
  const gather = gatherer(queries);
  let seen = after;
  let attempt = 0;

  while (!signal.aborted) {
    try {
      client ??= await openClient();
      for await (const event of client.live({
        ...hearing,
        signal,
        ...(seen !== undefined && { after: seen }),
      })) {
        attempt = 0;
        seen = Math.max(seen ?? 0, event.seq);
        gather(event);
      }
    } catch (error) {
      if (signal.aborted || isSignedOut(error)) return;
      connected.set(false);
    }
    do {
      if (signal.aborted) return;
      await pause(backoffMs(attempt++, FIRST_RETRY_MS), signal);
    } while (isLeaving());
  }
}

function gatherer(queries: QueryClient) {
  let waiting: LiveEvent[] = [];
  let planned = false;

  const plan = () => {
    planned = true;
    setTimeout(flush, Math.max(GATHER_MS, heldUntil - Date.now()));
  };
  const flush = async () => {
    if (sending.size > 0) {
      setTimeout(flush, GATHER_MS);
      return;
    }
    const events = waiting;
    waiting = [];
    const fromElsewhere = markChanged(events.filter(({ entity }) => entity === "task").map(({ id }) => id));
    const concerned = events.flatMap(({ entity }) => concerns[entity] ?? Object.values(concerns).flat());
    // It may have been the assistant in another window, whose words no event announces.
    if (fromElsewhere) concerned.push("conversation", "history");
    const read = readAnew(queries, new Set(concerned));
    // One at a time: a change each second would begin a long list anew before it was read to its end.
    await Promise.race([read, new Promise((resolve) => setTimeout(resolve, LONGEST_READ_MS))]);
    planned = false;
    if (waiting.length > 0) plan();
  };

  return (event: LiveEvent) => {
    waiting.push(event);
    if (!planned) plan();
  };
}
