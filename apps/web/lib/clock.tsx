"use client";
/**
 * The time that words like “today” are measured from. It starts at the server's, so both paint the same, and goes on
 * by minutes: each change of it renders every row anew.
 */
import { createContext, type ReactNode, startTransition, useContext, useEffect, useState } from "react";

const TICK_MS = 30_000;
const MINUTE_MS = 60_000;

const minuteOf = (time: Date) => Math.floor(time.getTime() / MINUTE_MS);

const ClockContext = createContext(new Date(0));

export function ClockProvider(props: { startsAt: string; children: ReactNode }) {
  const [now, setNow] = useState(() => new Date(props.startsAt));

  useEffect(() => {
    // Whatever has not come alive yet is left as the server painted it, and comes alive with the first of these.
    const show = (next: (shown: Date) => Date) => startTransition(() => setNow(next));
    const tick = () => {
      const read = new Date();
      show((shown) => (minuteOf(read) === minuteOf(shown) ? shown : read));
    };
    show(() => new Date());
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);

  return <ClockContext value={now}>{props.children}</ClockContext>;
}

export const useNow = () => useContext(ClockContext);
