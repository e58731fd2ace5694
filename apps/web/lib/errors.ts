/** Turns whatever was thrown into a sentence for a person, in the language of the page. */
import { AppError, type Problem } from "@todo/contract/errors";
import type { Say } from "../messages/messages.ts";

/** What the server says of something that it refused: an error, or the failure of one thing among several. */
export interface Refused {
  code: string;
  reason?: Problem["reason"] | undefined;
  params?: Problem["params"] | undefined;
  /** In English, for what this page has no words for. */
  message: string;
}

export function sentenceOf(error: unknown, t: Say): string {
  return error instanceof AppError ? refusalIn(error, t) : t("error.unexpected");
}

export function refusalIn({ code, reason, params = {}, message }: Refused, t: Say): string {
  return (
    (reason && t.attempt(`reason.${reason}`, params)) ||
    t.attempt(`error.${code}`, params) ||
    t("error.refused", { reason: message })
  );
}

export const isNotFound = (error: unknown) => error instanceof AppError && error.code === "not_found";

/** Asking for the same again would be answered the same. */
export const isAskedInVain = (error: unknown) =>
  isNotFound(error) || (error instanceof AppError && error.code === "validation_failed");

export const isSignedOut = (error: unknown) => error instanceof AppError && error.code === "unauthenticated";
