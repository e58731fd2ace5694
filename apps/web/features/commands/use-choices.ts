"use client";
/** The values that can be given to the task that has the focus, or to those selected. */
import { useQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { useStore } from "../../lib/external-store.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useReminderChoices } from "../reminders/use-reminder-choices.ts";
import {
  type Choice,
  dayChoices,
  labelChoices,
  listChoices,
  noDay,
  priorityChoices,
} from "../tasks/choices.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import type { Command } from "./commands.ts";
import { handlersOf, isAnswered } from "./registry.ts";

/** `onTask`: where the focus is, if it is on a task. `task`: the one that has it, if it is to be done. */
export function useChoices(onTask: Command["onTask"], task: Task | undefined): Choice[] {
  const viewpoint = useViewpoint();
  const { t } = viewpoint;
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const { snooze, remind } = useReminderChoices(task);
  // Some parts of the page come alive while the palette is open.
  useStore(handlersOf);
  if (!onTask) return [];
  return [
    ...dayChoices(viewpoint),
    noDay(t),
    ...priorityChoices(t),
    ...listChoices(t, lists),
    ...labelChoices(t, labels),
    ...snooze,
    ...remind,
  ].filter(({ given }) => isAnswered(given.command));
}
