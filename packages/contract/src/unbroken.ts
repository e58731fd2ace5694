/**
 * The events of one answer as if nothing could come between. A stream that
 * breaks is taken up behind its last event, from whichever process there is; a
 * message that may or may not have arrived is sent again under the same key.
 */
import type { SentEvent } from "./chat.ts";
import { AppError } from "./errors.ts";

export interface Reading {
  /** Begins the answer. Opened again until it has told which run it is. */
  open: (signal: AbortSignal) => AsyncGenerator<SentEvent>;
  resume: (runId: string, after: number, signal: AbortSignal) => AsyncGenerator<SentEvent>;
  /**
   * Waits before another attempt, which is counted from 0 since the last event. Whoever wants no more of them throws:
   * what broke, or nothing when the stream only ended, is given for that.
   */
  wait: (attempt: number, atLeastMs: number, broke: unknown) => Promise<void>;
  /** True when nothing is heard any more, false with the next event. */
  onAway: (away: boolean) => void;
  signal: AbortSignal;
}

/** So many streams in a row that end without a word mean that there is nothing more to say. */
const SILENT_STREAMS = 3;

/** Ends with the run's last event. Throws what asking again would not put right, and AbortError never: it just ends. */
export async function* unbroken({ open, resume, wait, onAway, signal }: Reading): AsyncGenerator<SentEvent> {
  let run: string | undefined;
  let last = 0;
  let ended = false;
  let silent = 0;
  for (let attempt = 0; !signal.aborted; attempt++) {
    let atLeastMs = 0;
    let broke: unknown;
    try {
      silent++;
      for await (const event of run ? resume(run, last, signal) : open(signal)) {
        attempt = 0;
        silent = 0;
        onAway(false);
        if (event.seq <= last) continue;
        last = event.seq;
        // A run that waited for a yes has an end in the middle, too.
        ended = isEnd(event);
        if (event.type === "run_started") run = event.run_id;
        yield event;
      }
      if (ended || silent === SILENT_STREAMS) return;
    } catch (error) {
      if (signal.aborted) return;
      if (!isPassing(error, run !== undefined)) throw error;
      silent = 0;
      broke = error;
      if (error instanceof AppError) atLeastMs = (error.retryAfterSeconds ?? 0) * 1_000;
    }
    onAway(true);
    await wait(attempt, atLeastMs, broke);
  }
}

const isEnd = ({ type }: SentEvent) => type === "finished" || type === "cancelled" || type === "failed";

/** Before the run has begun only silence is tried again; afterwards whatever may be better in a moment. */
function isPassing(error: unknown, begun: boolean): boolean {
  // A stream that breaks off is a TypeError, in every browser and in Node.
  if (!(error instanceof AppError)) return error instanceof TypeError;
  return (
    error.code === "unavailable" || (begun && (error.status >= 500 || error.code === "too_many_requests"))
  );
}
