"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { InputOf } from "@todo/contract/contract";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { undoLater } from "../tasks/undo.ts";

/** Changes the profile; the answer is shown, and can be taken back. */
export function useSaveProfile() {
  const t = useAccountMessages();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: InputOf<"update_profile">) => api.update_profile(change),
    onSuccess: ({ undo, ...saved }) => {
      queries.setQueryData(profileQuery(api).queryKey, saved);
      showToast({ text: t("settings.saved"), action: undoLater(queries, t, Promise.resolve({ undo })) });
    },
    onError: (error) => showTrouble(sentenceOf(error, t)),
  });
}
