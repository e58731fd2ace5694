"use client";
/** The changes that the server didn't take, each with its reason, to be sent again or let go. */
import { refusalIn } from "../../lib/errors.ts";
import { useStore } from "../../lib/external-store.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { drop, tryAgain } from "./queue.ts";
import { taskOf } from "./waiting.ts";
import { waitingChanges } from "./waiting-store.ts";

export function RefusedSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages();
  const queue = useStore(waitingChanges);

  return (
    <Sheet title={t("offline.refusedTitle")} open onClose={onClose}>
      <p className="text-ink-2">{t("offline.refusedLead")}</p>
      <ul className="mt-2 divide-y divide-hairline">
        {queue.map((waiting) => {
          const { key, operation, after, refusal } = waiting;
          if (!refusal || refusal.atOdds) return null;
          const what = t("quoted", { title: (after ?? taskOf(waiting)).title });
          return (
            <li key={key} className="flex flex-col gap-2 py-3">
              <p className="font-medium wrap-anywhere">{t(`offline.${operation}`, { what })}</p>
              <p className="text-small text-danger wrap-anywhere">{refusalIn(refusal, t)}</p>
              <div className="flex flex-wrap justify-end gap-2">
                <Button size="small" onClick={() => void drop(key)}>
                  {t("offline.drop")}
                </Button>
                <Button size="small" kind="primary" onClick={() => void tryAgain(key)}>
                  {t("action.tryAgain")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
