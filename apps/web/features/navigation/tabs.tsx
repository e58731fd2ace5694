"use client";
/** On a phone: tasks, assistant, search, and everything else by its name. */
import { Command, ListChecks, type LucideIcon, MessageCircle, Search } from "lucide-react";
import { classes } from "../../lib/class-names.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { runWhenAnswered } from "../commands/registry.ts";
import { usePlace } from "./use-place.ts";
import { ViewLink } from "./view-link.tsx";
import { hrefOf } from "./views.ts";

export function Tabs() {
  const t = useMessages();
  const { view, pane } = usePlace();
  const searching = pane === "tasks" && view?.kind === "search";
  const tasks = view && view.kind !== "search" ? hrefOf(view) : "/";

  return (
    <nav
      aria-label={t("tabs.label")}
      data-tabs=""
      className="flex border-t border-hairline bg-canvas pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <Tab
        href={tasks}
        icon={ListChecks}
        label={t("tabs.tasks")}
        current={pane === "tasks" && !searching && view !== undefined}
      />
      <Tab
        href={`${view ? hrefOf(view) : "/"}?pane=assistant`}
        icon={MessageCircle}
        label={t("tabs.assistant")}
        current={pane === "assistant"}
      />
      <Tab href="/search" icon={Search} label={t("tabs.search")} current={searching} />
      <button
        type="button"
        onClick={() => runWhenAnswered("palette")}
        className={classes(tabClasses, "text-ink-2")}
      >
        <Command aria-hidden strokeWidth={1.75} className="size-5" />
        {t("tabs.actions")}
      </button>
    </nav>
  );
}

const tabClasses =
  "flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-small focus-visible:-outline-offset-2";

interface TabProps {
  href: string;
  icon: LucideIcon;
  label: string;
  current: boolean;
}

function Tab({ href, icon: Icon, label, current }: TabProps) {
  return (
    <ViewLink
      href={href}
      aria-current={current ? "page" : undefined}
      className={classes(tabClasses, current ? "font-medium text-accent" : "text-ink-2")}
    >
      <Icon aria-hidden strokeWidth={1.75} className="size-5" />
      {label}
    </ViewLink>
  );
}
