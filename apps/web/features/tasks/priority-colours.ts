import type { Priority } from "@todo/contract/tasks";

/** Text classes. Always beside a word or a shape: colour alone says nothing to some. */
export const priorityColours: Record<Priority, string> = {
  none: "text-ink-3",
  low: "text-low",
  medium: "text-medium",
  high: "text-high",
  urgent: "text-urgent",
};
