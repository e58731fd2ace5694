"use client";
import { useQuery } from "@tanstack/react-query";
import type { Task } from "@todo/contract/tasks";
import { api } from "../../lib/api.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { remindChoices, snoozeChoices } from "./reminder-choices.ts";
import { useReminderWords } from "./use-reminder-words.ts";

/** When the person can be reminded of the task; without one there is nothing to be reminded of. */
export function useReminderChoices(task: Task | undefined) {
  const viewpoint = useViewpoint();
  const inWords = useReminderWords();
  const { data: profile } = useQuery(profileQuery(api));
  const allDayTime = profile?.all_day_time ?? "09:00";
  return {
    snooze: task ? snoozeChoices(viewpoint, allDayTime) : [],
    remind: task ? remindChoices(task, viewpoint, allDayTime, inWords) : [],
  };
}
