/** The few figures that a series of measurements comes down to. */

export const median = (values: number[]) => percentile(values, 50);

/** The nearest rank: a value that was really measured. */
export function percentile(values: number[], percent: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]!;
}

export const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
