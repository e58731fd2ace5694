/** A square tick with its label beside it, for choices that are not tasks. */
import type { ReactNode } from "react";
import { useEarlyTick } from "./early-choice.ts";

interface TickProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
}

export function Tick({ checked, onChange, disabled, children }: TickProps) {
  return (
    <label className="flex items-start gap-2.5 py-[max(0px,calc(1rem-0.5lh))] max-lg:py-[max(0px,calc(1.375rem-0.5lh))]">
      <span className="flex h-[1lh] shrink-0 items-center">
        <input
          ref={useEarlyTick(checked)}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          className="size-4 accent-accent"
        />
      </span>
      <span className="min-w-0 break-words">{children}</span>
    </label>
  );
}
