"use client";
import type { NewReminder, Reminder } from "@todo/contract/reminders";
import { describeReminder } from "@todo/language/reminders/describe";
import { useManner, useMessages } from "../../messages/use-messages.tsx";
import { useDates } from "../settings/use-dates.ts";

/** A reminder in the person's language: “10 minutes before”, “At 24 Nov 2026, 17:00”. */
export function useReminderWords() {
  const t = useMessages();
  const { language } = useManner();
  const { moment } = useDates();
  return (reminder: Reminder | NewReminder): string => {
    if (!("at" in reminder)) return describeReminder(reminder, language);
    const at = { moment: moment(reminder.at) };
    return "snoozed" in reminder ? t("reminder.snoozedUntil", at) : t("reminder.at", at);
  };
}
