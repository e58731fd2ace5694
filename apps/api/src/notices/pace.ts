/** How quickly notices are looked for, held, tried again and given up. */
export interface Pace {
  /** How long a process may be silent before another sends what it holds. */
  leaseMs: number;
  /** The longest time between two looks at what is due; left out: it looks only when told to. */
  lookMs?: number | undefined;
  /** After the first failure; twice as long after each further one, up to `retryAtMostMs`. */
  retryMs: number;
  retryAtMostMs: number;
  /** Sendings that fail until it is given up. */
  attempts: number;
  /** Later than so, it says that it is late. A busy second is over by then; nothing ran for as long as this unless all were away. */
  lateMs: number;
}

/** Given up after about half an hour. */
export const usualPace: Pace = {
  leaseMs: 15_000,
  lookMs: 60_000,
  retryMs: 10_000,
  retryAtMostMs: 300_000,
  attempts: 11,
  lateMs: 15_000,
};

export const retryIn = (attempts: number, { retryMs, retryAtMostMs }: Pace) =>
  Math.min(retryMs * 2 ** (attempts - 1), retryAtMostMs);
