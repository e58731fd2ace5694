"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { taskChanges } from "./task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

export function useTaskChanges() {
  const queries = useQueryClient();
  const { zone, locale, t } = useViewpoint();
  return useMemo(() => taskChanges(queries, { zone, locale, t }), [queries, zone, locale, t]);
}
