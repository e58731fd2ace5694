"use client";
/** What is in sight is what the browser's tab, its history and its bookmarks call the page. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { filtersQuery, listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { taskQuery } from "../tasks/queries.ts";
import { titleOf } from "./title-of.ts";
import { usePlace } from "./use-place.ts";
import { viewAt } from "./views.ts";

/** Only in the workspace: other pages have their name from the server. */
export function usePageTitle() {
  const t = useMessages();
  const { view, task } = usePlace();
  const { data: lists } = useQuery(listsQuery(api));
  const { data: filters } = useQuery(filtersQuery(api));
  const { data: open } = useQuery({ ...taskQuery(api, task ?? 0), enabled: task !== undefined });
  const title = view && (open?.title ?? titleOf(view, t, lists, filters));

  useEffect(() => {
    if (!title) return;
    const name = `${title} · ${t("app.name")}`;
    const show = () => {
      if (viewAt(window.location.pathname) && document.title !== name) document.title = name;
    };
    show();
    // What the server called the page comes alive later than this, and would take its place.
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title, t]);
}
