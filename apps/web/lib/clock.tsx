"use client";
/** The time that words like “today” are measured from. It starts at the server's, so both paint the same. */
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const TICK_MS = 30_000;

interface Clock {
  now: Date;
  /** BCP 47, as the browser asked for it. */
  locale: string;
}

const ClockContext = createContext<Clock>({ now: new Date(0), locale: "en" });

export function ClockProvider(props: { startsAt: string; locale: string; children: ReactNode }) {
  const [now, setNow] = useState(() => new Date(props.startsAt));

  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);

  return <ClockContext value={{ now, locale: props.locale }}>{props.children}</ClockContext>;
}

export const useClock = () => useContext(ClockContext);
