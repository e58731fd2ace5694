"use client";
/** The sub-tasks of the open task: ticked, opened and added here. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { api } from "../../lib/api.ts";
import { classes } from "../../lib/class-names.ts";
import { tasksQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { CheckCircle } from "../../ui/check-circle.tsx";
import { useGo } from "../navigation/use-place.ts";
import { tasksOf } from "./cache.ts";
import { useTaskChanges } from "./use-task-changes.ts";

export function Subtasks({ task }: { task: Task }) {
  const t = useMessages();
  const go = useGo();
  const changes = useTaskChanges();
  const filter = { parent: task.id };
  const { data } = useInfiniteQuery(tasksQuery(api, filter));
  const subtasks = tasksOf(data);
  const [title, setTitle] = useState("");

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = title.trim();
    if (!wanted) return;
    setTitle("");
    const list = task.list && { list: task.list.id };
    if (!(await changes.add({ title: wanted, parent: task.id, ...list }, filter))) setTitle(wanted);
  };

  return (
    <section aria-labelledby="subtasks" className="flex flex-col gap-1.5">
      <h3 id="subtasks" className="text-small font-medium">
        {t("subtasks.label")}
        {subtasks.length > 0 && (
          <span className="tabular ps-2 font-normal text-ink-2">
            {t("task.progressShort", {
              completed: subtasks.filter(({ status }) => status === "completed").length,
              total: subtasks.length,
            })}
          </span>
        )}
      </h3>
      <ul>
        {subtasks.map((one) => {
          const done = one.status === "completed";
          return (
            <li key={one.id} className="flex min-h-9 items-center gap-3 max-lg:min-h-11">
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
      <form onSubmit={add} className="flex min-h-9 items-center gap-3 max-lg:min-h-11">
        <Plus aria-hidden className="size-4.5 shrink-0 text-ink-3" />
        <input
          value={title}
          maxLength={200}
          dir="auto"
          aria-label={t("subtasks.add")}
          placeholder={t("subtasks.add")}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => setTitle(event.target.value)}
          className="min-w-0 flex-1 bg-transparent outline-none max-lg:text-base"
        />
      </form>
    </section>
  );
}
