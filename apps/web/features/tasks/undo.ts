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
  return tell(queries, t, "toast.undone", () => api.undo(undo ? { undo } : {}), {
    label: t("action.redo"),
    run: (undone) => void doAgain(queries, t, undone.undo),
  });
}

/** Several groups as one, the last first. Ends at the first that couldn't be taken back. */
export async function takeBackAll(queries: QueryClient, t: Say, groups: string[]): Promise<void> {
  for (const group of groups.toReversed()) if (!(await takeBack(queries, t, group))) return;
}

export async function doAgain(queries: QueryClient, t: Say, undo?: string): Promise<boolean> {
  return tell(queries, t, "toast.redone", () => api.redo(undo ? { undo } : {}), {
    label: t("action.undo"),
    run: (redone) => void takeBack(queries, t, redone.undo),
  });
}

async function tell(
  queries: QueryClient,
  t: Say,
  key: "toast.undone" | "toast.redone",
  send: () => Promise<Undone>,
  next: { label: string; run: (undone: Undone) => void },
): Promise<boolean> {
  try {
    const undone = await send();
    showToast({
      text: t(key, {
        change: didSentence(t, undone.operation, undone.changes),
      }),
      action: { label: next.label, run: () => next.run(undone) },
    });
    return true;
  } catch (error) {
    showTrouble(sentenceOf(error, t));
    return false;
  } finally {
    refresh(queries, ["tasks", "task-history", "lists", "labels", "filters", "history", "profile"]);
  }
}
