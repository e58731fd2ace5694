"use client";
/** An item of a menu that does what a command does: its name, its picture and its key are those of the one list. */
import { useMessages } from "../../messages/use-messages.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { commandIcons, type Offered } from "./command-icons.ts";
import { commandOf } from "./commands.ts";
import { runCommand } from "./registry.ts";
import { useKeys } from "./use-keys.ts";

interface CommandItemProps {
  id: Offered;
  /** In a menu of one thing among many. Otherwise it is the one in sight, and whoever answers the command does it. */
  onSelect?: () => void;
}

export function CommandItem({ id, onSelect = () => runCommand(id) }: CommandItemProps) {
  const t = useMessages();
  const keys = useKeys(id);
  const command = commandOf(id);
  const Icon = commandIcons[id];
  return (
    <MenuItem
      danger={"danger" in command}
      icon={<Icon aria-hidden className="size-4" />}
      aside={keys && <kbd className="font-sans max-lg:hidden">{keys}</kbd>}
      onSelect={onSelect}
    >
      {t(command.label)}
    </MenuItem>
  );
}
