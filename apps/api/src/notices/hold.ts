/**
 * Whether what was taken with a lease is surely still held, by this machine's
 * own clocks. A process that was stopped meanwhile sees it by the one that only
 * runs forward, and one whose machine slept by the one on the wall.
 */
export interface Hold {
  /** Once it isn't, it never is again: what was found out by then is old, too. */
  isHeld(): boolean;
  /** Holds it for as long again from then on. Too late, it changes nothing. */
  renew(askedAt: Moment): void;
}

interface Moment {
  running: number;
  wall: number;
}

export const moment = (): Moment => ({ running: performance.now(), wall: Date.now() });

/** `askedAt`: just before the database was asked, so that it ends before the lease does. */
export function createHold(leaseMs: number, askedAt: Moment): Hold {
  let from = askedAt;
  let ended = false;
  const isHeld = () => {
    const { running, wall } = moment();
    ended ||= Math.max(running - from.running, wall - from.wall) >= leaseMs;
    return !ended;
  };
  return {
    isHeld,
    renew(askedAt) {
      if (isHeld()) from = askedAt;
    },
  };
}
