"use client";
/** Days on which a rule falls, in a row, on the person's own clock. */
import type { OutputOf } from "@todo/contract/contract";
import { useMessages } from "../../messages/use-messages.tsx";
import { wallClock } from "../tasks/calendar.ts";
import { dayNamed, timeInWords } from "../tasks/due.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";

interface NextDatesProps {
  title: string;
  dates: OutputOf<"preview_recurrence">["next"];
}

export function NextDates({ title, dates }: NextDatesProps) {
  const t = useMessages();
  const { locale, zone } = useViewpoint();
  if (dates.length === 0) return <p className="text-small text-ink-2">{t("repeat.noMore")}</p>;
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-1 text-small text-ink-2">
      <span>{title}</span>
      <ol aria-label={title} className="contents">
        {dates.map(({ due_on, at }) => {
          const { day, time } = at ? wallClock(new Date(at), zone) : { day: due_on, time: undefined };
          return (
            <li key={at ?? due_on} className="tabular whitespace-nowrap text-ink">
              {dayNamed(day, locale)} {time && <bdi>{timeInWords(day, time, locale)}</bdi>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
