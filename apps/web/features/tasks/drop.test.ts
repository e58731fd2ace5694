import type { Task } from "@todo/contract/tasks";
import { describe, expect, test } from "vitest";
import { canMove, dragKindOf, landingOf, nextGap } from "./drop.ts";
import { type Group, itemsOf } from "./groups.ts";

const task = (id: string) => ({ id, title: id }) as Task;
const [a, b, c] = [task("a"), task("b"), task("c")] as const;
const group = (id: string, tasks: Task[], day?: string): Group => ({
  id,
  title: day && `day ${id}`,
  day,
  tasks,
});

test("only an order that is the person's own can be changed by hand", () => {
  expect(dragKindOf({ kind: "inbox" }, {})).toBe("place");
  expect(dragKindOf({ kind: "list", id: "1" }, { sort: "position" })).toBe("place");
  expect(dragKindOf({ kind: "list", id: "1" }, { sort: "due" })).toBeUndefined();
  expect(dragKindOf({ kind: "list", id: "1" }, { order: "desc" })).toBeUndefined();
  expect(dragKindOf({ kind: "label", name: "x" }, {})).toBeUndefined();
  expect(dragKindOf({ kind: "upcoming" }, {})).toBe("day");
});

describe("in Today", () => {
  const late = { ...task("late"), due_on: "2026-01-04" };
  const past = { ...task("past"), due_on: "2026-01-05", due_time: "08:00" };
  const items = itemsOf([
    { ...group("overdue", [late, past]), title: "Overdue" },
    group("today", [b], "2026-01-05"),
  ]);
  const kind = dragKindOf({ kind: "today" }, {})!;
  const end = items.length;

  test("what is overdue can be brought to the day, and the day's own tasks stay", () => {
    expect(landingOf(kind, items, late, end)).toMatchObject({ day: "2026-01-05" });
    expect(landingOf(kind, items, b, 0)).toBeUndefined();
    expect(items.filter((item) => item.kind === "task" && canMove(kind, items, item))).toMatchObject([
      { task: { id: "late" } },
      { task: { id: "past" } },
    ]);
  });

  test("what was due earlier on the day itself has nowhere to go", () => {
    expect(landingOf(kind, items, past, end)).toBeUndefined();
  });
});

describe("in a list", () => {
  const items = itemsOf([group("all", [a, b, c])]);

  test("a task lands behind the one above the gap, or before the first", () => {
    expect(landingOf("place", items, a, 3)).toMatchObject({ side: "after", neighbour: c, place: 3 });
    expect(landingOf("place", items, a, 2)).toMatchObject({ side: "after", neighbour: b, place: 2 });
    expect(landingOf("place", items, c, 0)).toMatchObject({ side: "before", neighbour: a, place: 1 });
    expect(landingOf("place", items, c, 1)).toMatchObject({ side: "after", neighbour: a, place: 2 });
  });

  test("the gaps on both sides of it are its own place", () => {
    expect(landingOf("place", items, b, 1)).toBeUndefined();
    expect(landingOf("place", items, b, 2)).toBeUndefined();
  });

  test("keys pass over its own place and stop at the ends", () => {
    expect(nextGap("place", items, a, 0, 1)).toBe(2);
    expect(nextGap("place", items, a, 2, -1)).toBe(0);
    expect(nextGap("place", items, b, 1, -1)).toBe(0);
    expect(nextGap("place", items, b, 0, -1)).toBe(0);
    expect(nextGap("place", items, b, 3, 1)).toBe(3);
  });
});

describe("in an agenda", () => {
  const items = itemsOf([
    group("mon", [a, b], "2026-01-05"),
    group("tue", [], "2026-01-06"),
    group("wed", [c], "2026-01-07"),
  ]);

  test("a task lands on the day that the gap belongs to", () => {
    expect(landingOf("day", items, a, items.length)).toMatchObject({ day: "2026-01-07" });
    expect(landingOf("day", items, c, 0)).toMatchObject({ day: "2026-01-05" });
    expect(landingOf("day", items, a, 3)).toBeUndefined();
  });

  test("keys go from day to day, empty ones included", () => {
    const tuesday = nextGap("day", items, a, 1, 1);
    expect(landingOf("day", items, a, tuesday)).toMatchObject({ day: "2026-01-06" });
    const wednesday = nextGap("day", items, a, tuesday, 1);
    expect(landingOf("day", items, a, wednesday)).toMatchObject({ day: "2026-01-07" });
    expect(nextGap("day", items, a, wednesday, 1)).toBe(wednesday);
  });
});
