import type { Profile } from "@todo/contract/access";
import { describeReminder } from "@todo/language/reminders/describe";
import { expect, test } from "vitest";
import { english } from "../../messages/testing.ts";
import { settingInWords } from "./setting-words.ts";

const profile: Profile = {
  id: "u1",
  name: "Ada",
  email: "ada@example.com",
  time_zone: "America/New_York",
  time_zone_known: true,
  language_known: true,
  week_start: "monday",
  language: "ur",
  travel: "follow",
  all_day_time: "09:00",
  default_reminders: [{ minutes_before: 10 }, { minutes_before: 60 }],
  quiet_hours: { from: "22:00", until: "07:00" },
  digest_at: null,
  assistant: "Built-in",
  version: 1,
};

const speaker = {
  t: english,
  locale: "en-GB",
  sayReminder: (reminder: Profile["default_reminders"][number]) => describeReminder(reminder, "en"),
};

test.each([
  ["name", "Your name", "Ada"],
  ["time_zone", "Time zone", "America/New York"],
  ["week_start", "Week starts on", "Monday"],
  ["language", "Language", "Urdu"],
  ["travel", "When I travel", "Times follow me"],
  ["all_day_time", "Tasks without a time count as due at", "09:00"],
  ["default_reminders", "A task with a date gets these", "10 minutes before, an hour before"],
  ["quiet_hours", "Quiet hours", "22:00 – 07:00"],
  ["digest_at", "Send the day's tasks each morning", "off"],
] as const)("%s is said as the page says it", (setting, name, words) => {
  expect(settingInWords(setting, profile, speaker)).toEqual({ name, words });
});

test("what is empty is said", () => {
  const empty = { ...profile, default_reminders: [], quiet_hours: null };
  const wordsOf = (setting: keyof Profile) => settingInWords(setting, empty, speaker).words;
  expect([wordsOf("default_reminders"), wordsOf("quiet_hours")]).toEqual(["nothing", "off"]);
});
