"use client";
/** The shape of a list that is on its way. It appears only when that takes longer than a blink. */
import { useMessages } from "../../messages/use-messages.tsx";

const WIDTHS = ["58%", "41%", "66%", "35%", "52%", "47%"];

export function TaskSkeleton() {
  const t = useMessages();
  return (
    <div role="status" aria-label={t("tasks.loading")} className="animate-late">
      {WIDTHS.map((width) => (
        <div key={width} className="flex h-11 items-center gap-3 px-3">
          <span className="size-[18px] rounded-full border-[1.5px] border-hairline" />
          <span className="h-3 rounded-small bg-hairline" style={{ width }} />
        </div>
      ))}
    </div>
  );
}
