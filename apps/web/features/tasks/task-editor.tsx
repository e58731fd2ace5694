"use client";
/** The fields of one task. Each is saved by itself when left; nothing has to be submitted. */
import type { Task } from "@todo/contract/tasks";
import dynamic from "next/dynamic";
import { insist } from "../../lib/insist.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { CheckCircle } from "../../ui/check-circle.tsx";
import { quietInput } from "../../ui/field.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { CommandButton } from "../commands/command-button.tsx";
import { DueFields } from "./due-fields.tsx";
import { LabelField } from "./label-field.tsx";
import { ListField } from "./list-field.tsx";
import { Notes } from "./notes.tsx";
import { ParentLink } from "./parent-link.tsx";
import { PriorityField } from "./priority-field.tsx";
import { Subtasks } from "./subtasks.tsx";
import { TaskHistory } from "./task-history.tsx";
import { useTaskChanges } from "./use-task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

const RecurrenceField = dynamic(
  () => insist(() => import("../recurrence/recurrence-field.tsx").then((module) => module.RecurrenceField)),
  { loading: () => null },
);
const ReminderField = dynamic(
  () => insist(() => import("../reminders/reminder-field.tsx").then((module) => module.ReminderField)),
  { loading: () => null },
);

export function TaskEditor({ task, onDeleted }: { task: Task; onDeleted: () => void }) {
  const t = useMessages();
  const changes = useTaskChanges();
  const { locale, zone } = useViewpoint();
  const done = task.status === "completed";
  const gone = task.deleted_at !== null;
  const title = useDraft({
    value: task.title,
    source: task,
    accepts: (text) => text.trim() !== "",
    onSave: (text, began) => changes.edit(began, { title: text.replace(/\s*\n\s*/g, " ").trim() }),
  });

  return (
    <div className="flex flex-1 flex-col gap-5 px-5 pb-5">
      {gone && (
        <div className="flex items-center justify-between gap-3 rounded-medium bg-pressed py-1.5 ps-3 pe-1.5">
          <p>{t("task.inTrash")}</p>
          <CommandButton
            command="restore"
            size="small"
            onClick={() => {
              changes.restore(task);
              onDeleted();
            }}
          >
            {t("action.restore")}
          </CommandButton>
        </div>
      )}
      {task.parent && <ParentLink id={task.parent} />}
      {/* What lies in the trash is brought back before it is changed. */}
      <fieldset disabled={gone} className="contents">
        <div className="flex items-start gap-3">
          <span className="flex h-8 items-center">
            <CheckCircle
              label={t(done ? "task.reopen" : "task.complete", { title: task.title })}
              checked={done}
              priority={task.priority}
              onChange={(checked) => changes.setDone(task, checked)}
            />
          </span>
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            <textarea
              {...title}
              dir="auto"
              rows={1}
              aria-label={t("field.title")}
              maxLength={200}
              onKeyDown={(event) => {
                title.onKeyDown(event);
                if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
                event.preventDefault();
                event.currentTarget.blur();
              }}
              className={`${quietInput} font-semibold`}
            />
            <Notes key={task.id} task={task} />
          </div>
        </div>
        {!gone && <Subtasks task={task} />}
        <DueFields task={task} />
        {!gone && !done && <RecurrenceField task={task} />}
        {!gone && !done && <ReminderField task={task} />}
        <ListField task={task} />
        <PriorityField task={task} />
        <LabelField task={task} />
      </fieldset>
      <TaskHistory number={task.number} />
      <footer className="mt-auto flex items-center justify-between gap-3 pt-3 text-small text-ink-3">
        <span>{t("task.created", { date: createdOn(task.created_at, locale, zone) })}</span>
        {!gone && (
          <CommandButton
            command="delete"
            kind="quiet"
            size="small"
            onClick={() => {
              changes.remove(task);
              onDeleted();
            }}
          />
        )}
      </footer>
    </div>
  );
}

const createdOn = (instant: string, locale: string, zone: string) =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: zone }).format(
    new Date(instant),
  );
