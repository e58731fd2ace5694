/** Buttons. One accent: `primary` is for the one thing to do next. */
import type { ComponentProps, ReactNode } from "react";
import { classes } from "../lib/class-names.ts";

type Kind = "primary" | "plain" | "quiet" | "danger";

const kinds: Record<Kind, string> = {
  primary: "bg-accent text-on-accent font-medium hover:bg-accent-hover",
  plain: "border border-control/45 bg-raised text-ink hover:bg-hover",
  quiet: "text-ink-2 hover:bg-hover hover:text-ink",
  danger: "bg-danger-fill text-on-danger font-medium hover:brightness-110",
};

interface ButtonProps extends ComponentProps<"button"> {
  kind?: Kind;
  size?: "small" | "medium";
}

export function Button({
  kind = "plain",
  size = "medium",
  className,
  type = "button",
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(
        "inline-flex shrink-0 items-center justify-center gap-2 rounded-medium transition-colors duration-150 disabled:opacity-50",
        size === "small" ? "h-8 px-2.5 text-small max-lg:h-11 max-lg:px-3.5" : "h-9 px-3.5 max-lg:h-11",
        kinds[kind],
        className,
      )}
      {...props}
    />
  );
}

/** A tooltip: what it does, and the key that does the same. Nothing where there is no key. */
export const withKeys = (label: string, keys: string | undefined) => keys && `${label} (${keys})`;

interface IconButtonProps extends ComponentProps<"button"> {
  /** Read aloud, and shown as a tooltip. */
  label: string;
  shortcut?: string | undefined;
  children: ReactNode;
}

export function IconButton({ label, shortcut, className, type = "button", ...props }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={withKeys(label, shortcut) ?? label}
      className={classes(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-medium text-ink-2 transition-colors duration-150 hover:bg-hover hover:text-ink disabled:opacity-50 data-[state=open]:bg-pressed max-lg:size-11",
        className,
      )}
      {...props}
    />
  );
}
