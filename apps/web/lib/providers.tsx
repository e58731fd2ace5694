"use client";
/** What every signed-in page needs around it. */
import { QueryClientProvider } from "@tanstack/react-query";
import { Direction } from "radix-ui";
import { type ReactNode, useEffect, useState } from "react";
import { useManner } from "../messages/use-messages.tsx";
import { ClockProvider } from "./clock.tsx";
import { followChanges } from "./live.ts";
import { makeQueryClient } from "./query-client.ts";

interface Start {
  now: string;
  /** The last change that the first paint already shows. */
  after?: number | undefined;
  children: ReactNode;
}

export function Providers({ now, after, children }: Start) {
  const { direction } = useManner();
  const [queries] = useState(makeQueryClient);

  useEffect(() => {
    const stop = new AbortController();
    void followChanges(queries, after, stop.signal);
    return () => stop.abort();
  }, [queries, after]);

  return (
    <QueryClientProvider client={queries}>
      <Direction.Provider dir={direction}>
        <ClockProvider startsAt={now}>{children}</ClockProvider>
      </Direction.Provider>
    </QueryClientProvider>
  );
}
