/** Where a dragged task lands. Pure: a drop is a gap between two items, from 0 above the first. */
import type { Task } from "@todo/contract/tasks";
import type { Filters } from "../navigation/filters.ts";
import type { View } from "../navigation/views.ts";
import type { Group, Item } from "./groups.ts";

/** What dragging changes: the place in its list, or the day. */
export type DragKind = "place" | "day";

export type Landing =
  | { kind: "place"; side: "after" | "before"; neighbour: Task /** From 1. */; place: number }
  | { kind: "day"; group: Group; day: string };

/** Nothing where the order isn't a person's to make. In Today what is overdue can be brought to today. */
export function dragKindOf(view: View, { sort, order }: Filters): DragKind | undefined {
  if (view.kind === "upcoming" || view.kind === "today") return "day";
  if (view.kind !== "inbox" && view.kind !== "list") return undefined;
  return (sort ?? "position") === "position" && (order ?? "asc") === "asc" ? "place" : undefined;
}

/** Whether dragging this item could change anything. */
export const canMove = (kind: DragKind, items: Item[], { group }: Item) =>
  kind === "place" || items.some((item) => item.group !== group && item.group.day !== undefined);

/** Nothing where it would land where it is. */
export function landingOf(kind: DragKind, items: Item[], task: Task, gap: number): Landing | undefined {
  const own = items.findIndex((item) => item.kind === "task" && item.task.id === task.id);
  if (kind === "day") {
    const group = (items[Math.max(0, gap - 1)] ?? items.at(-1))?.group;
    if (!group?.day || group === items[own]?.group || group.day === task.due_on) return undefined;
    return { kind, group, day: group.day };
  }
  if (gap === own || gap === own + 1) return undefined;
  const [above, below] = [items[gap - 1], items[gap]];
  const place = gap > own && own !== -1 ? gap : gap + 1;
  if (above?.kind === "task") return { kind, side: "after", neighbour: above.task, place };
  if (below?.kind === "task") return { kind, side: "before", neighbour: below.task, place };
  return undefined;
}

/** The next gap that means something else, in one direction; the same where there is none. */
export function nextGap(kind: DragKind, items: Item[], task: Task, gap: number, step: 1 | -1): number {
  const own = items.findIndex((item) => item.kind === "task" && item.task.id === task.id);
  if (kind === "place") {
    const next = gap + step;
    // Both gaps around the task itself are its own place.
    const wanted = next === own + 1 && step === 1 ? next + 1 : next === own + 1 && step === -1 ? own : next;
    return wanted < 0 || wanted > items.length ? gap : wanted;
  }
  const group = items[Math.max(0, gap - 1)]?.group;
  const groups = [...new Set(items.map((item) => item.group))];
  const target = groups[groups.indexOf(group ?? groups[0]!) + step];
  if (!target) return gap;
  // Behind its last item, where a new task of that day would stand.
  return items.findLastIndex((item) => item.group === target) + 1;
}
