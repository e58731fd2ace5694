"use client";
import type { Profile } from "@todo/contract/access";
import type { Language } from "@todo/contract/languages";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Segments } from "../../ui/segments.tsx";
import { useSaveProfile } from "./use-save-profile.ts";

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
  const { save, shown } = useSaveProfile(profile, () => window.location.reload());

  return (
    <Segments
      label={t("settings.language")}
      value={shown.language}
      options={languages}
      onChange={(language) => save({ language })}
    />
  );
}
