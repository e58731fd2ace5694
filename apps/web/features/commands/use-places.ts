"use client";
/** Everywhere one can go: the views that everyone has, lists, labels and saved filters. */
import { useQuery } from "@tanstack/react-query";
import { List, ListFilter, type LucideIcon, Settings, Tag } from "lucide-react";
import { api } from "../../lib/api.ts";
import { filtersQuery, labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { viewsAbove, viewsBelow } from "../navigation/fixed-views.ts";
import { hrefOf } from "../navigation/views.ts";
import type { Entry } from "./entries.ts";

export interface Place extends Entry {
  icon: LucideIcon;
  href: string;
}

export function usePlaces(): Place[] {
  const t = useMessages();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const { data: filters = [] } = useQuery(filtersQuery(api));
  const place = (icon: LucideIcon, text: string, href: string): Place => ({
    key: `go ${href}`,
    icon,
    text,
    href,
  });
  return [
    ...[...viewsAbove, ...viewsBelow].map(({ kind, icon, label }) => place(icon, t(label), hrefOf({ kind }))),
    ...lists.map(({ id, name }) => place(List, name, hrefOf({ kind: "list", id }))),
    ...filters.map(({ id, name }) => place(ListFilter, name, hrefOf({ kind: "filter", id }))),
    ...labels.map(({ name }) => place(Tag, name, hrefOf({ kind: "label", name }))),
    place(Settings, t("settings.title"), "/settings"),
  ];
}
