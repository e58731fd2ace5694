"use client";
/** A quiet line while the stream of changes is down, once that has lasted a moment. */
import { useEffect, useState } from "react";
import { useStore } from "../../lib/external-store.ts";
import { connected } from "../../lib/live.ts";
import { t } from "../../lib/messages/translate.ts";

const PATIENCE_MS = 4_000;

export function ConnectionLine() {
  const isConnected = useStore(connected);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    if (isConnected) return setShown(false);
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isConnected]);

  return (
    <div role="status">
      {shown && (
        <p className="border-b border-hairline bg-canvas px-4 py-1.5 text-center text-small text-ink-2">
          {t("connection.lost")}
        </p>
      )}
    </div>
  );
}
