"use client";
/** Where toasts appear. The region is there from the start, so that what comes into it is read aloud. */
import { useStore } from "../lib/external-store.ts";
import { useMessages } from "../messages/use-messages.tsx";
import { ToastCard } from "./toast-card.tsx";
import { toasts } from "./toast-store.ts";

export function Toasts() {
  const t = useMessages();
  const shown = useStore(toasts);
  return (
    <section
      aria-label={t("toast.region")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-50 flex flex-col items-center gap-2 px-4 lg:bottom-17"
    >
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
