/** A row of the palette, and the heading over some of them. */
import { Command as Listbox } from "cmdk";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { KeyCap } from "../../ui/key-cap.tsx";
import { writtenKeys } from "./commands.ts";
import { isApple } from "./is-apple.ts";

export const Part = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <Listbox.Group
    heading={heading}
    className="pb-1 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-2"
  >
    {children}
  </Listbox.Group>
);

interface RowProps {
  /** What cmdk knows it by. */
  value: string;
  icon: LucideIcon;
  keys?: string | undefined;
  aside?: string | undefined;
  onSelect: () => void;
  children: string;
}

export const Row = ({ value, icon: Icon, keys, aside, onSelect, children }: RowProps) => (
  <Listbox.Item
    value={value}
    onSelect={onSelect}
    className="flex min-h-9 cursor-default items-center gap-3 rounded-medium px-2.5 select-none data-[selected=true]:bg-pressed max-lg:min-h-11"
  >
    <Icon aria-hidden strokeWidth={1.75} className="size-4.5 shrink-0 text-ink-2" />
    <span className="min-w-0 flex-1 truncate">
      <bdi>{children}</bdi>
    </span>
    {aside && <bdi className="max-w-40 truncate text-small text-ink-2">{aside}</bdi>}
    {keys && (
      <span className="flex gap-1 max-lg:hidden">
        {writtenKeys(keys, isApple())
          .split(" ")
          .map((key) => (
            <KeyCap key={key}>{key}</KeyCap>
          ))}
      </span>
    )}
  </Listbox.Item>
);
