"use client";
/** The tasks that the server finds for words being typed: asked for once they rest a moment. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";

const PAUSE_MS = 150;
const SHOWN = 8;

export function useFoundTasks(typed: string): { tasks: Task[]; looking: boolean } {
  const [words, setWords] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const { data, isFetching } = useQuery({
    queryKey: ["tasks", "found", words],
    queryFn: async ({ signal }) =>
      (await api.list_tasks({ search: words, status: "all", limit: SHOWN }, { signal })).tasks,
    enabled: words !== "",
    placeholderData: keepPreviousData,
  });
  const isBlank = typed.trim() === "";
  return { tasks: isBlank ? [] : (data ?? []), looking: isFetching || (!isBlank && typed.trim() !== words) };
}
