"use client";
/** What every signed-in page needs around it. */
import { QueryClientProvider } from "@tanstack/react-query";
import { Direction } from "radix-ui";
import { type ReactNode, useState } from "react";
import { useManner } from "../messages/use-messages.tsx";
import { ClockProvider } from "./clock.tsx";
import { makeQueryClient } from "./query-client.ts";

interface Start {
  now: string;
  children: ReactNode;
}

export function Providers({ now, children }: Start) {
  const { direction } = useManner();
  const [queries] = useState(makeQueryClient);

  return (
    <QueryClientProvider client={queries}>
      <Direction.Provider dir={direction}>
        <ClockProvider startsAt={now}>{children}</ClockProvider>
      </Direction.Provider>
    </QueryClientProvider>
  );
}
