"use client";
/** Loads what the app needs without a network once there is nothing better to do; on a kept page at once. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

const LATEST_MS = 5_000;

export function OfflineStart() {
  const queries = useQueryClient();

  useEffect(() => {
    const stop = new AbortController();
    // Where the browser lets nothing be stored, all else goes on.
    const start = () =>
      void import("./offline.ts")
        .then(({ startOffline }) => startOffline(queries, stop.signal))
        .catch(() => undefined);
    if (document.documentElement.dataset.kept !== undefined || !("requestIdleCallback" in window)) start();
    else requestIdleCallback(start, { timeout: LATEST_MS });
    return () => stop.abort();
  }, [queries]);

  return null;
}
