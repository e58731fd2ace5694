"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { CommandButton } from "../commands/command-button.tsx";
import { useCommand } from "../commands/use-command.ts";
import { bulkChanges } from "./bulk-changes.ts";
import { PurgeSheet } from "./purge-sheet.tsx";
import { useViewpoint } from "./use-viewpoint.ts";

export function EmptyTrash() {
  const t = useMessages();
  const queries = useQueryClient();
  const { zone } = useViewpoint();
  const [asks, setAsks] = useState(false);
  useCommand("emptyTrash", () => setAsks(true));
  return (
    <>
      <CommandButton command="emptyTrash" kind="quiet" size="small" onClick={() => setAsks(true)} />
      {asks && (
        <PurgeSheet
          title={t("trash.purgeAllTitle")}
          onClose={() => setAsks(false)}
          onPurge={() => void bulkChanges(queries, zone, t).emptyTrash()}
        />
      )}
    </>
  );
}
