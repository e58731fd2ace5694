"use client";
import { useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../lib/errors.ts";
import { refresh } from "../../lib/live.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { AtOdds } from "./at-odds.ts";

/** Waits for the answer, says so when there is trouble that isn't told elsewhere, and reads anew what it was about. Resolves to whether it was done. */
export function useSettle(concerned: string[]): (sent: Promise<unknown>) => Promise<boolean> {
  const t = useMessages();
  const queries = useQueryClient();
  return async (sent) => {
    try {
      await sent;
      return true;
    } catch (error) {
      if (!(error instanceof AtOdds)) showTrouble(sentenceOf(error, t));
      return false;
    } finally {
      refresh(queries, concerned);
    }
  };
}
