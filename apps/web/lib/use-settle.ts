"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useMessages } from "../messages/use-messages.tsx";
import { showTrouble } from "../ui/toast-store.ts";
import { sentenceOf } from "./errors.ts";
import { refresh } from "./live.ts";

/** Waits for the answer, says so when there is trouble, and reads anew what it was about. Resolves to whether it was done. */
export function useSettle(concerned: string[]): (sent: Promise<unknown>) => Promise<boolean> {
  const t = useMessages();
  const queries = useQueryClient();
  return async (sent) => {
    try {
      await sent;
      return true;
    } catch (error) {
      showTrouble(sentenceOf(error, t));
      return false;
    } finally {
      refresh(queries, concerned);
    }
  };
}
