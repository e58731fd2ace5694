"use client";
/** A button that does what a command does: its picture, its tooltip and its key are those of the one list. */
import type { ComponentProps } from "react";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button, withKeys } from "../../ui/button.tsx";
import { commandIcons, type Offered } from "./command-icons.ts";
import { commandOf } from "./commands.ts";
import { useKeys } from "./use-keys.ts";

interface CommandButtonProps extends ComponentProps<typeof Button> {
  command: Offered;
  /** Where its place says the rest; otherwise the command's name. */
  children?: string;
}

export function CommandButton({ command, children, ...button }: CommandButtonProps) {
  const t = useMessages();
  const keys = useKeys(command);
  const label = t(commandOf(command).label);
  const Icon = commandIcons[command];
  return (
    <Button title={withKeys(label, keys) ?? (children && label)} {...button}>
      <Icon aria-hidden className="size-4" />
      {children ?? label}
    </Button>
  );
}
