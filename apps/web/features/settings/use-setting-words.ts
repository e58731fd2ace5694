"use client";
import type { Profile } from "@todo/contract/access";
import { useAccountMessages, useManner } from "../../messages/use-messages.tsx";
import { useReminderWords } from "../reminders/use-reminder-words.ts";
import { settingInWords } from "./setting-words.ts";

/** A setting as this page calls it, and its value in words. */
export function useSettingWords() {
  const t = useAccountMessages();
  const { locale } = useManner();
  const sayReminder = useReminderWords();
  return (setting: keyof Profile, profile: Profile) =>
    settingInWords(setting, profile, { t, locale, sayReminder });
}
