import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followChanges } from "./live.ts";

const PAGES = 3;

/** The server's stream of changes, as the page reads it. */
function openStream() {
  const bytes = new TextEncoder();
  const stream = Promise.withResolvers<ReadableStreamDefaultController<Uint8Array>>();
  vi.stubGlobal("fetch", async () => new Response(new ReadableStream({ start: stream.resolve })));
  return async (seq: number) => {
    const event = { seq, entity: "task", id: `task ${seq}`, operation: "update_task" };
    (await stream.promise).enqueue(bytes.encode(`data: ${JSON.stringify(event)}\n\n`));
  };
}

/** A list of which some pages are loaded and in sight; each page is answered when `answer` is called. */
async function listInSight() {
  const queries = new QueryClient();
  const asked: (() => void)[] = [];
  let count = 0;
  const observer = new InfiniteQueryObserver(queries, {
    queryKey: ["tasks", "page", {}],
    queryFn: ({ pageParam }) =>
      new Promise<number>((resolve) => {
        count++;
        asked.push(() => resolve(pageParam));
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page + 1,
  });
  const answer = async () => {
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    asked.shift()!();
    await vi.advanceTimersByTimeAsync(0);
  };
  closing.push(observer.subscribe(() => undefined));
  await answer();
  for (let page = 1; page < PAGES; page++) {
    void observer.fetchNextPage();
    await answer();
  }
  count = 0;
  return { queries, answer, asked: () => count };
}

const closing: (() => void)[] = [];
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("changes that come while a long list is being read are read together, after it", async () => {
  const { queries, answer, asked } = await listInSight();
  const tell = openStream();
  const leaving = new AbortController();
  closing.push(() => leaving.abort());
  void followChanges(queries, { after: 0 }, leaving.signal);

  await tell(1);
  const askedInAMoment = async () => {
    await vi.advanceTimersByTimeAsync(20);
    return asked();
  };
  await expect.poll(askedInAMoment).toBe(1);
  for (const seq of [2, 3, 4]) {
    await tell(seq);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(asked()).toBe(1);
  for (let page = 0; page < PAGES; page++) await answer();
  expect(asked()).toBe(PAGES);

  await vi.advanceTimersByTimeAsync(200);
  for (let page = 0; page < PAGES; page++) await answer();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked()).toBe(2 * PAGES);
});
