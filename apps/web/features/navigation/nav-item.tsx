"use client";
import type { LucideIcon } from "lucide-react";
import { classes } from "../../lib/class-names.ts";
import { ViewLink } from "./view-link.tsx";

interface NavItemProps {
  href: string;
  icon: LucideIcon;
  label: string;
  current: boolean;
  count?: number | undefined;
  onFollow: () => void;
}

export function NavItem({ href, icon: Icon, label, current, count, onFollow }: NavItemProps) {
  return (
    <li>
      <ViewLink
        href={href}
        onClick={onFollow}
        aria-current={current ? "page" : undefined}
        className={classes(
          "flex h-8 items-center gap-2.5 rounded-medium px-2.5 transition-colors duration-150 max-lg:h-11",
          current ? "bg-pressed font-medium text-ink" : "text-ink hover:bg-hover",
        )}
      >
        <Icon
          aria-hidden
          strokeWidth={1.75}
          className={classes("size-4.5 shrink-0", current ? "text-accent" : "text-ink-2")}
        />
        <span className="min-w-0 flex-1 truncate">
          <bdi>{label}</bdi>
        </span>
        {count !== undefined && count > 0 && (
          <span className="tabular text-small text-ink-2" aria-hidden="true">
            {count}
          </span>
        )}
      </ViewLink>
    </li>
  );
}
