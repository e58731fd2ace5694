"use client";
/** What was understood of the quick-add line. Each chip can be turned back into words: by a click, or with Delete. */
import { Bell, CalendarDays, Clock, Flag, List, Repeat, Tag, X } from "lucide-react";
import { classes } from "../../lib/class-names.ts";
import { enumerate } from "../../messages/enumerate.ts";
import type { Say } from "../../messages/messages.ts";
import { useManner, useMessages } from "../../messages/use-messages.tsx";
import { priorityColours } from "./priority-colours.ts";
import type { Chip } from "./quick-add-words.ts";

const icons = {
  day: CalendarDays,
  time: Clock,
  repeat: Repeat,
  reminder: Bell,
  list: List,
  label: Tag,
  priority: Flag,
};

function nameOf(t: Say, { kind, text: words }: Chip): string {
  if (kind === "day") return t("quickAdd.day", { words });
  if (kind === "time") return t("quickAdd.time", { words });
  if (kind === "repeat") return t("quickAdd.repeat", { words });
  if (kind === "reminder") return t("quickAdd.reminder", { words });
  if (kind === "list") return t("quickAdd.list", { words });
  return kind === "label" ? t("quickAdd.tag", { words }) : t("quickAdd.priority", { words });
}

export function QuickAddChips({ chips, onReject }: { chips: Chip[]; onReject: (chip: Chip) => void }) {
  const t = useMessages();
  const { locale } = useManner();
  return (
    <>
      <p role="status" className="sr-only">
        {enumerate(
          chips.map((chip) => nameOf(t, chip)),
          locale,
        )}
      </p>
      {chips.length > 0 && (
        <ul
          aria-label={t("quickAdd.chips")}
          className="flex flex-wrap gap-1.5 pb-2.5 ps-8 max-lg:gap-y-0 max-lg:pb-1"
        >
          {chips.map((chip) => (
            <li key={`${chip.kind} ${chip.text}`} className="min-w-0 max-w-full">
              <ChipButton chip={chip} onReject={() => onReject(chip)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ChipButton({ chip, onReject }: { chip: Chip; onReject: () => void }) {
  const t = useMessages();
  const Icon = icons[chip.kind];
  return (
    <button
      type="button"
      aria-label={t("quickAdd.reject", { chip: nameOf(t, chip) })}
      onClick={onReject}
      onKeyDown={(event) => {
        if (event.key !== "Backspace" && event.key !== "Delete") return;
        event.preventDefault();
        onReject();
      }}
      className="group/chip flex h-7 max-w-full items-center rounded-small max-lg:h-11"
    >
      {/* A finger hits more than is seen. */}
      <span className="flex h-full min-w-0 items-center gap-1.5 rounded-small bg-pressed ps-2 pe-1.5 text-small text-ink group-hover/chip:bg-hover max-lg:h-8">
        <Icon
          aria-hidden
          strokeWidth={1.75}
          className={classes("size-3.5 shrink-0 text-ink-2", chip.priority && priorityColours[chip.priority])}
        />
        <bdi className="truncate">{chip.text}</bdi>
        <X aria-hidden className="size-3.5 shrink-0 text-ink-2 group-hover/chip:text-ink" />
      </span>
    </button>
  );
}
