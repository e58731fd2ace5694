"use client";
/** The column of navigation on a phone. */
import { useMessages } from "../../messages/use-messages.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { AccountLinks } from "./account-links.tsx";
import { Sidebar } from "./sidebar.tsx";

export function PlacesSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages();
  return (
    <Sheet title={t("app.name")} side open onClose={onClose}>
      <div className="-mx-2.5 flex flex-col gap-5">
        <Sidebar onFollow={onClose} />
        <AccountLinks onFollow={onClose} />
      </div>
    </Sheet>
  );
}
