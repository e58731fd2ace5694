import { expect, test } from "vitest";
import { allOf, extended, kept, noSelection, toggled } from "./selection.ts";

const order = ["a", "b", "c", "d", "e"];

test("one after another is selected, and taken out again", () => {
  const both = toggled(toggled(noSelection, "a"), "c");
  expect([...both.ids]).toEqual(["a", "c"]);
  expect([...toggled(both, "a").ids]).toEqual(["c"]);
});

test("a range goes from the last one selected by itself, in either direction", () => {
  const fromC = toggled(noSelection, "c");
  expect([...extended(fromC, "e", order).ids]).toEqual(["c", "d", "e"]);
  const both = extended(extended(fromC, "e", order), "a", order);
  expect([...both.ids].sort()).toEqual(order);
  expect(both.anchor).toBe("c");
});

test("a range without a beginning is the one task", () => {
  expect([...extended(noSelection, "b", order).ids]).toEqual(["b"]);
  expect([...extended(toggled(noSelection, "gone"), "b", order).ids]).toEqual(["gone", "b"]);
});

test("all are all that are shown, and what is shown no longer is not selected", () => {
  expect(allOf(order).ids.size).toBe(5);
  expect([...kept(allOf(order), ["b", "c"]).ids]).toEqual(["b", "c"]);
});
