"use client";
/** Navigation: views, lists, saved filters and labels. The same on a phone, inside a sheet. */
import { useQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { List, ListFilter, type LucideIcon, Search, Tag } from "lucide-react";
import { api } from "../../lib/api.ts";
import { useAlive, useStore } from "../../lib/external-store.ts";
import { filtersQuery, labelsQuery, type OpenTasks, openTasksQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { openMeanwhile } from "../offline/open-meanwhile.ts";
import { waitingChanges } from "../offline/waiting-store.ts";
import { dayIn } from "../tasks/calendar.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { viewsAbove, viewsBelow } from "./fixed-views.ts";
import { NavItem } from "./nav-item.tsx";
import { NewList } from "./new-list.tsx";
import { usePlace } from "./use-place.ts";
import { hrefOf, type View } from "./views.ts";

const ASK_AGAIN_MS = 60_000;

const headingClasses = "flex h-8 items-center px-2.5 text-small font-medium text-ink-2";

interface SidebarProps {
  /** By the server, on a page that comes alive. */
  painted?: OpenTasks | undefined;
  onFollow?: () => void;
}

export function Sidebar({ painted, onFollow = () => {} }: SidebarProps) {
  const t = useMessages();
  const { view } = usePlace();
  const { now, zone } = useViewpoint();
  const today = dayIn(now, zone);
  const queue = useStore(waitingChanges);
  const alive = useAlive();
  const { data } = useQuery({
    ...openTasksQuery(api),
    // Where the day has ended here, it may not have for the server yet.
    refetchInterval: ({ state: { data } }) =>
      data?.today !== undefined && data.today.on !== today && ASK_AGAIN_MS,
  });
  // It comes alive after the tasks: something may have been added by then, and it has to begin as it was painted.
  const open = alive ? data : painted;
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const { data: filters = [] } = useQuery(filtersQuery(api));
  const here = view && hrefOf(view);

  /** Nothing where the server's count is of another day. */
  const countOf = (known: number | undefined, holds: (task: Task) => boolean) =>
    known === undefined ? undefined : known + openMeanwhile(queue, holds);
  const counts: { [Kind in View["kind"]]?: number | undefined } = {
    inbox: countOf(open?.inbox?.open_tasks, ({ list }) => !list),
    today: countOf(
      !alive || open?.today?.on === today ? open?.today?.open_tasks : undefined,
      ({ due_on }) => due_on !== null && due_on <= today,
    ),
  };

  const item = (target: View, icon: LucideIcon, label: string, count?: number) => (
    <NavItem
      key={hrefOf(target)}
      href={hrefOf(target)}
      icon={icon}
      label={label}
      count={count}
      current={hrefOf(target) === here}
      onFollow={onFollow}
    />
  );

  return (
    <nav aria-label={t("nav.label")} className="flex flex-col gap-5">
      <ul className="flex flex-col gap-px">
        {item({ kind: "search" }, Search, t("view.search"))}
        {viewsAbove.map(({ kind, icon, label }) => item({ kind }, icon, t(label), counts[kind]))}
      </ul>
      <section aria-labelledby="nav-lists">
        <h2 id="nav-lists" className={headingClasses}>
          {t("nav.lists")}
        </h2>
        <ul className="flex flex-col gap-px">
          {open?.lists.map(({ id, name, open_tasks }) =>
            item(
              { kind: "list", id },
              List,
              name,
              countOf(open_tasks, ({ list }) => list?.id === id),
            ),
          )}
          <NewList onMade={onFollow} />
        </ul>
      </section>
      {filters.length > 0 && (
        <section aria-labelledby="nav-filters">
          <h2 id="nav-filters" className={headingClasses}>
            {t("nav.filters")}
          </h2>
          <ul className="flex flex-col gap-px">
            {filters.map(({ id, name }) => item({ kind: "filter", id }, ListFilter, name))}
          </ul>
        </section>
      )}
      {labels.length > 0 && (
        <section aria-labelledby="nav-labels">
          <h2 id="nav-labels" className={headingClasses}>
            {t("nav.labels")}
          </h2>
          <ul className="flex flex-col gap-px">
            {labels.map(({ name, open_tasks }) =>
              item(
                { kind: "label", name },
                Tag,
                name,
                countOf(open_tasks, ({ labels }) => labels.includes(name)),
              ),
            )}
          </ul>
        </section>
      )}
      <ul className="flex flex-col gap-px">
        {viewsBelow.map(({ kind, icon, label }) => item({ kind }, icon, t(label)))}
      </ul>
    </nav>
  );
}
