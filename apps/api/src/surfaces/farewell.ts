/** The last words of an event stream that ends because its process stops: when to connect anew (HTML standard, 9.2.6). */

const SOONEST_MS = 200;
const SPREAD_MS = 1_300;

/** At a different moment for each listener, so that they don't all come to the next process at once. */
export const farewell = () =>
  `retry: ${Math.round(SOONEST_MS + Math.random() * SPREAD_MS)}\n: moving elsewhere\n\n`;
