"use client";
/** On a phone: tasks, assistant, search. */
import { ListChecks, type LucideIcon, MessageCircle, Search } from "lucide-react";
import { classes } from "../../lib/class-names.ts";
import { t } from "../../lib/messages/translate.ts";
import { useGo, usePlace } from "./use-place.ts";

export function Tabs() {
  const { view, pane } = usePlace();
  const go = useGo();
  const searching = pane === "tasks" && view?.kind === "search";

  return (
    <nav
      aria-label={t("tabs.label")}
      className="flex border-t border-hairline bg-canvas pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <Tab
        icon={ListChecks}
        label={t("tabs.tasks")}
        current={pane === "tasks" && !searching && view !== undefined}
        onSelect={() => (view?.kind === "search" ? go.toView({ kind: "inbox" }) : go.toPane("tasks"))}
      />
      <Tab
        icon={MessageCircle}
        label={t("tabs.assistant")}
        current={pane === "assistant"}
        onSelect={() => go.toPane("assistant")}
      />
      <Tab
        icon={Search}
        label={t("tabs.search")}
        current={searching}
        onSelect={() => go.toView({ kind: "search" })}
      />
    </nav>
  );
}

interface TabProps {
  icon: LucideIcon;
  label: string;
  current: boolean;
  onSelect: () => void;
}

function Tab({ icon: Icon, label, current, onSelect }: TabProps) {
  return (
    <button
      type="button"
      aria-current={current ? "page" : undefined}
      onClick={onSelect}
      className={classes(
        "flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-small focus-visible:-outline-offset-2",
        current ? "font-medium text-accent" : "text-ink-2",
      )}
    >
      <Icon aria-hidden strokeWidth={1.75} className="size-5" />
      {label}
    </button>
  );
}
