import { expect, test } from "vitest";
import type { ChatEvent, SentEvent } from "./chat.ts";
import { AppError } from "./errors.ts";
import { unbroken } from "./unbroken.ts";

const ids = { conversation_id: "c1", run_id: "r1" };
const answer = { ...ids, response: "Hello.", tool_calls: [], approvals: [] };
const said: ChatEvent[] = [
  { type: "run_started", ...ids, message_id: "m1", model: "Built-in" },
  { type: "text_delta", text: "Hel" },
  { type: "text_reset", text: "" },
  { type: "text_delta", text: "Hello." },
  { type: "finished", answer },
];
const stored = said.map((event, index): SentEvent => ({ ...event, seq: index + 1 }));

async function* stream(events: SentEvent[], breaks?: unknown): AsyncGenerator<SentEvent> {
  yield* events;
  if (breaks !== undefined) throw breaks;
}

const lost = () => new TypeError("network error");

interface Given {
  open: () => AsyncGenerator<SentEvent>;
  resume?: (after: number) => AsyncGenerator<SentEvent>;
  signal?: AbortSignal;
}

async function read({ open, resume = (after) => stream(stored.slice(after)), signal }: Given) {
  const seen: number[] = [];
  const waits: number[] = [];
  const away: boolean[] = [];
  const events = unbroken({
    open,
    resume: (_, after) => resume(after),
    wait: async (attempt) => void waits.push(attempt),
    onAway: (is) => void (away.at(-1) !== is && away.push(is)),
    signal: signal ?? new AbortController().signal,
  });
  const error = await (async () => {
    for await (const { seq } of events) seen.push(seq);
  })().catch((thrown: unknown) => thrown);
  return { seen, waits, away, error };
}

test.each(stored.map(({ seq }) => seq))("a stream that breaks after event %i is one answer", async (seq) => {
  const { seen, error } = await read({ open: () => stream(stored.slice(0, seq), lost()) });
  expect({ seen, error }).toEqual({ seen: [1, 2, 3, 4, 5], error: undefined });
});

test.each(stored.slice(0, 4).map(({ seq }) => seq))(
  "a server that leaves in order after event %i is gone on with elsewhere",
  async (seq) => {
    const { seen } = await read({ open: () => stream(stored.slice(0, seq)) });
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  },
);

test("a message that got no answer is sent again, and what comes twice is told once", async () => {
  const attempts = [() => stream([], new AppError("unavailable", "")), () => stream(stored)];
  const { seen, away } = await read({ open: () => attempts.shift()!() });
  expect(seen).toEqual([1, 2, 3, 4, 5]);
  expect(away).toEqual([true, false]);
});

test("attempts are counted anew after each event", async () => {
  const resumptions = [
    () => stream([], lost()),
    () => stream([], lost()),
    () => stream(stored.slice(2, 3), lost()),
    () => stream(stored.slice(3)),
  ];
  const { waits, seen } = await read({
    open: () => stream(stored.slice(0, 2), lost()),
    resume: () => resumptions.shift()!(),
  });
  expect(waits).toEqual([0, 1, 2, 0]);
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test("a run that waited for a yes goes on behind its first end", async () => {
  const continued = [...stored, ...stored.map((event) => ({ ...event, seq: event.seq + 5 }))];
  const { seen } = await read({ open: () => stream(continued) });
  expect(seen).toHaveLength(10);
});

test("a refusal before the run began is told at once", async () => {
  const refusal = new AppError("too_many_requests", "Wait.");
  const { error, waits } = await read({ open: () => stream([], refusal) });
  expect({ error, waits }).toEqual({ error: refusal, waits: [] });
});

test("a run that has nothing more to say, and no end, ends", async () => {
  const { seen, waits } = await read({ open: () => stream(stored.slice(0, 1)), resume: () => stream([]) });
  expect(seen).toEqual([1]);
  expect(waits.length).toBeLessThan(5);
});

test("whoever waits hears what broke, and ends the attempts by throwing", async () => {
  const broke = lost();
  const heard: unknown[] = [];
  const events = unbroken({
    open: () => stream(stored.slice(0, 2), broke),
    resume: () => stream([], broke),
    wait: async (attempt, _atLeastMs, error) => {
      heard.push(error);
      if (attempt === 2) throw error;
    },
    onAway: () => {},
    signal: new AbortController().signal,
  });
  const seen: number[] = [];
  const reading = (async () => {
    for await (const { seq } of events) seen.push(seq);
  })();
  await expect(reading).rejects.toBe(broke);
  expect(seen).toEqual([1, 2]);
  expect(heard).toEqual([broke, broke, broke]);
});

test("a reading that is given up ends without an error", async () => {
  const reading = new AbortController();
  const { error } = await read({
    signal: reading.signal,
    open: async function* () {
      yield stored[0]!;
      reading.abort();
      throw new DOMException("", "AbortError");
    },
  });
  expect(error).toBeUndefined();
});
