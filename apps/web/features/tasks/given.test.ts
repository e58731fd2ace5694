import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { editOf, saidOf } from "./given.ts";

const viewpoint = { now: new Date("2026-01-05T09:00:00Z"), zone: "Europe/Berlin", locale: "en-GB", t };

test("a label is added to those that the task has, and not twice", () => {
  expect(editOf({ command: "label", label: "shop" }, { labels: ["home"] })).toEqual({
    labels: ["home", "shop"],
  });
  expect(editOf({ command: "label", label: "Shop" }, { labels: ["shop"] })).toEqual({ labels: ["shop"] });
});

test("where a task went is said, as its row may be gone", () => {
  const said = [
    saidOf({ command: "schedule", due: { due_on: "2026-01-06" } }, viewpoint),
    saidOf({ command: "schedule", due: null }, viewpoint),
    saidOf({ command: "move", list: { id: "1", name: "Garden" } }, viewpoint),
    saidOf({ command: "move", list: null }, viewpoint),
  ];
  expect(said).toEqual(["Moved to tomorrow.", "Date removed.", "Moved to Garden.", "Moved to Inbox."]);
});
