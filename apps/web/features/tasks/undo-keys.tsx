"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { later } from "../../lib/later.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { useCommand } from "../commands/use-command.ts";

/** ⌘Z and ⇧⌘Z outside of text: the latest change, whoever made it. */
export function UndoKeys() {
  const queries = useQueryClient();
  const t = useMessages();
  const undoing = useMemo(
    () =>
      later(
        () => import("./undo.ts"),
        () => showTrouble(t("error.unavailable")),
      ),
    [t],
  );
  // What hands do is likely to be wanted next.
  useEffect(() => void import("./task-changes.ts").catch(() => undefined), []);
  useCommand("undo", () => void undoing.takeBack(queries, t));
  useCommand("redo", () => void undoing.doAgain(queries, t));
  return null;
}
