"use client";
/** The values of a command, in its menu. */
import { Check } from "lucide-react";
import { classes } from "../../lib/class-names.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import type { Choice } from "./choices.ts";
import type { Given } from "./given.ts";

interface ChoiceItemsProps {
  choices: Choice[];
  onGive: (given: Given) => void;
  /** The value that the task has. */
  isHeld?: (given: Given) => boolean;
}

export function ChoiceItems({ choices, onGive, isHeld }: ChoiceItemsProps) {
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
