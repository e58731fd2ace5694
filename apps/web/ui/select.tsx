/** The platform's own select, dressed: it is keyboard, touch and screen-reader proof by itself. */
import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "../lib/class-names.ts";
import { useEarlyChoice } from "./early-choice.ts";

interface SelectProps extends ComponentProps<"select"> {
  label: string;
  /** Labels that stand elsewhere are still read aloud. */
  labelHidden?: boolean;
  compact?: boolean;
  children: ReactNode;
}

export function Select({
  label,
  labelHidden = false,
  compact = false,
  className,
  children,
  ...select
}: SelectProps) {
  const id = useId();
  return (
    <div className={classes("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-small font-medium text-ink"}>
        {label}
      </label>
      <span className="relative flex min-w-0">
        <select
          {...select}
          ref={useEarlyChoice(select.value)}
          id={id}
          className={classes(
            "min-w-0 appearance-none truncate rounded-medium border border-control/70 bg-paper pe-8 text-ink transition-colors duration-150 hover:border-control focus-visible:border-accent disabled:cursor-default disabled:opacity-60 max-lg:h-11",
            compact
              ? "field-sizing-content h-8 max-w-56 ps-2.5 text-small"
              : "h-9 w-full ps-3 [&:lang(ur)]:indent-[0.4em]",
          )}
        >
          {children}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-3"
        />
      </span>
    </div>
  );
}
