"use client";
import type { Profile } from "@todo/contract/access";
import { useEffect, useMemo, useState } from "react";
import { useNow } from "../../lib/clock.tsx";
import { shortTime } from "../../lib/short-time.ts";
import { useAccountMessages, useManner } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { browsersZone, placeOf } from "../notifications/zones.ts";
import { useSaveProfile } from "./use-save-profile.ts";

const weekStarts = ["monday", "sunday", "saturday"] as const;

export function TimeSettings({ profile }: { profile: Profile }) {
  const t = useAccountMessages();
  const now = useNow();
  const { locale } = useManner();
  const { save, shown } = useSaveProfile(profile);
  const { time_zone, week_start } = shown;
  const zones = useMemo(() => withZone(Intl.supportedValuesOf("timeZone"), time_zone), [time_zone]);
  const [here, setHere] = useState<string>();
  useEffect(() => setHere(browsersZone()), []);

  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="flex flex-col gap-1.5">
        <Select
          label={t("zone.field")}
          value={time_zone}
          onChange={({ target }) => save({ time_zone: target.value })}
        >
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Select>
        <p className="text-small text-ink-2">
          {t("settings.timeThere", { time: timeIn(time_zone, now, locale) })}
        </p>
        {here && here !== time_zone && (
          <Button size="small" className="self-start" onClick={() => save({ time_zone: here })}>
            {t("zone.use", { here: placeOf(here) })}
          </Button>
        )}
      </div>
      <Select
        label={t("settings.weekStart")}
        value={week_start}
        onChange={({ target }) => save({ week_start: target.value as (typeof weekStarts)[number] })}
      >
        {weekStarts.map((day) => (
          <option key={day} value={day}>
            {t(`weekday.${day}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** A zone that this browser doesn't list, such as UTC, is still the one that is set. */
const withZone = (zones: string[], zone: string) => (zones.includes(zone) ? zones : [zone, ...zones]);

const timeIn = (timeZone: string, now: Date, locale: string) =>
  new Intl.DateTimeFormat(locale, { ...shortTime(locale), timeZone }).format(now).replace(/\u202f/g, " ");
