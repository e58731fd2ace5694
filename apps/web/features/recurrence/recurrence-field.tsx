"use client";
/** When the task comes back, in words; what follows; skip and stop. */
import { useQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { describeRecurrence } from "@todo/language/recurrence/describe";
import { Repeat } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { insist } from "../../lib/insist.ts";
import { useManner, useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { dayNamed } from "../tasks/due.ts";
import { useTaskChanges } from "../tasks/use-task-changes.ts";
import { NextDates } from "./next-dates.tsx";
import { ruleOf } from "./presets.ts";
import { previewQuery } from "./queries.ts";

const RecurrenceSheet = dynamic(
  () => insist(() => import("./recurrence-sheet.tsx").then((module) => module.RecurrenceSheet)),
  { loading: () => null },
);

export function RecurrenceField({ task }: { task: Task }) {
  const t = useMessages();
  const { language, locale } = useManner();
  const changes = useTaskChanges();
  const [editing, setEditing] = useState(false);
  const { recurrence, title } = task;
  const words = recurrence && (describeRecurrence(ruleOf(recurrence), language) ?? t("repeat.custom"));

  const skip = () =>
    changes.send(
      task,
      () =>
        api.skip_occurrence({ task_id: task.id, ...(task.occurrence && { occurrence: task.occurrence }) }),
      ({ due_on, recurrence: rule }) =>
        rule && due_on ? t("repeat.skipped", { day: dayNamed(due_on, locale) }) : t("repeat.skippedLast"),
    );

  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="mb-1.5 text-small font-medium">{t("repeat.field")}</legend>
      <Button
        size="small"
        aria-description={t("repeat.change")}
        onClick={() => setEditing(true)}
        className="h-auto min-h-8 max-w-full py-1 text-start whitespace-normal"
      >
        <Repeat aria-hidden className="size-4 shrink-0" />
        <span className="inline-block first-letter:uppercase">{words ?? t("repeat.none")}</span>
      </Button>
      {recurrence && (
        <>
          <Following task={task} />
          <div className="flex flex-wrap gap-2">
            <Button size="small" kind="quiet" className="-ms-2.5" onClick={skip}>
              {t("repeat.skip")}
            </Button>
            <Button
              size="small"
              kind="quiet"
              onClick={() => changes.edit(task, { recurrence: null }, t("repeat.stopped", { title }))}
            >
              {t("repeat.stop")}
            </Button>
          </div>
        </>
      )}
      {editing && <RecurrenceSheet task={task} onClose={() => setEditing(false)} />}
    </fieldset>
  );
}

function Following({ task }: { task: Task }) {
  const t = useMessages();
  const { data } = useQuery(previewQuery(api, { task_id: task.id }, task.version));
  if (!data) return null;
  return <NextDates title={t("repeat.following")} dates={data.next} />;
}
