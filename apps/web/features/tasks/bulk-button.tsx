/** One thing to do to the selected tasks. Where there is little room, its icon alone. */
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "../../lib/class-names.ts";

interface BulkButtonProps extends ComponentProps<"button"> {
  icon: LucideIcon;
  danger?: boolean;
  children: string;
}

export const BulkButton = ({ icon: Icon, danger = false, children, ...button }: BulkButtonProps) => (
  <button
    type="button"
    title={children}
    {...button}
    className={classes(
      "inline-flex h-8 min-w-8 items-center justify-center gap-1.5 rounded-medium px-1.5 text-small transition-colors duration-150 hover:bg-hover disabled:opacity-50 data-[state=open]:bg-pressed max-lg:h-11 max-lg:min-w-11",
      danger ? "text-danger" : "text-ink-2 hover:text-ink",
    )}
  >
    <Icon aria-hidden className="size-4" />
    <span className="@max-2xl:sr-only">{children}</span>
  </button>
);
