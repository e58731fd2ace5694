"use client";
/** The time that words like “today” are measured from. It starts at the server's, so both paint the same. */
import { createContext, type ReactNode, startTransition, useContext, useEffect, useState } from "react";

const TICK_MS = 30_000;

const ClockContext = createContext(new Date(0));

export function ClockProvider(props: { startsAt: string; children: ReactNode }) {
  const [now, setNow] = useState(() => new Date(props.startsAt));

  useEffect(() => {
    // Whatever has not come alive yet is left as the server painted it.
    const tick = () => startTransition(() => setNow(new Date()));
    tick();
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
