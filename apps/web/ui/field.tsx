/** A labelled input with its hint and its error, tied together for those who listen. */
import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "../lib/class-names.ts";

export const inputClasses =
  "h-9 min-w-0 rounded-medium border border-control/70 bg-paper px-3 text-ink transition-[border-color] duration-150 hover:border-control focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1 aria-invalid:border-danger disabled:opacity-60 max-lg:h-11 max-lg:text-base";

/** Text that is edited where it stands: it looks like a field once it is pointed at. */
export const quietInput =
  "-mx-2 w-[calc(100%+1rem)] resize-none rounded-medium px-2 py-1 field-sizing-content outline-none transition-colors duration-150 hover:bg-hover focus-visible:bg-canvas focus-visible:shadow-[inset_0_0_0_1px_var(--control)]";

interface FieldProps extends ComponentProps<"input"> {
  label: string;
  hint?: string | undefined;
  error?: ReactNode;
  /** The field gets the focus along with its error, and is told with it. */
  toldWithFocus?: boolean;
}

export function Field({ label, hint, error, toldWithFocus = false, className, ...input }: FieldProps) {
  const id = useId();
  const described = error ? `${id}-error` : hint && `${id}-hint`;

  return (
    <div className={classes("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="text-small font-medium text-ink">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described}
        className={classes(inputClasses, "w-full")}
      />
      {hint && !error && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role={toldWithFocus ? undefined : "alert"} className="text-small text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
