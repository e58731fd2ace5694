import { expect, test } from "vitest";
import { interpret } from "../interpret.ts";

const options = { now: new Date("2026-03-02T09:00:00Z"), time_zone: "UTC" };

/** Titles, each with its day where it has one. */
function added(sentence: string): string[] {
  return interpret(sentence, options).flatMap((intention) =>
    intention.operation === "add"
      ? intention.tasks.map(({ title, when }) => (when ? `${title} ${when.due_on}` : title))
      : [intention.operation],
  );
}

test.each([
  ["add milk, eggs and bread for tomorrow", ["milk 2026-03-03", "eggs 2026-03-03", "bread 2026-03-03"]],
  ["remind me to call mom and email bob tomorrow", ["call mom 2026-03-03", "email bob 2026-03-03"]],
  ["tomorrow buy milk and call mom", ["buy milk 2026-03-03", "call mom 2026-03-03"]],
  ["add milk and call mom tomorrow at 5pm", ["milk", "call mom 2026-03-03"]],
  [
    "add pay the rent urgent, finish the report by friday p2",
    ["pay the rent", "finish the report 2026-03-06"],
  ],
  ["add call mom tomorrow and buy milk", ["call mom 2026-03-03", "buy milk"]],
])("“%s”: a date is for all of a kind, or for its own task", (sentence, titles) => {
  expect(added(sentence)).toEqual(titles);
});
