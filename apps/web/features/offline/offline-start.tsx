"use client";
/** Loads what the app needs without a network once there is nothing better to do; on a kept page at once. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { showTrouble } from "../../ui/toast-store.ts";

const LATEST_MS = 5_000;

export function OfflineStart() {
  const t = useMessages();
  const queries = useQueryClient();

  useEffect(() => {
    const stop = new AbortController();
    const onNotKept = () => showTrouble(t("offline.notKept"));
    // Where the browser lets nothing be stored, all else goes on.
    const start = () =>
      void import("./offline.ts")
        .then(({ startOffline }) => startOffline(queries, { signal: stop.signal, onNotKept }))
        .catch(() => undefined);
    if (document.documentElement.dataset.kept !== undefined || !("requestIdleCallback" in window)) start();
    else requestIdleCallback(start, { timeout: LATEST_MS });
    return () => stop.abort();
  }, [queries, t]);

  return null;
}
