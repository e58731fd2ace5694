"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Profile } from "@todo/contract/access";
import type { InputOf } from "@todo/contract/contract";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { forSeen } from "../../lib/for-seen.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { undoLater } from "../tasks/undo.ts";

type Change = InputOf<"update_profile">;

/** Changes the profile as the person sees it; the answer is shown, and can be taken back. */
export function useSaveProfile() {
  const t = useAccountMessages();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => {
      const seen = queries.getQueryData(profileQuery(api).queryKey);
      if (!seen) return api.update_profile(change);
      return forSeen(seen, settingsIn(change, seen), (version) => api.update_profile({ ...change, version }));
    },
    onSuccess: ({ undo, ...saved }) => {
      queries.setQueryData(profileQuery(api).queryKey, saved);
      showToast({ text: t("settings.saved"), action: undoLater(queries, t, Promise.resolve({ undo })) });
    },
    onError: (error) => {
      showTrouble(sentenceOf(error, t));
      // Of a setting that was changed elsewhere the person is to look at what it is now.
      void queries.invalidateQueries(profileQuery(api));
    },
  });
}

const settingsIn = ({ clear = [], ...given }: Change, profile: Profile) =>
  [...Object.keys(given), ...clear].filter((name): name is keyof Profile => name in profile);
