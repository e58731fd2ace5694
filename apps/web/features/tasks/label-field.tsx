"use client";
/** Labels as chips; a new name makes a new label. */
import { useQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { X } from "lucide-react";
import { useId, useState } from "react";
import { api } from "../../lib/api.ts";
import { labelsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { inputClasses } from "../../ui/field.tsx";
import { useTaskChanges } from "./use-task-changes.ts";

export function LabelField({ task }: { task: Task }) {
  const t = useMessages();
  const id = useId();
  const [name, setName] = useState("");
  const { data: known = [] } = useQuery(labelsQuery(api));
  const changes = useTaskChanges();
  const has = (label: string) => task.labels.some((one) => one.toLowerCase() === label.toLowerCase());

  const add = () => {
    const wanted = name.trim();
    setName("");
    if (wanted && !has(wanted)) changes.edit(task, { labels: [...task.labels, wanted] });
  };

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-small font-medium">
        {t("field.labels")}
      </label>
      {task.labels.length > 0 && (
        <ul className="flex flex-wrap gap-1.5 pb-0.5">
          {task.labels.map((label) => (
            <li
              key={label}
              className="flex h-7 max-w-full items-center rounded-small bg-pressed ps-2.5 text-small max-lg:my-1.5 max-lg:h-8"
            >
              <bdi className="truncate">{label}</bdi>
              <button
                type="button"
                aria-label={t("task.removeLabel", { label })}
                onClick={() => changes.edit(task, { labels: task.labels.filter((one) => one !== label) })}
                className="flex size-7 items-center justify-center rounded-small text-ink-2 hover:text-ink max-lg:size-11"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        list={`${id}-known`}
        value={name}
        maxLength={50}
        placeholder={t("field.addLabel")}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
        className={`${inputClasses} w-full`}
      />
      <datalist id={`${id}-known`}>
        {known
          .filter(({ name: label }) => !has(label))
          .map((label) => (
            <option key={label.id} value={label.name} />
          ))}
      </datalist>
    </div>
  );
}
