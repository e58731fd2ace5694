"use client";
import { useMutation } from "@tanstack/react-query";
import type { Profile } from "@todo/contract/access";
import type { Language } from "@todo/contract/languages";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Segments } from "../../ui/segments.tsx";
import { showTrouble } from "../../ui/toast-store.ts";
import { browsersZone } from "../notifications/zones.ts";

export interface LanguageName {
  value: Language;
  label: string;
}

interface LanguageSettingProps {
  profile: Profile;
  languages: readonly LanguageName[];
}

/** Another language is another page, written the other way perhaps: it is loaded anew. */
export function LanguageSetting({ profile, languages }: LanguageSettingProps) {
  const t = useAccountMessages();
  // Shown at once; what is stored follows with the new page.
  const [chosen, setChosen] = useState(profile.language);
  const save = useMutation({
    // Until the zone is known the language counts as a guess.
    mutationFn: (language: Language) =>
      api.update_profile({ language, ...(!profile.time_zone_known && { time_zone: browsersZone() }) }),
    onMutate: setChosen,
    onSuccess: () => window.location.reload(),
    onError: (error) => {
      setChosen(profile.language);
      showTrouble(sentenceOf(error, t));
    },
  });

  return (
    <Segments
      label={t("settings.language")}
      value={chosen}
      options={languages}
      onChange={(language) => save.mutate(language)}
    />
  );
}
