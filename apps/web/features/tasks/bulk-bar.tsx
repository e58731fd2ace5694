"use client";
/** What can be done to all selected tasks. It stands where a task is added otherwise. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { Plus, X } from "lucide-react";
import { useMemo, useState } from "react";
import { api } from "../../lib/api.ts";
import { useStore } from "../../lib/external-store.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { RenameSheet } from "../../ui/rename-sheet.tsx";
import type { Handler } from "../commands/registry.ts";
import { useCommand } from "../commands/use-command.ts";
import { BulkButton } from "./bulk-button.tsx";
import { bulkChanges } from "./bulk-changes.ts";
import { dayIn } from "./calendar.ts";
import { ChoiceItems } from "./choice-items.tsx";
import { labelChoices, listChoices, priorityChoices } from "./choices.ts";
import { dayQuestion } from "./day-question.ts";
import { type GivenEdit, isEdit } from "./given.ts";
import { type Pages, tasksOf } from "./pages.ts";
import { PurgeSheet } from "./purge-sheet.tsx";
import { ScheduleItems } from "./schedule-items.tsx";
import { bulkMenu, noSelection, selectAll, selection } from "./selection.ts";
import { useViewpoint } from "./use-viewpoint.ts";

const LABEL_LENGTH = 50;

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-task]")];

export function BulkBar({ trash }: { trash: boolean }) {
  const t = useMessages();
  const queries = useQueryClient();
  const { now, zone } = useViewpoint();
  const changes = useMemo(() => bulkChanges(queries, zone, t), [queries, zone, t]);
  const { ids, growing } = useStore(selection);
  const open = useStore(bulkMenu);
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const [asks, setAsks] = useState<"label" | "purge">();
  // As long as more come nothing can be done, because it would be done to a part.
  const none = ids.size === 0 || growing;

  const stop = () => {
    const at = rows().findIndex(({ dataset }) => ids.has(dataset.task ?? ""));
    selection.set(noSelection);
    bulkMenu.set(undefined);
    // The bar goes, and the focus was in it. Where the first of them stood it is, or what has taken its place.
    requestAnimationFrame(() => {
      const left = rows();
      const row = at === -1 ? undefined : (left[at] ?? left.at(-1));
      row?.querySelector<HTMLElement>("[data-opens-task]")?.focus();
    });
  };
  useCommand("back", stop);

  const withSelected = (deed: (tasks: Task[]) => Promise<void>) => {
    const found = new Map<string, Task>();
    for (const [, pages] of queries.getQueriesData<Pages>({ queryKey: ["tasks", "page"] }))
      for (const task of tasksOf(pages)) if (ids.has(task.id)) found.set(task.id, task);
    stop();
    void deed([...found.values()]);
  };
  const whenSome = (deed: Handler) => (none ? undefined : deed);
  useCommand("complete", trash ? undefined : whenSome(() => withSelected(changes.complete)));
  useCommand("delete", trash ? undefined : whenSome(() => withSelected(changes.remove)));
  useCommand("restore", trash ? whenSome(() => withSelected(changes.restore)) : undefined);
  useCommand("deleteForGood", trash ? whenSome(() => setAsks("purge")) : undefined);

  const give = (given: GivenEdit) => withSelected((tasks) => changes.give(tasks, given));
  // Without a value yet its menu opens, which is done elsewhere.
  const giveChosen = trash ? undefined : whenSome((given) => (given && isEdit(given) ? give(given) : false));
  useCommand("schedule", giveChosen);
  useCommand("priority", giveChosen);
  useCommand("label", giveChosen);
  useCommand("move", giveChosen);

  const menu = (id: GivenEdit["command"]) => ({
    open: open === id && !growing,
    onOpenChange: (next: boolean) => {
      bulkMenu.set(next ? id : undefined);
      // Left without a choice: all is as it was before the key.
      if (!next && selection.get().forMenu) stop();
    },
  });
  /** What is chosen in a sheet goes on after the menu. */
  const goOn = () => selection.set(({ forMenu: _, ...current }) => current);

  return (
    <section
      aria-label={t("select.actions")}
      className="flex flex-wrap items-center gap-1 rounded-large bg-raised px-2 py-1.5 shadow-float max-lg:border max-lg:border-hairline max-lg:shadow-none"
    >
      <span role="status" className="tabular px-1.5 text-small font-medium">
        {t(growing ? "select.growing" : "select.count", { count: ids.size })}
      </span>
      <button type="button" onClick={selectAll} className="h-8 px-1.5 text-small text-accent max-lg:h-11">
        {t("select.all")}
      </button>
      {/* Where there is little room they have a row of their own, and share it. */}
      <span className="ms-auto flex flex-wrap items-center @max-lg:order-last @max-lg:ms-0 @max-lg:w-full @max-lg:justify-between">
        {trash ? (
          <>
            <BulkButton command="restore" disabled={none} onClick={() => withSelected(changes.restore)}>
              {t("action.restore")}
            </BulkButton>
            <BulkButton command="deleteForGood" disabled={none} onClick={() => setAsks("purge")}>
              {t("trash.deleteForGood")}
            </BulkButton>
          </>
        ) : (
          <>
            <BulkButton command="complete" disabled={none} onClick={() => withSelected(changes.complete)}>
              {t("select.complete")}
            </BulkButton>
            <Menu
              label={t("select.schedule")}
              {...menu("schedule")}
              trigger={
                <BulkButton command="schedule" disabled={none}>
                  {t("select.schedule")}
                </BulkButton>
              }
            >
              <ScheduleItems
                dated
                onGive={give}
                onChoose={() => {
                  goOn();
                  dayQuestion.set({
                    title: t("select.schedule"),
                    day: dayIn(now, zone),
                    time: "",
                    hint: t("schedule.timeHint"),
                    choose: (due) => give({ command: "schedule", due }),
                  });
                }}
              />
            </Menu>
            <Menu
              label={t("select.move")}
              {...menu("move")}
              trigger={
                <BulkButton command="move" disabled={none}>
                  {t("select.move")}
                </BulkButton>
              }
            >
              <ChoiceItems choices={listChoices(t, lists)} onGive={give} />
            </Menu>
            <Menu
              label={t("select.addLabel")}
              {...menu("label")}
              trigger={
                <BulkButton command="label" disabled={none}>
                  {t("select.addLabel")}
                </BulkButton>
              }
            >
              <ChoiceItems choices={labelChoices(t, labels)} onGive={give} />
              {labels.length > 0 && <MenuSeparator />}
              <MenuItem
                icon={<Plus aria-hidden className="size-4" />}
                onSelect={() => {
                  goOn();
                  setAsks("label");
                }}
              >
                {t("select.newLabel")}
              </MenuItem>
            </Menu>
            <Menu
              label={t("select.priority")}
              {...menu("priority")}
              trigger={
                <BulkButton command="priority" disabled={none}>
                  {t("select.priority")}
                </BulkButton>
              }
            >
              <ChoiceItems choices={priorityChoices(t)} onGive={give} />
            </Menu>
            <BulkButton command="delete" disabled={none} onClick={() => withSelected(changes.remove)}>
              {t("action.delete")}
            </BulkButton>
          </>
        )}
      </span>
      <IconButton label={t("select.stop")} shortcut="Esc" onClick={stop} className="@max-lg:ms-auto">
        <X aria-hidden className="size-4" />
      </IconButton>
      {asks === "label" && (
        <RenameSheet
          title={t("select.newLabel")}
          name=""
          maxLength={LABEL_LENGTH}
          onClose={() => setAsks(undefined)}
          onRename={async (label) => give({ command: "label", label })}
        />
      )}
      {asks === "purge" && (
        <PurgeSheet
          title={t("trash.purgeTitle", { count: ids.size })}
          onClose={() => setAsks(undefined)}
          onPurge={() => withSelected(changes.purge)}
        />
      )}
    </section>
  );
}
