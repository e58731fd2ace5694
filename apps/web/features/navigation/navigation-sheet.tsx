"use client";
/** On a phone, navigation comes from the side. */
import dynamic from "next/dynamic";
import { useState } from "react";
import { insist } from "../../lib/insist.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { PageIcon } from "../../ui/page-icon.tsx";

const PlacesSheet = dynamic(
  () => insist(() => import("./places-sheet.tsx").then((module) => module.PlacesSheet)),
  {
    loading: () => null,
  },
);

export function NavigationSheet() {
  const t = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t("nav.open")} className="-ms-3 -me-1 lg:hidden" onClick={() => setOpen(true)}>
        <PageIcon name="menu" className="size-5" />
      </IconButton>
      {open && <PlacesSheet onClose={() => setOpen(false)} />}
    </>
  );
}
