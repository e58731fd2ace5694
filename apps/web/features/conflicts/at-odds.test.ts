import { expect, test } from "vitest";
import { fieldsAtOdds } from "./at-odds.ts";

const seen = { name: "Errands", query: "p1", labels: ["home"], list: { id: "l1", name: "Family" } };

test("a field that both changed differently is at odds", () => {
  expect(fieldsAtOdds(seen, { ...seen, name: "Shopping" }, { name: "Chores" })).toEqual(["name"]);
});

test("what the others changed elsewhere in the thing is not at odds", () => {
  expect(fieldsAtOdds(seen, { ...seen, query: "p2" }, { name: "Chores" })).toEqual([]);
});

test("two who want the same are of one mind", () => {
  expect(fieldsAtOdds(seen, { ...seen, name: "Chores" }, { name: "Chores" })).toEqual([]);
});

test("lists of values compare as a whole, and other things by which they are", () => {
  const current = { ...seen, labels: ["home", "phone"], list: { id: "l1", name: "Folks" } };
  const mine = { labels: ["work"], list: { id: "l2", name: "Work" } };
  expect(fieldsAtOdds(seen, current, mine)).toEqual(["labels"]);
});

test("where something is to go, each change of what was seen is at odds", () => {
  const { name, query } = seen;
  expect(fieldsAtOdds(seen, { ...seen, query: "p2" }, { name, query })).toEqual(["query"]);
});
