/** Turns whatever was thrown into a sentence for a person. */
import { AppError } from "@todo/contract/errors";
import type { Say } from "../messages/messages.ts";

export function sentenceOf(error: unknown, t: Say): string {
  if (!(error instanceof AppError)) return t("error.unexpected");
  switch (error.code) {
    case "unavailable":
      return t("error.unavailable");
    case "internal":
      return t("error.internal");
    case "unauthenticated":
      return t("error.unauthenticated");
    case "too_many_requests":
      return t("error.tooMany");
    case "nothing_to_undo":
      return t("error.nothingToUndo");
    case "nothing_to_redo":
      return t("error.nothingToRedo");
    case "undo_conflict":
      return t("error.undoConflict");
    default:
      return t("error.refused", { reason: error.errors[0]?.message ?? error.message });
  }
}

export const isSignedOut = (error: unknown) => error instanceof AppError && error.code === "unauthenticated";
