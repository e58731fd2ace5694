"use client";
/** The way from a sub-task to the task that it is part of. */
import { useQuery } from "@tanstack/react-query";
import { CornerLeftUp } from "lucide-react";
import { api } from "../../lib/api.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { useGo } from "../navigation/use-place.ts";
import { taskByIdQuery } from "./queries.ts";

export function ParentLink({ id }: { id: string }) {
  const t = useMessages();
  const go = useGo();
  const { data: parent } = useQuery(taskByIdQuery(api, id));
  if (!parent) return null;
  return (
    <button
      type="button"
      onClick={() => go.openTask(parent.number)}
      className="-mx-2 -mb-3 flex min-h-8 max-w-full items-center gap-2 self-start rounded-medium px-2 text-start text-small text-ink-2 hover:bg-hover hover:text-ink max-lg:min-h-11"
    >
      <CornerLeftUp aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
      <span className="min-w-0 truncate">{t("subtasks.of", { title: parent.title })}</span>
    </button>
  );
}
