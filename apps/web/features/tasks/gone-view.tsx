"use client";
/** Where an address leads to a list, a label or a filter that isn't there: deleted since, or never was. */
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { useGo } from "../navigation/use-place.ts";
import type { View } from "../navigation/views.ts";

export function GoneView({ view }: { view: View }) {
  const t = useMessages();
  const go = useGo();
  const text = () => {
    if (view.kind === "label") return t("gone.label", { name: view.name });
    return t(view.kind === "filter" ? "gone.filter" : "gone.list");
  };

  return (
    <div className="flex flex-col items-start gap-4 px-3 py-8">
      <p role="alert" className="max-w-[52ch] text-ink-2">
        {text()}
      </p>
      <Button size="small" onClick={() => go.toView({ kind: "inbox" })}>
        {t("gone.toInbox")}
      </Button>
    </div>
  );
}
