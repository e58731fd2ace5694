"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Profile } from "@todo/contract/access";
import type { InputOf } from "@todo/contract/contract";
import { useMemo } from "react";
import { api } from "../../lib/api.ts";
import { useClock } from "../../lib/clock.tsx";
import { sentenceOf } from "../../lib/errors.ts";
import { t } from "../../lib/messages/account.ts";
import { profileQuery } from "../../lib/queries.ts";
import { Select } from "../../ui/select.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { undoLater } from "../tasks/undo.ts";

const weekStarts = ["monday", "sunday", "saturday"] as const;

export function TimeSettings({ profile }: { profile: Profile }) {
  const queries = useQueryClient();
  const { now, locale } = useClock();
  const zones = useMemo(
    () => withZone(Intl.supportedValuesOf("timeZone"), profile.time_zone),
    [profile.time_zone],
  );

  const save = useMutation({
    mutationFn: (change: InputOf<"update_profile">) => api.update_profile(change),
    onSuccess: ({ undo, ...saved }) => {
      queries.setQueryData(profileQuery(api).queryKey, saved);
      showToast({ text: t("settings.saved"), action: undoLater(queries, Promise.resolve({ undo })) });
    },
    onError: (error) => showTrouble(sentenceOf(error)),
  });

  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="flex flex-col gap-1.5">
        <Select
          label={t("settings.timeZone")}
          value={profile.time_zone}
          onChange={({ target }) => save.mutate({ time_zone: target.value })}
        >
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Select>
        <p className="text-small text-ink-2">
          {t("settings.timeThere", { time: timeIn(profile.time_zone, now, locale) })}
        </p>
      </div>
      <Select
        label={t("settings.weekStart")}
        value={profile.week_start}
        onChange={({ target }) => save.mutate({ week_start: target.value as (typeof weekStarts)[number] })}
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
  new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(now).replace(/\u202f/g, " ");
