"use client";
/**
 * An icon that does what a command does; its tooltip says the command's key. Name and picture are its own: parts of the
 * page that it starts with show it before the list of commands has come.
 */
import type { ComponentProps } from "react";
import { IconButton } from "../../ui/button.tsx";
import type { CommandId } from "./commands.ts";
import { useKeys } from "./use-keys.ts";

interface CommandIconButtonProps extends Omit<ComponentProps<typeof IconButton>, "shortcut"> {
  command: CommandId;
}

export const CommandIconButton = ({ command, ...button }: CommandIconButtonProps) => (
  <IconButton shortcut={useKeys(command)} {...button} />
);
