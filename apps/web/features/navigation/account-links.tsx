"use client";
/** The way to the settings and the list of keys. */
import { Keyboard, Settings } from "lucide-react";
import { usePathname } from "next/navigation";
import { useMessages } from "../../messages/use-messages.tsx";
import { CommandIconButton } from "../commands/command-icon-button.tsx";
import { runWhenAnswered } from "../commands/registry.ts";
import { NavItem } from "./nav-item.tsx";

export function AccountLinks({ onFollow = () => {} }: { onFollow?: () => void }) {
  const t = useMessages();
  const pathname = usePathname();

  return (
    <div className="flex items-center gap-1">
      <ul className="min-w-0 flex-1">
        <NavItem
          href="/settings"
          icon={Settings}
          label={t("settings.title")}
          current={pathname === "/settings"}
          onFollow={onFollow}
        />
      </ul>
      <CommandIconButton
        command="help"
        label={t("command.help")}
        className="max-lg:hidden"
        onClick={() => runWhenAnswered("help")}
      >
        <Keyboard aria-hidden strokeWidth={1.75} className="size-4.5" />
      </CommandIconButton>
    </div>
  );
}
