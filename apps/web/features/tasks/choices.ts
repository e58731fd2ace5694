/** The values that a command about tasks is given by choosing: in its menus, for one task or for many, and in the palette. Pure. */
import type { Label, List as TaskList } from "@todo/contract/lists";
import {
  CalendarArrowUp,
  CalendarDays,
  CalendarX,
  Flag,
  Inbox,
  List,
  type LucideIcon,
  Sun,
  Tag,
} from "lucide-react";
import type { Say } from "../../messages/messages.ts";
import { commandOf } from "../commands/commands.ts";
import type { Entry } from "../commands/entries.ts";
import { priorities } from "../navigation/filters.ts";
import { addDays, dayIn, weekdayOf } from "./calendar.ts";
import type { Viewpoint } from "./due.ts";
import type { Given, GivenBy } from "./given.ts";
import { priorityColours } from "./priority-colours.ts";

export type Choice<Of extends Given = Given> = Entry & {
  given: Of;
  /** In the menu of its command, which says the rest. */
  label: string;
  icon: LucideIcon;
  /** A text class for the icon. */
  colour?: string;
  aside?: string;
};

const MONDAY = 1;

type Value<Of extends Given> = Pick<Choice<Of>, "given" | "label" | "icon" | "colour" | "aside"> & {
  /** Behind the command's name, where that isn't its label. */
  value?: string;
};

/** `id`: of the value, among those of its command. */
export function choice<Of extends Given>(
  t: Say,
  id: string,
  { given, label, value = label, ...looks }: Value<Of>,
): Choice<Of> {
  const { command } = given;
  return {
    key: `${command} ${id}`,
    text: t("palette.choice", { command: nameOf(command, t), value }),
    also: t(commandOf(command).label),
    given,
    label,
    ...looks,
  };
}

function nameOf(command: Given["command"], t: Say): string {
  switch (command) {
    case "schedule":
      return t("field.due");
    case "priority":
      return t("field.priority");
    case "move":
      return t("select.move");
    case "label":
      return t("select.addLabel");
    case "snooze":
      return t("reminder.snooze");
    case "remind":
      return t("palette.remind");
  }
}

/** The days people mean most. */
export function dayChoices({ now, zone, locale, t }: Viewpoint): Choice<GivenBy<"schedule">>[] {
  const today = dayIn(now, zone);
  const nextMonday = addDays(today, (MONDAY - weekdayOf(today) + 7) % 7 || 7);
  const day = (id: string, due_on: string, label: string, icon: LucideIcon) =>
    choice<GivenBy<"schedule">>(t, id, {
      given: { command: "schedule", due: { due_on } },
      label,
      icon,
      aside: weekdayName(due_on, locale),
    });
  return [
    day("today", today, t("schedule.today"), Sun),
    day("tomorrow", addDays(today, 1), t("schedule.tomorrow"), CalendarDays),
    day("nextWeek", nextMonday, t("schedule.nextWeek"), CalendarArrowUp),
  ];
}

export const noDay = (t: Say): Choice<GivenBy<"schedule">> =>
  choice(t, "none", {
    given: { command: "schedule", due: null },
    label: t("schedule.none"),
    icon: CalendarX,
  });

export const priorityChoices = (t: Say): Choice<GivenBy<"priority">>[] =>
  priorities.map((priority) =>
    choice(t, priority, {
      given: { command: "priority", priority },
      label: t(`priority.${priority}`),
      icon: Flag,
      colour: priorityColours[priority],
    }),
  );

export const listChoices = (t: Say, lists: Pick<TaskList, "id" | "name">[]): Choice<GivenBy<"move">>[] => [
  choice(t, "inbox", { given: { command: "move", list: null }, label: t("view.inbox"), icon: Inbox }),
  ...lists.map(({ id, name }) =>
    choice(t, id, { given: { command: "move", list: { id, name } }, label: name, icon: List }),
  ),
];

export const labelChoices = (t: Say, labels: Pick<Label, "id" | "name">[]): Choice<GivenBy<"label">>[] =>
  labels.map(({ id, name }) =>
    choice(t, id, { given: { command: "label", label: name }, label: name, icon: Tag }),
  );

const weekdayName = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
