"use client";
/** On a phone, navigation comes from the side. */
import { Menu } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { AccountLinks } from "./account-links.tsx";
import { Sidebar } from "./sidebar.tsx";

const Sheet = dynamic(() => import("../../ui/sheet.tsx").then((module) => module.Sheet), {
  loading: () => null,
});

export function NavigationSheet() {
  const t = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t("nav.open")} className="-ms-2 lg:hidden" onClick={() => setOpen(true)}>
        <Menu aria-hidden className="size-5" />
      </IconButton>
      {open && (
        <Sheet title={t("app.name")} side open onClose={() => setOpen(false)}>
          <div className="-mx-2.5 flex flex-col gap-5">
            <Sidebar onFollow={() => setOpen(false)} />
            <AccountLinks onFollow={() => setOpen(false)} />
          </div>
        </Sheet>
      )}
    </>
  );
}
