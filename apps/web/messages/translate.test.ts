import { expect, test } from "vitest";
import { english as t, urdu } from "./testing.ts";
import { translator } from "./translate.ts";

test("a message takes the form that its count needs", () => {
  expect(t("count.tasks", { count: 1 })).toBe("1 task");
  expect(t("count.tasks", { count: 0 })).toBe("0 tasks");
  expect(urdu("count.things", { count: 1 })).toBe("1 چیز");
  expect(urdu("count.things", { count: 3 })).toBe("3 چیزیں");
});

test("what people wrote keeps its own direction in a sentence from right to left", () => {
  expect(urdu("toast.completed", { title: "Buy milk (2 l)" })).toBe("“\u2068Buy milk (2 l)\u2069” مکمل ہوا۔");
  expect(t("toast.completed", { title: "Buy milk" })).toBe("Completed “Buy milk”.");
});

test("what looks like a placeholder in somebody's title stays as it is", () => {
  expect(t("toast.completed", { title: "{count} $& {title}" })).toBe("Completed “{count} $& {title}”.");
});

test("a name from elsewhere is known or not", () => {
  expect(["did.add_task", "did.nothing", "did.toString", "toString"].filter((key) => t.knows(key))).toEqual([
    "did.add_task",
  ]);
});

test("a message that isn't there is an error that names it", () => {
  const empty = translator({}, { language: "en", locale: "en", direction: "ltr" });
  expect(() => empty("action.add")).toThrow("There is no message “action.add” here.");
});
