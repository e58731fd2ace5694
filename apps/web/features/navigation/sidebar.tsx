"use client";
/** Navigation: views, lists, saved filters and labels. The same on a phone, inside a sheet. */
import { useQuery } from "@tanstack/react-query";
import { List, ListFilter, type LucideIcon, Search, Tag } from "lucide-react";
import { api } from "../../lib/api.ts";
import { filtersQuery, labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { viewsAbove, viewsBelow } from "./fixed-views.ts";
import { NavItem } from "./nav-item.tsx";
import { NewList } from "./new-list.tsx";
import { usePlace } from "./use-place.ts";
import { hrefOf, type View } from "./views.ts";

const headingClasses = "flex h-8 items-center px-2.5 text-small font-medium text-ink-2";

export function Sidebar({ onFollow = () => {} }: { onFollow?: () => void }) {
  const t = useMessages();
  const { view } = usePlace();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const { data: filters = [] } = useQuery(filtersQuery(api));
  const here = view && hrefOf(view);

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
        {viewsAbove.map(({ kind, icon, label }) => item({ kind }, icon, t(label)))}
      </ul>
      <section aria-labelledby="nav-lists">
        <h2 id="nav-lists" className={headingClasses}>
          {t("nav.lists")}
        </h2>
        <ul className="flex flex-col gap-px">
          {lists.map(({ id, name, open_tasks }) => item({ kind: "list", id }, List, name, open_tasks))}
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
            {labels.map(({ name, open_tasks }) => item({ kind: "label", name }, Tag, name, open_tasks))}
          </ul>
        </section>
      )}
      <ul className="flex flex-col gap-px">
        {viewsBelow.map(({ kind, icon, label }) => item({ kind }, icon, t(label)))}
      </ul>
    </nav>
  );
}
