"use client";
/** What every signed-in page needs around it. */
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { ClockProvider } from "./clock.tsx";
import { followChanges } from "./live.ts";
import { makeQueryClient } from "./query-client.ts";

interface Start {
  now: string;
  locale: string;
  /** The last change that the first paint already shows. */
  after?: number | undefined;
  children: ReactNode;
}

export function Providers({ now, locale, after, children }: Start) {
  const [queries] = useState(makeQueryClient);

  useEffect(() => {
    const stop = new AbortController();
    void followChanges(queries, after, stop.signal);
    return () => stop.abort();
  }, [queries, after]);

  return (
    <QueryClientProvider client={queries}>
      <ClockProvider startsAt={now} locale={locale}>
        {children}
      </ClockProvider>
    </QueryClientProvider>
  );
}
