"use client";
/** The values of a command, in its menu. */
import { Check } from "lucide-react";
import { classes } from "../../lib/class-names.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import type { Choice } from "./choices.ts";
import type { Given } from "./given.ts";

interface ChoiceItemsProps<Of extends Given> {
  choices: Choice<Of>[];
  onGive: (given: Of) => void;
  /** The value that the task has. */
  isHeld?: (given: Of) => boolean;
}

export function ChoiceItems<Of extends Given>({ choices, onGive, isHeld }: ChoiceItemsProps<Of>) {
  const t = useMessages();
  return choices.map(({ key, given, label, icon: Icon, colour = "text-ink-2", aside }) => (
    <MenuItem
      key={key}
      icon={<Icon aria-hidden className={classes("size-4 shrink-0", colour)} />}
      aside={isHeld?.(given) ? <Check aria-label={t("selected")} className="size-4" /> : aside}
      onSelect={() => onGive(given)}
    >
      {label}
    </MenuItem>
  ));
}
