"use client";
/** A menu behind a button, on Radix: arrows, typing ahead and Escape come with it. */
import { DropdownMenu } from "radix-ui";
import { type MouseEvent, type ReactNode, useState } from "react";
import { classes } from "../lib/class-names.ts";
import { useCloseRequest } from "./use-close-request.ts";

const itemClasses =
  "flex min-h-8 cursor-default items-center gap-2.5 rounded-small px-2.5 text-ink outline-none select-none data-highlighted:bg-hover data-disabled:opacity-50 max-lg:min-h-11";

interface MenuProps {
  trigger: ReactNode;
  label: string;
  /** Where a key opens it as well. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

export function Menu({ trigger, label, children, ...opened }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const { open = isOpen, onOpenChange = setOpen } = opened;
  useCloseRequest(open, () => onOpenChange(false));
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild onClick={press}>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="scroller z-60 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-80 animate-appear rounded-large bg-raised p-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** It opens when it is pressed; a click from before the page was alive, which is done again, has only been a click. */
function press({ nativeEvent, currentTarget }: MouseEvent) {
  if (!nativeEvent.isTrusted) currentTarget.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
}

interface ItemProps {
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  icon?: ReactNode;
  /** Quiet words at the end: a date, a key. */
  aside?: ReactNode;
  children: ReactNode;
}

export function MenuItem({ onSelect, danger, disabled, icon, aside, children }: ItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      disabled={disabled ?? false}
      className={classes(itemClasses, danger && "text-danger")}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">
        <bdi>{children}</bdi>
      </span>
      {aside && <span className="ps-4 text-small text-ink-3">{aside}</span>}
    </DropdownMenu.Item>
  );
}

export const MenuSeparator = () => <DropdownMenu.Separator className="mx-2.5 my-1 h-px bg-hairline" />;
