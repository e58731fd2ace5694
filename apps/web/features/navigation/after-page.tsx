"use client";
/**
 * What isn't needed to show the page: it comes as soon as the page is alive. Keys pressed before are done then, toasts
 * raised before are shown, and what changed before is read.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followChanges } from "../../lib/live.ts";
import { Toasts } from "../../ui/toasts.tsx";
import { FirstVisit } from "../account/first-visit.tsx";
import { ShellCommands } from "../commands/shell-commands.tsx";
import { Shortcuts } from "../commands/shortcuts.tsx";
import { Notices } from "../notifications/notices.tsx";
import { OfflineStart } from "../offline/offline-start.tsx";
import { Scopes } from "../recurrence/scopes.tsx";
import { Conflicts } from "../tasks/conflicts.tsx";
import { Days } from "../tasks/days.tsx";
import { UndoKeys } from "../tasks/undo-keys.tsx";
import { useSelectionKeys } from "../tasks/use-selection-keys.ts";
import { useTaskKeys } from "../tasks/use-task-keys.ts";
import { usePlace } from "./use-place.ts";

export { ColumnDivider } from "./column-divider.tsx";
export { ConnectionLine } from "./connection-line.tsx";

interface AfterPageProps {
  /** The last change that the first paint already shows. */
  after: number | undefined;
  /** The keys of this browser, as key-map.ts wrote them. */
  keys: string;
}

export function AfterPage({ after, keys }: AfterPageProps) {
  const { view } = usePlace();
  const queries = useQueryClient();

  useEffect(() => {
    const stop = new AbortController();
    void followChanges(queries, after, stop.signal);
    return () => stop.abort();
  }, [queries, after]);

  return (
    <>
      <OfflineStart />
      <Toasts />
      <ShellCommands />
      <UndoKeys />
      {view && <TaskKeys />}
      {/* Behind all that answers keys. */}
      <Shortcuts kept={keys} />
      <Conflicts />
      <Scopes />
      <Days />
      <Notices />
      <FirstVisit />
    </>
  );
}

function TaskKeys() {
  useTaskKeys();
  useSelectionKeys();
  return null;
}
