/** An operation that was done, in words: “Completed “Milk””, “Deleted 3 tasks”. */
import type { Change } from "@todo/contract/journal";
import type { Say } from "../../messages/messages.ts";

export function didSentence(
  t: Say,
  operation: string,
  changes: Pick<Change, "entity" | "id" | "name">[],
): string {
  // A list that was made or deleted along with its tasks goes without saying.
  const tasks = changes.filter(({ entity }) => entity === "task");
  const counted = tasks.length > 0 ? tasks : changes;
  const names = new Map(counted.map(({ id, name }) => [id, name]));
  const [first] = names.values();
  // Of a task that comes back the next one was made along with it: to people it is one task.
  const isOne = names.size === 1 || (operation === "complete_task" && new Set(names.values()).size === 1);
  const what =
    first !== undefined && isOne
      ? t("quoted", { title: first })
      : t(tasks.length > 0 ? "count.tasks" : "count.things", { count: names.size });
  const key = `did.${operation}` as const;
  return t(t.knows(key) ? key : "did.other", { what });
}

/** The verb alone, for the head of a card. */
export function didVerb(t: Say, operation: string): string {
  const key = `did.${operation}` as const;
  return t(t.knows(key) ? key : "did.other", { what: "" }).trim();
}
