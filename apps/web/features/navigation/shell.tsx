"use client";
/** The three columns; on a phone one of them at a time, with tabs below. */
import { PanelLeft } from "lucide-react";
import dynamic from "next/dynamic";
import { memo, type ReactNode } from "react";
import { classes } from "../../lib/class-names.ts";
import type { Preferences } from "../../lib/preferences.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Mark } from "../../ui/mark.tsx";
import { Toasts } from "../../ui/toasts.tsx";
import { FirstVisit } from "../account/first-visit.tsx";
import { ShellCommands } from "../commands/shell-commands.tsx";
import { Shortcuts } from "../commands/shortcuts.tsx";
import { OfflineStart } from "../offline/offline-start.tsx";
import { Scopes } from "../recurrence/scopes.tsx";
import { Conflicts } from "../tasks/conflicts.tsx";
import { UndoKeys } from "../tasks/undo-keys.tsx";
import { AccountLinks } from "./account-links.tsx";
import { ColumnDivider } from "./column-divider.tsx";
import { ColumnsProvider, useColumns } from "./columns.tsx";
import { ConnectionLine } from "./connection-line.tsx";
import { Sidebar } from "./sidebar.tsx";
import { Tabs } from "./tabs.tsx";
import { usePlace } from "./use-place.ts";

// Painted by the server with the rest; it comes alive on its own, after the tasks. What React renders anew before
// that would be empty, so it isn't rendered anew with the frame.
const AssistantColumn = memo(
  dynamic(() => import("../assistant/assistant-column.tsx").then((module) => module.AssistantColumn)),
);
// After the page: a reminder can wait that long.
const Notices = dynamic(() => import("../notifications/notices.tsx").then((module) => module.Notices), {
  ssr: false,
});

interface ShellProps {
  preferences: Preferences;
  conversation: string | undefined;
  children: ReactNode;
}

export function Shell({ preferences, conversation, children }: ShellProps) {
  return (
    <ColumnsProvider initial={preferences}>
      <Frame conversation={conversation}>{children}</Frame>
      <Toasts />
      <Shortcuts kept={preferences.shortcuts} />
      <ShellCommands />
      <UndoKeys />
      <Conflicts />
      <OfflineStart />
      <Scopes />
      <Notices />
      <FirstVisit />
    </ColumnsProvider>
  );
}

function Frame({ conversation, children }: Pick<ShellProps, "conversation" | "children">) {
  const t = useMessages();
  const columns = useColumns();
  const { pane } = usePlace();

  return (
    <div className="flex h-dvh flex-col">
      <ConnectionLine />
      <div className="flex min-h-0 flex-1">
        <aside
          aria-label={t("nav.column")}
          className={classes(
            "flex w-60 shrink-0 flex-col border-e border-hairline bg-canvas max-lg:hidden",
            columns.navigation === "closed" && "hidden",
          )}
        >
          <header className="flex min-h-14 items-center justify-between gap-2 ps-[18px] pe-2 pt-1">
            <span className="flex items-center gap-2.5 font-semibold">
              <Mark className="size-5" />
              {t("app.name")}
            </span>
            <IconButton label={t("nav.hide")} onClick={() => columns.toggle("navigation")}>
              <PanelLeft aria-hidden className="size-4.5" />
            </IconButton>
          </header>
          <div className="scroller flex-1 px-2 pt-1 pb-4">
            <Sidebar />
          </div>
          <div className="border-t border-hairline p-2">
            <AccountLinks />
          </div>
        </aside>
        <main className="flex min-w-0 flex-1">
          <div className={classes("min-w-0 flex-1 bg-paper", pane === "assistant" && "max-lg:hidden")}>
            {children}
          </div>
          <div
            style={columns.assistantWidth === undefined ? undefined : { width: columns.assistantWidth }}
            className={classes(
              "relative min-w-0 border-hairline bg-canvas max-lg:w-full! max-lg:flex-1 lg:w-[25rem] lg:max-w-[50vw] lg:shrink-0 lg:border-s xl:w-[26.25rem]",
              pane === "tasks" && "max-lg:hidden",
              columns.assistant === "closed" && "lg:hidden",
            )}
          >
            {/* On a phone the assistant is a page of its own, and a page has a heading. */}
            <h1 className="sr-only lg:hidden">{t("assistant.title")}</h1>
            <ColumnDivider />
            <AssistantColumn initialConversation={conversation} />
          </div>
        </main>
      </div>
      <Tabs />
    </div>
  );
}
