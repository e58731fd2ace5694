"use client";
/** What belongs here, and one thing to do about it. The empty Inbox teaches by sentences one can tap; on a wide screen they stand in the assistant's column. */
import dynamic from "next/dynamic";
import { insist } from "../../lib/insist.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { withoutFilters } from "../navigation/filters.ts";
import { useGo, usePlace } from "../navigation/use-place.ts";
import type { View } from "../navigation/views.ts";
import { GoneView } from "./gone-view.tsx";

const Starters = dynamic(() =>
  insist(() => import("../assistant/starters.tsx").then((module) => module.Starters)),
);

interface NoTasksProps {
  view: View;
  narrowed?: boolean;
  /** There is no such list, label or filter. */
  gone?: boolean;
}

export const NoTasks = ({ view, narrowed = false, gone = false }: NoTasksProps) =>
  gone ? <GoneView view={view} /> : <EmptyView view={view} narrowed={narrowed} />;

function EmptyView({ view, narrowed }: { view: View; narrowed: boolean }) {
  const t = useMessages();
  const go = useGo();
  const { filters } = usePlace();
  const teaches = view.kind === "inbox" && !narrowed;
  const text = () => {
    if (view.kind === "search" && filters.q) return t("empty.noMatch", { words: filters.q });
    return narrowed ? t("empty.narrowed") : t(`empty.${view.kind}`);
  };

  return (
    <div className="flex flex-col items-start gap-4 px-3 pt-8 pb-4">
      <p className="max-w-[52ch] text-ink-2">{text()}</p>
      {narrowed && (
        <Button size="small" onClick={() => go.filter(withoutFilters)}>
          {t("filter.clear")}
        </Button>
      )}
      {teaches && (
        <div className="w-full lg:hidden">
          <Starters />
        </div>
      )}
    </div>
  );
}
