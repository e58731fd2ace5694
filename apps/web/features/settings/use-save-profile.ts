"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Profile } from "@todo/contract/access";
import type { InputOf, OutputOf } from "@todo/contract/contract";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { profileQuery } from "../../lib/queries.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { AtOdds } from "../conflicts/at-odds.ts";
import { forSeen } from "../conflicts/for-seen.ts";
import { undoLater } from "../tasks/undo.ts";
import { useSettingWords } from "./use-setting-words.ts";

type Settings = Partial<
  Omit<Profile, "id" | "name" | "email" | "assistant" | "version" | "time_zone_known" | "language_known">
>;

interface Wanted {
  seen: Profile;
  mine: Settings;
}

/** Changes the profile as the person sees it. The answer is shown, and can be taken back. */
export function useSaveProfile(profile: Profile, onSaved?: () => void) {
  const t = useAccountMessages();
  const queries = useQueryClient();
  const inWords = useSettingWords();
  const [saving, setSaving] = useState<Settings>({});
  const { mutate, isPending } = useMutation<OutputOf<"update_profile">, Error, Wanted>({
    mutationFn: ({ seen, mine }) =>
      forSeen({
        seen,
        mine,
        send: (version) => api.update_profile({ ...changeOf(mine), version }),
        again: (current) => void mutate({ seen: current, mine }),
        inWords,
      }),
    onSuccess: ({ undo, ...saved }) => {
      queries.setQueryData(profileQuery(api).queryKey, saved);
      if (onSaved) return onSaved();
      showToast({ text: t("settings.saved"), action: undoLater(queries, t, Promise.resolve({ undo })) });
    },
    onError: (error) => {
      if (!(error instanceof AtOdds)) showTrouble(sentenceOf(error, t));
      // A setting that was changed elsewhere is shown as it is now.
      void queries.invalidateQueries(profileQuery(api));
    },
    onSettled: (_, __, { mine }) => setSaving((before) => without(before, mine)),
  });
  return {
    save: (mine: Settings) => {
      setSaving((before) => ({ ...before, ...mine }));
      mutate({ seen: profile, mine });
    },
    isSaving: isPending,
    /** The profile with what is on its way. */
    shown: { ...profile, ...saving },
  };
}

function without(settings: Settings, settled: Settings): Settings {
  const rest = { ...settings };
  for (const field in settled) Reflect.deleteProperty(rest, field);
  return rest;
}

/** The contract knows no null: what is emptied is named under `clear`. */
function changeOf({ quiet_hours, digest_at, ...set }: Settings): InputOf<"update_profile"> {
  return {
    ...set,
    ...(quiet_hours && { quiet_hours }),
    ...(digest_at && { digest_at }),
    clear: [
      ...(quiet_hours === null ? ["quiet_hours" as const] : []),
      ...(digest_at === null ? ["digest_at" as const] : []),
    ],
  };
}
