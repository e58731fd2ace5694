"use client";
/** Narrowing and ordering the view. */
import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { FilterLine } from "../filters/filter-line.tsx";
import { countFilters, type Filters, priorities, sorts, withoutFilters } from "../navigation/filters.ts";
import { useGo } from "../navigation/use-place.ts";
import type { View } from "../navigation/views.ts";

const statuses = ["pending", "completed", "all"] as const;

export function FilterBar({ view, filters }: { view: View; filters: Filters }) {
  const t = useMessages();
  const go = useGo();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const usualStatus = view.kind === "search" ? "all" : "pending";

  const set = <Name extends keyof Filters>(name: Name, value: string) => {
    go.filter(({ [name]: _, ...others }) => (value ? { ...others, [name]: value } : others) as Filters);
  };

  return (
    <fieldset aria-label={t("filter.label")} className="flex flex-wrap items-end gap-2 px-3 pb-3">
      <FilterLine view={view} filters={filters} />
      {view.kind !== "completed" && (
        <Select
          compact
          labelHidden
          label={t("filter.status")}
          value={filters.status ?? usualStatus}
          onChange={(event) => set("status", event.target.value === usualStatus ? "" : event.target.value)}
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {t(`status.${status}`)}
            </option>
          ))}
        </Select>
      )}
      <Select
        compact
        labelHidden
        label={t("filter.priority")}
        value={filters.priority ?? ""}
        onChange={(event) => set("priority", event.target.value)}
      >
        <option value="">{t("filter.anyPriority")}</option>
        {priorities.map((priority) => (
          <option key={priority} value={priority}>
            {t(`priority.${priority}`)}
          </option>
        ))}
      </Select>
      {view.kind !== "label" && labels.length > 0 && (
        <Select
          compact
          labelHidden
          label={t("filter.labelField")}
          value={filters.label ?? ""}
          onChange={(event) => set("label", event.target.value)}
        >
          <option value="">{t("filter.anyLabel")}</option>
          {labels.map(({ id, name }) => (
            <option key={id} value={name}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {view.kind !== "list" && view.kind !== "inbox" && (
        <Select
          compact
          labelHidden
          label={t("filter.list")}
          value={filters.list ?? ""}
          onChange={(event) => set("list", event.target.value)}
        >
          <option value="">{t("filter.anyList")}</option>
          <option value="inbox">{t("view.inbox")}</option>
          {lists.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Select
        compact
        labelHidden
        label={t("filter.sort")}
        value={filters.sort ?? ""}
        onChange={(event) => set("sort", event.target.value)}
      >
        <option value="">{t("sort.usual")}</option>
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </Select>
      {countFilters(filters) > 0 && (
        <Button kind="quiet" size="small" onClick={() => go.filter(withoutFilters)}>
          {t("filter.clear")}
        </Button>
      )}
    </fieldset>
  );
}
