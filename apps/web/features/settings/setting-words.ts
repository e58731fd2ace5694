/** A setting as the page calls it, and its value in words. */
import type { Profile } from "@todo/contract/access";
import type { ReminderRule } from "@todo/contract/reminders";
import { enumerate } from "../../messages/enumerate.ts";
import type { SayAll } from "../../messages/messages.ts";
import { timeInWords } from "../tasks/due.ts";

interface Speaker {
  t: SayAll;
  locale: string;
  sayReminder: (reminder: ReminderRule) => string;
}

export function settingInWords(
  setting: keyof Profile,
  profile: Profile,
  { t, locale, sayReminder }: Speaker,
): { name: string; words: string } {
  const sayTime = (time: string) => timeInWords("2000-01-01", time, locale);
  switch (setting) {
    case "time_zone":
      return { name: t("zone.field"), words: profile.time_zone.replaceAll("_", " ") };
    case "week_start":
      return { name: t("settings.weekStart"), words: t(`weekday.${profile.week_start}`) };
    case "language": {
      const names = new Intl.DisplayNames(locale, { type: "language" });
      return { name: t("settings.language"), words: names.of(profile.language) ?? profile.language };
    }
    case "travel":
      return { name: t("reminding.travel"), words: t(`travel.${profile.travel}`) };
    case "all_day_time":
      return { name: t("reminding.allDay"), words: sayTime(profile.all_day_time) };
    case "default_reminders": {
      const reminders = profile.default_reminders.map(sayReminder);
      return { name: t("reminding.defaults"), words: enumerate(reminders, locale) || t("nothing") };
    }
    case "quiet_hours": {
      const hours = profile.quiet_hours;
      const words = hours ? `${sayTime(hours.from)} – ${sayTime(hours.until)}` : t("channels.off");
      return { name: t("reminding.quiet"), words };
    }
    case "digest_at": {
      const at = profile.digest_at;
      return { name: t("reminding.digest"), words: at ? sayTime(at) : t("channels.off") };
    }
    default:
      return { name: t("field.yourName"), words: profile.name };
  }
}
