"use client";
/** The round checkbox. Its ring has the colour of the priority; the target is larger than the circle. */
import type { Priority } from "@todo/contract/tasks";
import { useEffect, useState } from "react";
import { classes } from "../lib/class-names.ts";
import { useEarlyTick } from "./early-choice.ts";

const rings: Record<Priority, string> = {
  none: "text-control",
  low: "text-low",
  medium: "text-medium",
  high: "text-high",
  urgent: "text-urgent",
};

interface CheckCircleProps {
  label: string;
  checked: boolean;
  priority: Priority;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export function CheckCircle({ label, checked: given, priority, disabled, onChange }: CheckCircleProps) {
  // A click shows at once; what is given follows a moment later, or takes it back.
  const [clicked, setClicked] = useState<boolean>();
  const checked = clicked ?? given;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs because what is given has changed.
  useEffect(() => setClicked(undefined), [given]);

  return (
    <label
      className={classes(
        "group/check relative z-10 -m-3 flex size-11 shrink-0 items-center justify-center has-focus-visible:outline-2 has-focus-visible:-outline-offset-8 has-focus-visible:outline-accent rounded-full",
        rings[priority],
      )}
    >
      <input
        ref={useEarlyTick(checked)}
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        onChange={(event) => {
          setClicked(event.target.checked);
          onChange(event.target.checked);
        }}
        className="absolute inset-0 size-full opacity-0"
      />
      <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5">
        <circle
          cx="10"
          cy="10"
          r="8.5"
          fill={checked ? "currentColor" : "transparent"}
          stroke="currentColor"
          strokeWidth={priority === "none" ? 1.5 : 2}
          className="transition-[fill] duration-150"
        />
        <path
          d="m6.2 10.4 2.6 2.5 5-5.4"
          fill="none"
          stroke={checked ? "var(--paper)" : "currentColor"}
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
          className={classes(
            "transition-opacity duration-150",
            checked ? "opacity-100" : "opacity-0 group-hover/check:opacity-70",
          )}
        />
      </svg>
    </label>
  );
}
