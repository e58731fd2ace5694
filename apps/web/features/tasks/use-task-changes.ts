"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { later } from "../../lib/later.ts";
import { showTrouble } from "../../ui/toast-store.ts";
import type { TaskChanges } from "./task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

/** What hands do to tasks, and how it is taken back, come after the page; the first change waits for them. */
export function useTaskChanges(): TaskChanges {
  const queries = useQueryClient();
  const { zone, locale, t } = useViewpoint();
  return useMemo(
    () =>
      later<TaskChanges>(
        async () => (await import("./task-changes.ts")).taskChanges(queries, { zone, locale, t }),
        () => showTrouble(t("error.unavailable")),
      ),
    [queries, zone, locale, t],
  );
}
