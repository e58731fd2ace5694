"use client";
/** “New list” at the end of the lists: a button that becomes the field for its name. */
import { useState } from "react";
import { isWide } from "../../lib/media.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { withKeys } from "../../ui/button.tsx";
import { PageIcon } from "../../ui/page-icon.tsx";
import { useCommand } from "../commands/use-command.ts";
import { useKeys } from "../commands/use-keys.ts";
import { useColumns } from "./columns.tsx";
import { NewListName } from "./new-list-name.tsx";

export function NewList({ onMade }: { onMade: () => void }) {
  const t = useMessages();
  const [open, setOpen] = useState(false);
  const columns = useColumns();
  const keys = useKeys("newList");
  useCommand("newList", () => {
    if (!isWide()) return false;
    columns.open("navigation");
    setOpen(true);
    return true;
  });

  return (
    <li>
      {open ? (
        <NewListName onMade={onMade} onClose={() => setOpen(false)} />
      ) : (
        <button
          type="button"
          title={withKeys(t("command.newList"), keys)}
          onClick={() => setOpen(true)}
          className="flex h-8 w-full items-center gap-2.5 rounded-medium px-2.5 text-ink-2 transition-colors duration-150 hover:bg-hover hover:text-ink max-lg:h-11"
        >
          <PageIcon name="plus" strokeWidth={1.75} className="size-4.5" />
          {t("command.newList")}
        </button>
      )}
    </li>
  );
}
