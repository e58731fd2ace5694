"use client";
/** The way to the settings and the list of keys. */
import { Keyboard, Settings } from "lucide-react";
import { usePathname } from "next/navigation";
import { t } from "../../lib/messages/translate.ts";
import { IconButton } from "../../ui/button.tsx";
import { keysOf, runCommand } from "../commands/commands.ts";
import { NavItem } from "./nav-item.tsx";

export function AccountLinks({ onFollow = () => {} }: { onFollow?: () => void }) {
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
      <IconButton
        label={t("shortcuts.title")}
        shortcut={keysOf("help")}
        className="max-lg:hidden"
        onClick={() => void runCommand("help")}
      >
        <Keyboard aria-hidden strokeWidth={1.75} className="size-4.5" />
      </IconButton>
    </div>
  );
}
