/** The views that everyone has, in the order in which they are shown. */
import { CalendarRange, CircleCheck, Inbox, Layers, Sun, Trash2 } from "lucide-react";

export const viewsAbove = [
  { kind: "inbox", icon: Inbox, label: "view.inbox" },
  { kind: "today", icon: Sun, label: "view.today" },
  { kind: "upcoming", icon: CalendarRange, label: "view.upcoming" },
  { kind: "all", icon: Layers, label: "view.all" },
] as const;

export const viewsBelow = [
  { kind: "completed", icon: CircleCheck, label: "view.completed" },
  { kind: "trash", icon: Trash2, label: "view.trash" },
] as const;
