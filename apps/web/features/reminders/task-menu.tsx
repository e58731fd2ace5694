"use client";
/** The menu of a command about reminders, behind its button in the panel of a task. The command's key opens it as well. */
import type { Task } from "@todo/contract/tasks";
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react";
import { useStore } from "../../lib/external-store.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Menu } from "../../ui/menu.tsx";
import { CommandButton } from "../commands/command-button.tsx";
import { commandOf } from "../commands/commands.ts";
import type { GivenReminder } from "../tasks/given.ts";
import { reminderMenu } from "./reminder-menu.ts";

interface TaskMenuProps {
  task: Task;
  command: GivenReminder["command"];
  kind?: ComponentProps<typeof CommandButton>["kind"];
  children: ReactNode;
}

export function TaskMenu({ task, command, kind = "plain", children }: TaskMenuProps) {
  const t = useMessages();
  const { number } = task;
  const asked = useStore(reminderMenu, (menu) => menu?.task === number && menu.command === command);
  // Not along with the panel, which takes the focus first: a menu closes when anything else has it.
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  const open = there && asked;
  const button = useRef<HTMLButtonElement>(null);
  // The key was pressed where the button may not be in sight.
  useEffect(() => {
    if (open) button.current?.scrollIntoView({ block: "nearest" });
  }, [open]);

  return (
    <Menu
      label={t(commandOf(command).label)}
      open={open}
      onOpenChange={(next) => reminderMenu.set(next ? { task: number, command } : undefined)}
      trigger={<CommandButton ref={button} command={command} kind={kind} size="small" />}
    >
      {children}
    </Menu>
  );
}
