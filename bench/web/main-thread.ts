/**
 * What the page's main thread does for one thing that a person does, as
 * Chromium's own tracing tells it. Counted is the thread's processor time: other
 * work on the machine doesn't count.
 */
import type { CDPSession, Page } from "playwright-core";

const US_PER_MS = 1_000;
const includedCategories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"];

export interface Work {
  /** Of all tasks of the main thread. */
  totalMs: number;
  /** Of the longest one: for so long nothing else can be answered. */
  longestMs: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of processor time. */
  tdur?: number;
  args: { name?: string };
}

const isTraceEvent = (value: object): value is TraceEvent =>
  "name" in value && "pid" in value && "tid" in value;

/** Traces `act` and what is painted after it. The page must be the browser's only one. */
export async function workOf(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<Work> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    for (const event of value) if (isTraceEvent(event)) events.push(event);
  };
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  await act();
  await painted(page);
  const complete = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);

  const threads = events
    .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
    .map((thread) => timesOn(thread, events));
  const times = threads.toSorted((a, b) => sum(b) - sum(a))[0] ?? [];
  if (sum(times) === 0) throw new Error("Chromium's trace tells nothing of the page's main thread.");
  return { totalMs: sum(times), longestMs: Math.max(...times) };
}

const timesOn = ({ pid, tid }: TraceEvent, events: TraceEvent[]) =>
  events
    .filter((event) => event.pid === pid && event.tid === tid && event.name === "RunTask")
    .map(({ tdur = 0 }) => tdur / US_PER_MS);

const sum = (values: number[]) => values.reduce((whole, value) => whole + value, 0);

/** Resolves when what was changed until now is on the screen. */
export const painted = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))));
