/**
 * Adds many tasks, in as few calls as the contract takes, with one way back.
 * Whatever goes wrong on the way, a line that is in is never sent again.
 */
import type { QueryClient } from "@tanstack/react-query";
import { newKey } from "@todo/contract/attempts";
import { limits } from "@todo/contract/limits";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { refresh } from "../../lib/live.ts";
import type { Say } from "../../messages/messages.ts";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { mustWait } from "../offline/send.ts";
import { type Call, sendInCalls } from "./in-calls.ts";
import type { NewTask, TaskChanges } from "./task-changes.ts";
import { areOne, takeBackAll } from "./undo.ts";

export interface Line {
  /** Which of the lines it is. */
  place: number;
  task: NewTask;
}

interface Added {
  /** The places of the lines that are in. */
  places: number[];
  /** Lines that may be in: the next attempt begins with them, as they are. */
  unsure?: Call<Line>;
}

interface Means {
  queries: QueryClient;
  changes: Pick<TaskChanges, "add">;
  t: Say;
}

/** Without a network they wait one by one, as any task that is added does. What could not be added is told. */
export async function addSeveral(
  { queries, changes, t }: Means,
  lines: readonly Line[],
  unsure?: Call<Line>,
): Promise<Added> {
  if (!unsure && mustWait()) return { places: await keepEach(lines, changes, t) };
  const call = ({ key, items }: Call<Line>) =>
    api.add_tasks({ tasks: items.map(({ task }) => task) }, { idempotencyKey: key });
  const sent = await sendInCalls(lines, limits.addedAtOnce, newKey, call, unsure);
  const groups: string[] = [];
  const places: number[] = [];
  let failed = 0;
  for (const { items, answer } of sent.answered) {
    const refused = new Set(answer.failures.map(({ index }) => index));
    places.push(...items.filter((_, index) => !refused.has(index)).map(({ place }) => place));
    failed += refused.size;
    if (answer.tasks.length > 0) groups.push(answer.undo);
  }
  areOne(groups);
  refresh(queries, ["tasks", "lists", "labels"]);
  if (places.length > 0)
    showToast({
      text: saidOf(places.length, t),
      action: { label: t("action.undo"), run: () => void takeBackAll(queries, t, groups) },
    });
  if (sent.trouble) showTrouble(sentenceOf(sent.trouble, t));
  if (failed > 0) showTrouble(t("paste.failed", { count: failed }));
  return { places, ...(sent.unsure && { unsure: sent.unsure }) };
}

/** In their order, so that they wait in it. */
async function keepEach(
  lines: readonly Line[],
  changes: Pick<TaskChanges, "add">,
  t: Say,
): Promise<number[]> {
  const places: number[] = [];
  const waysBack: (() => Promise<void>)[] = [];
  for (const { place, task } of lines) {
    const wayBack = await changes.add(task, undefined);
    if (!wayBack) continue;
    places.push(place);
    waysBack.push(wayBack);
  }
  const run = async () => {
    for (const wayBack of waysBack.toReversed()) await wayBack();
  };
  if (places.length > 0)
    showToast({ text: saidOf(places.length, t), action: { label: t("action.undo"), run } });
  return places;
}

const saidOf = (count: number, t: Say) => t("did.add_tasks", { what: t("count.tasks", { count }) });
