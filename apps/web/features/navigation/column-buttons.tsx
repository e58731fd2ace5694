"use client";
/** Close a column, and bring one back that was closed. */
import { useMessages } from "../../messages/use-messages.tsx";
import { PageIcon } from "../../ui/page-icon.tsx";
import { CommandIconButton } from "../commands/command-icon-button.tsx";
import { useColumns } from "./columns.tsx";

interface ColumnButtonProps {
  column: "navigation" | "assistant";
  label: string;
  className?: string;
}

export function ColumnButton({ column, ...button }: ColumnButtonProps) {
  const columns = useColumns();
  const isNavigation = column === "navigation";
  return (
    <CommandIconButton
      command={isNavigation ? column : "assistantColumn"}
      onClick={() => columns.toggle(column)}
      {...button}
    >
      <PageIcon name={isNavigation ? "panel-left" : "panel-right"} className="size-4.5" />
    </CommandIconButton>
  );
}

/** Nothing while it stands open. */
export function ShowNavigation() {
  const t = useMessages();
  if (useColumns().navigation === "open") return null;
  return <ColumnButton column="navigation" label={t("nav.show")} className="-ms-2 max-lg:hidden" />;
}

/** Nothing while it stands open. */
export function ShowAssistant() {
  const t = useMessages();
  if (useColumns().assistant === "open") return null;
  return <ColumnButton column="assistant" label={t("assistant.show")} className="max-lg:hidden" />;
}
