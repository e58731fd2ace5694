"use client";
/** A quiet line while the stream of changes is down, once that has lasted a moment, and as long as changes wait or were refused. */
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "../../lib/external-store.ts";
import { insist } from "../../lib/insist.ts";
import { connected } from "../../lib/live.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { waitingChanges } from "../offline/waiting-store.ts";

const PATIENCE_MS = 4_000;

const RefusedSheet = dynamic(
  () => insist(() => import("../offline/refused-sheet.tsx").then((module) => module.RefusedSheet)),
  {
    loading: () => null,
  },
);

export function ConnectionLine() {
  const t = useMessages();
  const isConnected = useStore(connected);
  const queue = useStore(waitingChanges);
  const [isLost, setLost] = useState(false);
  const [looking, setLooking] = useState(false);
  // Those that meet a newer version are asked about by a sheet of their own.
  const refused = queue.filter(({ refusal }) => refusal && !refusal.atOdds).length;
  const waiting = queue.filter(({ refusal }) => !refusal).length;

  useEffect(() => {
    if (isConnected) return setLost(false);
    const timer = setTimeout(() => setLost(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isConnected]);

  const sentence = () => {
    if (waiting > 0 && (!isConnected || !navigator.onLine)) return t("offline.waiting", { count: waiting });
    if (isLost) return t("connection.lost");
    return refused > 0 && t("offline.refused", { count: refused });
  };
  const said = sentence();

  return (
    <div role="status">
      {said && (
        <Line>
          {said}
          {refused > 0 && (
            <button
              type="button"
              onClick={() => setLooking(true)}
              className="ms-2 rounded-small font-medium text-accent underline-offset-2 hover:underline max-lg:min-h-11"
            >
              {t("offline.look")}
            </button>
          )}
        </Line>
      )}
      {looking && refused > 0 && <RefusedSheet onClose={() => setLooking(false)} />}
    </div>
  );
}

const Line = ({ children }: { children: ReactNode }) => (
  <p className="border-b border-hairline bg-canvas px-4 py-1.5 text-center text-small text-ink-2">
    {children}
  </p>
);
