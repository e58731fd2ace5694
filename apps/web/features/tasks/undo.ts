/** Taking back, and doing again: from a toast, from a card of the assistant, from the keyboard. */
import type { QueryClient } from "@tanstack/react-query";
import type { OutputOf } from "@todo/contract/contract";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { allSent, refresh, whileSending } from "../../lib/live.ts";
import type { Say } from "../../messages/messages.ts";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { Waits } from "../offline/send.ts";
import { waitingChanges } from "../offline/waiting-store.ts";
import { didSentence } from "./did.ts";

type Undone = OutputOf<"undo">;

/** A toast's Undo for a change that may still be on its way, or wait for the network. */
export function undoLater(queries: QueryClient, t: Say, sent: Promise<{ undo: string }>) {
  void whileSending(sent).catch(() => undefined);
  return {
    label: t("action.undo"),
    run: async () => {
      try {
        await takeBack(queries, t, (await sent).undo);
      } catch (error) {
        if (error instanceof Waits) await takeBackKept(queries, t, error.key);
      }
    },
  };
}

/** Takes back a change that waits for the network; `key` is the one that it waits under. */
export async function takeBackKept(queries: QueryClient, t: Say, key: string) {
  const { takeBackWaiting } = await import("../offline/queue.ts");
  const sentSince = await takeBackWaiting(key);
  if (sentSince) await takeBack(queries, t, sentSince);
}

/** Takes back a group, or the latest change. Resolves to false when it couldn't. */
export async function takeBack(queries: QueryClient, t: Say, undo?: string): Promise<boolean> {
  if (!undo) await allSent();
  const latest = waitingChanges.get().findLast(({ refusal, undoes }) => !refusal && !undoes);
  if (!undo && latest) {
    await takeBackKept(queries, t, latest.key);
    return true;
  }
  return turnRound(queries, t, "undo", undo ? [undo] : undefined);
}

/** Several groups as one, the last first. Ends at the first that couldn't be taken back. */
export const takeBackAll = (queries: QueryClient, t: Say, groups: string[]) =>
  turnRound(queries, t, "undo", groups);

export const doAgain = (queries: QueryClient, t: Say, undo?: string): Promise<boolean> =>
  turnRound(queries, t, "redo", undo ? [undo] : undefined);

/** What took several calls, and what was taken back with it: the latest last, the groups of each in their order. */
const acts: string[][] = [];

/** To the person these are one, also where only the latest change is asked for. */
export function areOne(groups: string[]) {
  if (groups.length > 1) acts.push(groups);
}

const ways = {
  undo: { said: "toast.undone", next: "redo" },
  redo: { said: "toast.redone", next: "undo" },
} as const;

/** Without groups the latest; all that goes with one goes along. */
async function turnRound(
  queries: QueryClient,
  t: Say,
  way: keyof typeof ways,
  groups?: string[],
): Promise<boolean> {
  const done: Undone[] = [];
  try {
    const latest = groups?.at(-1);
    const first = await api[way](latest ? { undo: latest } : {});
    done.push(first);
    const rest = groups?.slice(0, -1) ?? acts.findLast((act) => act.at(-1) === first.undid)?.slice(0, -1);
    for (const undo of (rest ?? []).toReversed()) done.push(await api[way]({ undo }));
    return true;
  } catch (error) {
    showTrouble(sentenceOf(error, t));
    return false;
  } finally {
    tell(queries, t, way, done);
    refresh(queries, ["tasks", "task-history", "lists", "labels", "filters", "history", "profile"]);
  }
}

function tell(queries: QueryClient, t: Say, way: keyof typeof ways, done: Undone[]) {
  const [first] = done;
  if (!first) return;
  const { said, next } = ways[way];
  const groups = done.map(({ undo }) => undo);
  areOne(groups);
  const changes = done.flatMap((one) => one.changes);
  showToast({
    text: t(said, { change: didSentence(t, first.operation, changes) }),
    action: { label: t(`action.${next}`), run: () => void turnRound(queries, t, next, groups) },
  });
}
