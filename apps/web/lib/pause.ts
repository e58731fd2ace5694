/** Waiting before the next attempt to reach the server. */
const LONGEST_MS = 10_000;

const waiting = new Set<() => void>();

/** Twice as long each time, and never the same for two windows: they would all come back at once. `attempt` counts from 0. */
export const backoffMs = (attempt: number, firstMs: number) =>
  Math.min(firstMs * 2 ** attempt, LONGEST_MS) * (0.75 + Math.random() / 2);

/** Ends early when the network comes back, or when somebody is in a hurry. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      waiting.delete(go);
      window.removeEventListener("online", go);
      signal.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    waiting.add(go);
    window.addEventListener("online", go);
    signal.addEventListener("abort", go);
  });
}

/** Whoever waits tries again now. */
export function hurry() {
  for (const go of [...waiting]) go();
}
