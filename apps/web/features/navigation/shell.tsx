"use client";
/** The three columns; on a phone one of them at a time, with tabs below. */
import dynamic from "next/dynamic";
import { Activity, memo, type ReactNode } from "react";
import { classes } from "../../lib/class-names.ts";
import { insist } from "../../lib/insist.ts";
import type { Preferences } from "../../lib/preferences.ts";
import type { OpenTasks } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Mark } from "../../ui/mark.tsx";
import { ColumnButton } from "./column-buttons.tsx";
import { ColumnsProvider, useColumns } from "./columns.tsx";
import { usePlace } from "./use-place.ts";

// Painted by the server with the rest. Each comes alive on its own inside its `Activity`, which, other than `Suspense`,
// has nothing to show in its place: what the server painted stays. An update from above has to wait for it, so such
// updates are transitions, and none of them is rendered anew with the frame.
const NavigationColumn = memo(
  dynamic(() => insist(() => import("./navigation-column.tsx").then((module) => module.NavigationColumn))),
);
const AssistantColumn = memo(
  dynamic(() =>
    insist(() => import("../assistant/assistant-column.tsx").then((module) => module.AssistantColumn)),
  ),
);
const Tabs = memo(dynamic(() => insist(() => import("./tabs.tsx").then((module) => module.Tabs))));
// In one piece, after the page.
const AfterPage = dynamic(() => insist(() => import("./after-page.tsx").then((module) => module.AfterPage)), {
  ssr: false,
});
const ConnectionLine = dynamic(
  () => insist(() => import("./after-page.tsx").then((module) => module.ConnectionLine)),
  {
    ssr: false,
  },
);
const ColumnDivider = dynamic(
  () => insist(() => import("./after-page.tsx").then((module) => module.ColumnDivider)),
  {
    ssr: false,
  },
);

interface ShellProps {
  preferences: Preferences;
  conversation: string | undefined;
  /** What the navigation is first painted with. */
  open: OpenTasks | undefined;
  /** The last change that the first paint already shows. */
  after: number | undefined;
  children: ReactNode;
}

export function Shell({ preferences, conversation, open, after, children }: ShellProps) {
  return (
    <ColumnsProvider initial={preferences}>
      <Frame conversation={conversation} open={open}>
        {children}
      </Frame>
      <AfterPage after={after} />
    </ColumnsProvider>
  );
}

function Frame({ conversation, open, children }: Pick<ShellProps, "conversation" | "open" | "children">) {
  const t = useMessages();
  const columns = useColumns();
  const { pane } = usePlace();
  const width = columns.assistantWidth;
  const closed = columns.assistant === "closed";

  return (
    <div className="flex h-dvh flex-col lg:pb-[env(safe-area-inset-bottom)]">
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
            <ColumnButton column="navigation" label={t("nav.hide")} />
          </header>
          <Activity>
            <NavigationColumn open={open} />
          </Activity>
        </aside>
        <main className="flex min-w-0 flex-1">
          <div
            data-pane="tasks"
            // The room of the assistant is kept from the first paint on, which may come before all of the page has.
            style={
              width === undefined || closed ? undefined : { maxWidth: `calc(100% - min(${width}px, 50vw))` }
            }
            className={classes(
              "min-w-0 flex-1 bg-paper max-lg:max-w-none!",
              pane === "assistant" && "max-lg:hidden",
              !closed && "lg:max-w-[calc(100%-25rem)] xl:max-w-[calc(100%-26.25rem)]",
            )}
          >
            {children}
          </div>
          <div
            data-pane="assistant"
            style={width === undefined ? undefined : { width }}
            className={classes(
              "relative min-w-0 border-hairline bg-canvas max-lg:w-full! max-lg:flex-1 lg:w-[25rem] lg:max-w-[50vw] lg:shrink-0 lg:border-s xl:w-[26.25rem]",
              pane === "tasks" && "max-lg:hidden",
              closed && "lg:hidden",
            )}
          >
            {/* On a phone the assistant is a page of its own, and a page has a heading. */}
            <h1 className="sr-only lg:hidden">{t("assistant.title")}</h1>
            <ColumnDivider />
            <Activity>
              <AssistantColumn initialConversation={conversation} />
            </Activity>
          </div>
        </main>
      </div>
      <Activity>
        <Tabs />
      </Activity>
    </div>
  );
}
