"use client";
/** Bring back a column that was closed; nothing while it stands open. */
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { PageIcon } from "../../ui/page-icon.tsx";
import { useColumns } from "./columns.tsx";

export function ShowNavigation() {
  const t = useMessages();
  const columns = useColumns();
  if (columns.navigation === "open") return null;
  return (
    <IconButton
      label={t("nav.show")}
      className="-ms-2 max-lg:hidden"
      onClick={() => columns.toggle("navigation")}
    >
      <PageIcon name="panel-left" className="size-4.5" />
    </IconButton>
  );
}

export function ShowAssistant() {
  const t = useMessages();
  const columns = useColumns();
  if (columns.assistant === "open") return null;
  return (
    <IconButton
      label={t("assistant.show")}
      className="max-lg:hidden"
      onClick={() => columns.toggle("assistant")}
    >
      <PageIcon name="panel-right" className="size-4.5" />
    </IconButton>
  );
}
