"use client";
/**
 * What isn't needed to show the page: it comes as soon as the page is alive. Keys pressed before are done then, toasts
 * raised before are shown, and what changed before is read.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { followChanges, refresh } from "../../lib/live.ts";
import { restoreNotices, tellNotice } from "../../lib/notices.ts";
import { profileQuery } from "../../lib/queries.ts";
import { Toasts } from "../../ui/toasts.tsx";
import { FirstVisit } from "../account/first-visit.tsx";
import { ShellCommands } from "../commands/shell-commands.tsx";
import { Shortcuts } from "../commands/shortcuts.tsx";
import { Conflicts } from "../conflicts/conflicts.tsx";
import { Notices } from "../notifications/notices.tsx";
import { OfflineStart } from "../offline/offline-start.tsx";
import { Scopes } from "../recurrence/scopes.tsx";
import { Days } from "../tasks/days.tsx";
import { UndoKeys } from "../tasks/undo-keys.tsx";
import { useLongPress } from "../tasks/use-long-press.ts";
import { useSelectionKeys } from "../tasks/use-selection-keys.ts";
import { useTaskKeys } from "../tasks/use-task-keys.ts";
import { useFocusHandedOn } from "./use-focus-handed-on.ts";
import { usePageTitle } from "./use-page-title.ts";
import { usePaneInFocus } from "./use-pane-in-focus.ts";
import { usePlace } from "./use-place.ts";
import { useScrollPlace } from "./use-scroll-place.ts";

export { ColumnDivider } from "./column-divider.tsx";
export { ConnectionLine } from "./connection-line.tsx";

interface AfterPageProps {
  /** The last change that the first paint already shows. */
  after: number | undefined;
}

export function AfterPage({ after }: AfterPageProps) {
  const { view } = usePlace();
  const queries = useQueryClient();
  usePaneInFocus();
  useFocusHandedOn();
  usePageTitle();
  useScrollPlace();

  useEffect(() => {
    const stop = new AbortController();
    const person = queries.getQueryData(profileQuery(api).queryKey)?.id;
    const heardAt = person === undefined ? undefined : restoreNotices(person);
    const onNotice: typeof tellNotice = (notice) => {
      tellNotice(notice);
      refresh(queries, ["task-history"]);
    };
    void followChanges(queries, { after, heardAt, onNotice }, stop.signal);
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
      <Shortcuts />
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
  useLongPress();
  return null;
}
