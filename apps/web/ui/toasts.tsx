"use client";
/** Where toasts appear. The region is there before the first of them, so that what comes into it is read aloud. */
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { classes } from "../lib/class-names.ts";
import { useStore } from "../lib/external-store.ts";
import { useMessages } from "../messages/use-messages.tsx";
import { ToastCard } from "./toast-card.tsx";
import { announced, toasts } from "./toast-store.ts";

export function Toasts() {
  const t = useMessages();
  const shown = useStore(toasts);
  const said = useStore(announced);
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  // On a phone the assistant is a page of its own, with a line to write in at its foot.
  const overComposer = useSearchParams().get("pane") === "assistant";
  return (
    <section
      aria-label={t("toast.region")}
      aria-live="polite"
      className={classes(
        "pointer-events-none fixed inset-x-0 z-50 flex flex-col items-center gap-2 px-4 lg:bottom-17",
        overComposer ? "bottom-36" : "bottom-20",
      )}
    >
      {there && said && (
        <p key={said.id} className="sr-only">
          {said.text}
        </p>
      )}
      {there && shown.map((toast) => <ToastCard key={toast.id} toast={toast} />)}
    </section>
  );
}
