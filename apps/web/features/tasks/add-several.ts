/** Adds many tasks, in as few calls as the contract takes, with one way back. */
import type { QueryClient } from "@tanstack/react-query";
import { limits } from "@todo/contract/limits";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { refresh } from "../../lib/live.ts";
import type { Say } from "../../messages/messages.ts";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import type { NewTask } from "./task-changes.ts";
import { takeBackAll } from "./undo.ts";

/** Resolves to false when some could not be added; which were is told. */
export async function addSeveral(queries: QueryClient, t: Say, tasks: NewTask[]): Promise<boolean> {
  const groups: string[] = [];
  let added = 0;
  let failed = 0;
  let trouble: unknown;
  try {
    for (let from = 0; from < tasks.length; from += limits.addedAtOnce) {
      const answer = await api.add_tasks({ tasks: tasks.slice(from, from + limits.addedAtOnce) });
      added += answer.tasks.length;
      failed += answer.failures.length;
      if (answer.tasks.length > 0) groups.push(answer.undo);
    }
  } catch (error) {
    trouble = error;
  }
  refresh(queries, ["tasks", "lists", "labels"]);
  if (added > 0)
    showToast({
      text: t("did.add_tasks", { what: t("count.tasks", { count: added }) }),
      action: { label: t("action.undo"), run: () => void takeBackAll(queries, t, groups) },
    });
  if (trouble) showTrouble(sentenceOf(trouble, t));
  if (failed > 0) showTrouble(t("paste.failed", { count: failed }));
  return trouble === undefined && failed === 0;
}
