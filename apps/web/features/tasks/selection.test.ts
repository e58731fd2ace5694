import { expect, test } from "vitest";
import {
  allOf,
  extended,
  kept,
  noSelection,
  selectAll,
  selectClick,
  selection,
  showInOrder,
  toggled,
} from "./selection.ts";

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
  expect(allOf(order, false).ids.size).toBe(5);
  expect([...kept(allOf(order, false), ["b", "c"]).ids]).toEqual(["b", "c"]);
});

test("where more are to come all of them are selected as they come, and then no further ones", () => {
  showInOrder(["a", "b"], true);
  selectAll();
  showInOrder(["a", "b", "c", "d"], true);
  expect(selection.get()).toMatchObject({ ids: new Set(["a", "b", "c", "d"]), growing: true });
  showInOrder(order, false);
  showInOrder([...order, "new"], false);
  expect(selection.get()).toMatchObject({ ids: new Set(order), growing: false });
});

test("whoever takes one out of all while they come has chosen by themselves", () => {
  showInOrder(["a", "b"], true);
  selectAll();
  selectClick("a", false);
  showInOrder(order, false);
  expect([...selection.get().ids]).toEqual(["b"]);
});
