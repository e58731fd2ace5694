"use client";
/** One line of a card: the verb, the thing, and what about it changed. */
import { useQuery } from "@tanstack/react-query";
import type { Change } from "@todo/contract/journal";
import { CalendarDays, Check, type LucideIcon, Pencil, Plus, RotateCcw, Trash2, Undo2 } from "lucide-react";
import { api } from "../../lib/api.ts";
import { classes } from "../../lib/class-names.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { useGo } from "../navigation/use-place.ts";
import { didVerb } from "../tasks/did.ts";
import { dueInWords } from "../tasks/due.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { changeInWords } from "./change-words.ts";
import type { Deed } from "./deeds.ts";

const icons: [RegExp, LucideIcon][] = [
  [/^add/, Plus],
  [/^complete/, Check],
  [/^(delete|archive)/, Trash2],
  [/^(restore|reopen|unarchive)/, RotateCcw],
  [/^(undo|redo)/, Undo2],
  [/^reschedule/, CalendarDays],
];

interface DeedRowProps {
  deed: Deed;
  change: Change | undefined;
  undone: boolean;
}

export function DeedRow({ deed, change, undone }: DeedRowProps) {
  const t = useMessages();
  const go = useGo();
  const viewpoint = useViewpoint();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const Icon = icons.find(([pattern]) => pattern.test(deed.operation))?.[1] ?? Pencil;
  const words = change ? changeInWords(change, { ...viewpoint, lists, labels }) : [];
  const facts =
    deed.operation.startsWith("add") && deed.task
      ? [dueInWords(deed.task, viewpoint), deed.task.list?.name].filter(Boolean)
      : [];
  const number = deed.task?.number;
  const nameClasses = classes("min-w-0 text-start wrap-anywhere", undone && "text-ink-3 line-through");

  return (
    <li className="flex items-start gap-2.5 px-3.5 py-2">
      <span className="flex h-[1lh] items-center">
        <Icon aria-hidden className="size-4 shrink-0 text-accent" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5">
          <span className="text-ink-2">{didVerb(t, deed.operation)}</span>
          {number ? (
            <button
              type="button"
              onClick={() => go.openTask(number)}
              className={classes(nameClasses, "rounded-small underline-offset-2 hover:underline")}
            >
              <bdi>{deed.name}</bdi>
            </button>
          ) : (
            <bdi className={nameClasses}>{deed.name}</bdi>
          )}
          {facts.length > 0 && <span className="ms-auto text-small text-ink-2">{facts.join(" · ")}</span>}
        </p>
        {words.map(({ field, before, after }) => (
          <p key={field} className="text-small text-ink-2 wrap-anywhere">
            <span className="sr-only">{t("card.change", { field, before, after })}</span>
            <span aria-hidden="true">
              <bdi className="line-clamp-2 inline text-ink-3">{before}</bdi>{" "}
              <span className="inline-block rtl:-scale-x-100">→</span>{" "}
              <bdi className="line-clamp-2 inline text-ink">{after}</bdi>
            </span>
          </p>
        ))}
      </div>
    </li>
  );
}
