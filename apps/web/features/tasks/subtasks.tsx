"use client";
/** The sub-tasks of the open task: ticked, opened and added here. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { useRef } from "react";
import { api } from "../../lib/api.ts";
import { classes } from "../../lib/class-names.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { tasksQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { CheckCircle } from "../../ui/check-circle.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { useGo } from "../navigation/use-place.ts";
import { tasksOf } from "./pages.ts";
import { QuickAdd } from "./quick-add.tsx";
import { rowKeyOf } from "./row-keys.ts";
import { useAllPages } from "./use-all-pages.ts";
import { useTaskChanges } from "./use-task-changes.ts";

export function Subtasks({ task }: { task: Task }) {
  const t = useMessages();
  const go = useGo();
  const changes = useTaskChanges();
  const filter = { parent: task.id };
  const reading = useInfiniteQuery(tasksQuery(api, filter));
  const { data, error, isFetchNextPageError } = reading;
  const subtasks = tasksOf(data);
  // They are counted, and counting needs all of them.
  useAllPages(reading, true);
  const input = useRef<HTMLInputElement>(null);
  const progress = {
    completed: subtasks.filter(({ status }) => status === "completed").length,
    total: subtasks.length,
  };

  return (
    <section aria-labelledby="subtasks" className="flex flex-col gap-1.5">
      <h3 id="subtasks" className="text-small font-medium">
        {t("subtasks.label")}
        {subtasks.length > 0 && !reading.hasNextPage && (
          <span
            role="img"
            aria-label={t("task.progress", progress)}
            className="tabular ps-2 font-normal text-ink-2"
          >
            {t("task.progressShort", progress)}
          </span>
        )}
      </h3>
      <ul>
        {subtasks.map((one) => {
          const done = one.status === "completed";
          return (
            <li key={rowKeyOf(one.id)} className="flex min-h-9 items-center gap-3 max-lg:min-h-11">
              <CheckCircle
                label={t(done ? "task.reopen" : "task.complete", { title: one.title })}
                checked={done}
                priority={one.priority}
                disabled={one.number === 0}
                onChange={(checked) => changes.setDone(one, checked)}
              />
              <button
                type="button"
                disabled={one.number === 0}
                onClick={() => go.openTask(one.number)}
                className={classes(
                  "min-w-0 flex-1 text-start wrap-anywhere",
                  done && "text-ink-2 line-through",
                )}
              >
                <bdi>{one.title}</bdi>
              </button>
            </li>
          );
        })}
      </ul>
      {isFetchNextPageError && (
        <Trouble sentence={sentenceOf(error, t)} onRetry={() => void reading.fetchNextPage()} />
      )}
      <div className="-mx-3">
        <QuickAdd
          label={t("subtasks.add")}
          placeholder={t("subtasks.add")}
          implied={{ parent: task.id, ...(task.list && { list: task.list.id }) }}
          filter={filter}
          input={input}
        />
      </div>
    </section>
  );
}
