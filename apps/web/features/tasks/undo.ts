/** Taking back, and doing again: from a toast, from a card of the assistant, from the keyboard. */
import type { QueryClient } from "@tanstack/react-query";
import type { OutputOf } from "@todo/contract/contract";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { refresh } from "../../lib/live.ts";
import { type MessageKey, t } from "../../lib/messages/translate.ts";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { didSentence } from "./did.ts";

type Undone = OutputOf<"undo">;

/** A toast's Undo for a change that may still be on its way. */
export const undoLater = (queries: QueryClient, sent: Promise<{ undo: string }>) => ({
  label: t("action.undo"),
  run: () =>
    void sent.then(
      ({ undo }) => takeBack(queries, undo),
      () => undefined,
    ),
});

/** Takes back a group, or the latest change. Resolves to false when it couldn't. */
export async function takeBack(queries: QueryClient, undo?: string): Promise<boolean> {
  return tell(queries, "toast.undone", () => api.undo(undo ? { undo } : {}), {
    label: t("action.redo"),
    run: (undone) => void doAgain(queries, undone.undo),
  });
}

export async function doAgain(queries: QueryClient, undo?: string): Promise<boolean> {
  return tell(queries, "toast.redone", () => api.redo(undo ? { undo } : {}), {
    label: t("action.undo"),
    run: (redone) => void takeBack(queries, redone.undo),
  });
}

async function tell(
  queries: QueryClient,
  key: Extract<MessageKey, "toast.undone" | "toast.redone">,
  send: () => Promise<Undone>,
  next: { label: string; run: (undone: Undone) => void },
): Promise<boolean> {
  try {
    const undone = await send();
    showToast({
      text: t(key, {
        change: didSentence(undone.operation, undone.changes),
      }),
      action: { label: next.label, run: () => next.run(undone) },
    });
    return true;
  } catch (error) {
    showTrouble(sentenceOf(error));
    return false;
  } finally {
    refresh(queries, ["tasks", "lists", "labels", "history", "profile"]);
  }
}
