"use client";
/** The one question that is asked before something is done: nothing brings back what is deleted for good. */
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";

interface PurgeSheetProps {
  title: string;
  onPurge: () => void;
  onClose: () => void;
}

export function PurgeSheet({ title, onPurge, onClose }: PurgeSheetProps) {
  const t = useMessages();
  return (
    <Sheet title={title} open onClose={onClose}>
      <p className="pb-4 text-ink-2">{t("trash.purgeText")}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("trash.keep")}</Button>
        <Button
          kind="danger"
          onClick={() => {
            onClose();
            onPurge();
          }}
        >
          {t("trash.deleteForGood")}
        </Button>
      </div>
    </Sheet>
  );
}
