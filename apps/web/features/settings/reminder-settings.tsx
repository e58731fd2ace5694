"use client";
/** When reminders come: usual ones, quiet hours, the day's tasks, and what happens on journeys. */
import type { Profile } from "@todo/contract/access";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Tick } from "../../ui/tick.tsx";
import { reminderPresets, sameReminder } from "../reminders/reminder-presets.ts";
import { useReminderWords } from "../reminders/use-reminder-words.ts";
import { TimeField } from "./time-field.tsx";
import { useSaveProfile } from "./use-save-profile.ts";

const travels = ["keep", "follow"] as const;
const USUAL_QUIET = { from: "22:00", until: "07:00" };
const USUAL_DIGEST = "08:00";

export function ReminderSettings({ profile }: { profile: Profile }) {
  const t = useAccountMessages();
  const { save, isSaving, shown } = useSaveProfile(profile);
  const { all_day_time, quiet_hours, digest_at, travel } = shown;

  return (
    <div className="flex flex-col gap-5">
      <TimeField
        label={t("reminding.allDay")}
        value={all_day_time}
        onSave={(time) => save({ all_day_time: time })}
      />
      <UsualReminders profile={profile} />
      <div className="flex flex-col gap-2">
        <Tick
          checked={quiet_hours !== null}
          disabled={isSaving}
          onChange={(wanted) => save({ quiet_hours: wanted ? USUAL_QUIET : null })}
        >
          {t("reminding.quiet")}
        </Tick>
        {quiet_hours && (
          <div className="flex flex-wrap gap-4 ps-6.5">
            <TimeField
              label={t("reminding.quietFrom")}
              value={quiet_hours.from}
              onSave={(from) => save({ quiet_hours: { ...quiet_hours, from } })}
            />
            <TimeField
              label={t("reminding.quietUntil")}
              value={quiet_hours.until}
              onSave={(until) => save({ quiet_hours: { ...quiet_hours, until } })}
            />
          </div>
        )}
      </div>
      <div className="flex flex-col gap-2">
        <Tick
          checked={digest_at !== null}
          disabled={isSaving}
          onChange={(wanted) => save({ digest_at: wanted ? USUAL_DIGEST : null })}
        >
          {t("reminding.digest")}
        </Tick>
        {digest_at && (
          <div className="ps-6.5">
            <TimeField
              label={t("reminding.digestAt")}
              value={digest_at}
              onSave={(time) => save({ digest_at: time })}
            />
          </div>
        )}
      </div>
      <Segments
        label={t("reminding.travel")}
        value={travel}
        options={travels.map((value) => ({ value, label: t(`travel.${value}`) }))}
        onChange={(value) => save({ travel: value })}
      />
    </div>
  );
}

/** Those that are set, and those that people often want. */
function UsualReminders({ profile }: { profile: Profile }) {
  const t = useAccountMessages();
  const say = useReminderWords();
  const { save, isSaving, shown } = useSaveProfile(profile);
  const { default_reminders: chosen, all_day_time } = shown;
  const isChosen = (preset: (typeof chosen)[number]) => chosen.some((one) => sameReminder(one, preset));
  const offered = reminderPresets({ due_on: "2000-01-01", due_time: "12:00" }, all_day_time);
  const others = chosen.filter((one) => !offered.some((preset) => sameReminder(one, preset)));

  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 text-small font-medium">{t("reminding.defaults")}</legend>
      {[...offered, ...others].map((preset) => (
        <Tick
          key={JSON.stringify(preset)}
          checked={isChosen(preset)}
          disabled={isSaving}
          onChange={(wanted) =>
            save({
              default_reminders: wanted
                ? [...chosen, preset]
                : chosen.filter((one) => !sameReminder(one, preset)),
            })
          }
        >
          <span className="inline-block first-letter:uppercase">{say(preset)}</span>
        </Tick>
      ))}
    </fieldset>
  );
}
