"use client";
/** One toast, shown for eight seconds; the clock stops while it is pointed at or focused. */
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useMessages } from "../messages/use-messages.tsx";
import { IconButton } from "./button.tsx";
import { floating } from "./floating.ts";
import { dismissToast, type Toast } from "./toast-store.ts";

const SHOWN_MS = 8_000;

export function ToastCard({ toast }: { toast: Toast }) {
  const t = useMessages();
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held || toast.trouble) return;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast]);

  return (
    <article
      {...floating}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-full animate-rise items-center gap-1 rounded-large bg-raised py-1 ps-4 pe-1 text-ink shadow-float"
    >
      <div role={toast.trouble ? "alert" : undefined} className="min-w-0">
        <p className="max-w-[44ch] py-1.5 break-words line-clamp-2">{toast.text}</p>
      </div>
      {toast.action && (
        <button
          type="button"
          onClick={() => {
            dismissToast(toast.id);
            toast.action?.run();
          }}
          className="ms-2 h-8 shrink-0 rounded-medium px-2.5 font-medium text-accent hover:bg-hover max-lg:h-11"
        >
          {toast.action.label}
        </button>
      )}
      <IconButton label={t("action.dismiss")} onClick={() => dismissToast(toast.id)}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </article>
  );
}
