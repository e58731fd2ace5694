"use client";
/**
 * Where the person is: view, filters, open task, and on a phone the pane. All
 * of it lives in the address. Moving within the workspace changes the address
 * without asking the server for a page; the data comes from the query cache.
 */
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type Filters, readFilters, writeFilters } from "./filters.ts";
import { hrefOf, type View, viewAt } from "./views.ts";

export type Pane = "tasks" | "assistant";

export function usePlace() {
  const pathname = usePathname();
  const query = useSearchParams();
  const view = useMemo(() => viewAt(pathname), [pathname]);
  const filters = useMemo(() => readFilters(new URLSearchParams(query)), [query]);
  const number = Number(query.get("task"));

  return {
    /** Nothing outside the workspace, as in the settings. */
    view,
    filters,
    /** The number of the task whose panel is open; below zero while the task isn't sent yet. */
    task: Number.isSafeInteger(number) && number !== 0 ? number : undefined,
    pane: (query.get("pane") === "assistant" ? "assistant" : "tasks") as Pane,
  };
}

/** Until the browser is back where a task was opened that is closed now: close-task.ts. */
export const returning = { now: false };

/** Whether the place in sight was gone to, and isn't one that the browser went back or on to: use-scroll-place.ts. */
export const goneTo = { now: false };

export function useGo() {
  const router = useRouter();

  const go = useCallback(
    (href: string, opened = 0) => {
      goneTo.now = href.split("?")[0] !== window.location.pathname;
      if (returning.now) window.addEventListener("popstate", () => go(href, opened), { once: true });
      else if (isInWorkspace(window.location.pathname) && isInWorkspace(href.split("?")[0]!))
        window.history.pushState({ opened }, "", href);
      else router.push(href);
    },
    [router],
  );

  return useMemo(
    () => ({
      to: go,
      toView: (view: View) => go(hrefOf(view)),
      /** The view in sight is called otherwise now: the same place, and the old name is nowhere to come back to. */
      renamed: (view: View) => replace(hrefOf(view) + window.location.search),
      openTask: (task: number) => {
        const isFirst = !new URLSearchParams(window.location.search).has("task");
        go(
          hereWith((query) => query.set("task", String(task))),
          isFirst ? 1 : opened() && opened() + 1,
        );
      },
      toPane: (pane: Pane) =>
        go(
          hereWith((query) => {
            if (pane === "assistant") query.set("pane", pane);
            else query.delete("pane");
            query.delete("task");
          }),
        ),
      /** Works from the address as it is now, because what was rendered may be a moment behind. */
      filter: (change: (filters: Filters) => Filters) =>
        replace(hereWith((query) => writeFilters(query, change(readFilters(query))))),
    }),
    [go],
  );
}

const isInWorkspace = (pathname: string) => viewAt(pathname) !== undefined;

export const replace = (href: string, steps = opened()) =>
  window.history.replaceState({ opened: steps }, "", href);

/** How many entries of the history tasks were opened in since none was open; 0 where that isn't known. */
export const opened = (): number => window.history.state?.opened ?? 0;

export function hereWith(change: (query: URLSearchParams) => void): string {
  const { pathname, search } = window.location;
  const query = new URLSearchParams(search);
  change(query);
  const written = query.toString();
  // In the settings there are no tasks to stand beside, so the way back is the Inbox.
  const path = isInWorkspace(pathname) ? pathname : "/";
  return written ? `${path}?${written}` : path;
}
