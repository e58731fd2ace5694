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
    <label className="flex min-h-8 items-center gap-2.5 max-lg:min-h-11">
      <input
        ref={useEarlyTick(checked)}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0 break-words">{children}</span>
    </label>
  );
}
