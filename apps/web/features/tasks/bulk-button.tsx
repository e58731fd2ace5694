"use client";
/** A command for the selected tasks. Where there is little room, its picture alone. */
import type { ComponentProps } from "react";
import { classes } from "../../lib/class-names.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { withKeys } from "../../ui/button.tsx";
import { commandIcons, type Offered } from "../commands/command-icons.ts";
import { commandOf } from "../commands/commands.ts";
import { useKeys } from "../commands/use-keys.ts";

interface BulkButtonProps extends ComponentProps<"button"> {
  command: Offered;
  /** Short, because they all share a line. */
  children: string;
}

export function BulkButton({ command, children, ...button }: BulkButtonProps) {
  const t = useMessages();
  const keys = useKeys(command);
  const one = commandOf(command);
  const Icon = commandIcons[command];
  return (
    <button
      type="button"
      title={withKeys(t(one.label), keys) ?? t(one.label)}
      {...button}
      className={classes(
        "inline-flex h-8 min-w-8 items-center justify-center gap-1 rounded-medium px-1.5 text-small transition-colors duration-150 hover:bg-hover disabled:opacity-50 data-[state=open]:bg-pressed max-lg:h-11 max-lg:min-w-11",
        "danger" in one ? "text-danger" : "text-ink-2 hover:text-ink",
      )}
    >
      <Icon aria-hidden className="size-4" />
      <span className="@max-2xl:sr-only">{children}</span>
    </button>
  );
}
