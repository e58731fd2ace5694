/** Ctrl-C in the middle of it: what was begun is tidied up before the program ends. */
import { Interrupted } from "../failures.ts";

/** Throws Interrupted when a signal ended the work. */
export async function untilInterrupted(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    await work(interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted) throw new Interrupted();
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}
