"use client";
/** The days people mean most, each with its date in words, any other, and none. */
import { CalendarPlus } from "lucide-react";
import { MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { ChoiceItems } from "./choice-items.tsx";
import { dayChoices, noDay } from "./choices.ts";
import type { GivenBy } from "./given.ts";
import { useViewpoint } from "./use-viewpoint.ts";

interface ScheduleItemsProps {
  /** Whether there is a date that could be taken off. */
  dated: boolean;
  onGive: (given: GivenBy<"schedule">) => void;
  /** The person wants another day than these. */
  onChoose: () => void;
}

export function ScheduleItems({ dated, onGive, onChoose }: ScheduleItemsProps) {
  const viewpoint = useViewpoint();
  const { t } = viewpoint;
  return (
    <>
      <ChoiceItems choices={dayChoices(viewpoint)} onGive={onGive} />
      <MenuItem icon={<CalendarPlus aria-hidden className="size-4 text-ink-2" />} onSelect={onChoose}>
        {t("schedule.choose")}
      </MenuItem>
      {dated && (
        <>
          <MenuSeparator />
          <ChoiceItems choices={[noDay(t)]} onGive={onGive} />
        </>
      )}
    </>
  );
}
