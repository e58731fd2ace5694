/** How quickly runs are stored, renewed, missed and taken over. */
export interface Timing {
  /** How long a process may be silent before another takes its runs over. */
  leaseMs: number;
  /** How often a process looks after its runs and those of others; left out: only when told to. */
  watchMs?: number;
  /** Words that come within this time become one event. */
  gatherMs: number;
  /** How often a reader looks by itself, for a wake-up that was lost. */
  pollMs: number;
  /** How long a process that stops lets its runs go on. */
  graceMs: number;
}

/** A run whose process dies goes on after leaseMs and 1.25 times watchMs at the latest: 8.5 seconds. */
export const usualTiming: Timing = {
  leaseMs: 6_000,
  watchMs: 2_000,
  gatherMs: 40,
  pollMs: 1_000,
  graceMs: 5_000,
};
