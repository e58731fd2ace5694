"use client";
/** Reminders in the window: one card each, until it is answered here, in another window or in the notification. */
import { useEffect } from "react";
import { useStore } from "../../lib/external-store.ts";
import { connected } from "../../lib/live.ts";
import { noteHeard, notices, settleNotice, tellNotice } from "../../lib/notices.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { isWorkerMessage, SETTLED } from "../../service-worker/push-message.ts";
import { useGo } from "../navigation/use-place.ts";
import { NoticeCard } from "./notice-card.tsx";
import { ZoneOffer } from "./zone-offer.tsx";

/** The others wait behind them. */
const SHOWN = 3;

export function Notices() {
  const t = useMessages();
  const go = useGo();
  const told = useStore(notices);

  useEffect(() => {
    const others = new BroadcastChannel(SETTLED);
    others.onmessage = ({ data }) => settleNotice(String(data));
    return () => others.close();
  }, []);

  useEffect(() => {
    const note = () => void (connected.get() && noteHeard());
    // A phone that puts the page away says only that it is hidden, some browsers only that it goes.
    window.addEventListener("pagehide", note);
    document.addEventListener("visibilitychange", note);
    return () => {
      window.removeEventListener("pagehide", note);
      document.removeEventListener("visibilitychange", note);
    };
  }, []);

  useEffect(() => {
    const worker = navigator.serviceWorker;
    if (!worker) return;
    const hear = ({ data }: MessageEvent) => {
      if (!isWorkerMessage(data)) return;
      if (data.type === "open") go.to(data.url);
      else {
        const { id, kind, late, task, title } = data.message;
        if (kind !== "test") tellNotice({ id, kind, late, task: task && { ...task, title } });
      }
    };
    worker.addEventListener("message", hear);
    worker.startMessages();
    return () => worker.removeEventListener("message", hear);
  }, [go]);

  return (
    <section
      aria-label={t("notice.region")}
      aria-live="assertive"
      className="pointer-events-none fixed inset-x-0 top-3 z-50 flex flex-col items-center gap-2 px-4 lg:items-end"
    >
      {told.slice(0, SHOWN).map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
      <ZoneOffer />
    </section>
  );
}
