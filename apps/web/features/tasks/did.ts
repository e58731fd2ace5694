/** An operation that was done, in words: “Completed “Milk””, “Deleted 3 tasks”. */
import type { Change } from "@todo/contract/journal";
import { en } from "../../lib/messages/en.ts";
import { type MessageKey, t } from "../../lib/messages/translate.ts";

type DidKey = Extract<MessageKey, `did.${string}`>;

const isDidKey = (key: string): key is DidKey => key in en;

export function didSentence(operation: string, changes: Pick<Change, "entity" | "id" | "name">[]): string {
  // A list that was made or deleted along with its tasks goes without saying.
  const tasks = changes.filter(({ entity }) => entity === "task");
  const counted = tasks.length > 0 ? tasks : changes;
  const names = new Map(counted.map(({ id, name }) => [id, name]));
  const [first] = names.values();
  const what =
    first !== undefined && names.size === 1
      ? t("quoted", { title: first })
      : t(tasks.length > 0 ? "count.tasks" : "count.things", { count: names.size });
  const key = `did.${operation}`;
  return t(isDidKey(key) ? key : "did.other", { what });
}

/** The verb alone, for the head of a card. */
export function didVerb(operation: string): string {
  const key = `did.${operation}`;
  return t(isDidKey(key) ? key : "did.other", { what: "" }).trim();
}
