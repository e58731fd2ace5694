import { expect, test } from "vitest";
import { completeFilter } from "./complete.ts";

const names = { labels: ["home", "to buy", "hobby"], lists: ["Groceries", "Home & garden"] };

/** The text with each suggestion in its place; `‸` is where the cursor is. */
function completed(text: string): string[] {
  const cursor = text.indexOf("‸");
  const typed = text.replace("‸", "");
  const { span, suggestions } = completeFilter(typed, cursor, names);
  return suggestions.map((one) => typed.slice(0, span.start) + one.text + typed.slice(span.end));
}

test.each([
  ["@h‸", ["@home", "@hobby"]],
  ["p1 & (@bu‸ | p2)", ['p1 & (@"to buy" | p2)']],
  ['@"to‸', ['@"to buy"']],
  ["#‸", ["#inbox", "#Groceries", '#"Home & garden"']],
  ["#gar‸", ['#"Home & garden"']],
  ["due before to‸", ["due before today", "due before tomorrow"]],
  ["@home due ne‸", ["@home due next week", "@home due next 7 days"]],
  ["completed la‸", ["completed last week", "completed last month", "completed last 7 days"]],
  ["p1 & no d‸", ["p1 & no date", "p1 & no description"]],
  ["!rec‸", ["!recurring", "!no recurrence"]],
  ["milk over‸", ["milk overdue"]],
  ["@nothing‸", []],
  // Nothing of the kind begins so, but one of the other does.
  ["#hob‸", ["@hobby"]],
  ["@gro‸", ["#Groceries"]],
])("%s", (text, expected) => {
  expect(completed(text)).toEqual(expected);
});

test("an empty field is offered what there is", () => {
  expect(completed("‸")).toContain("due today");
});
