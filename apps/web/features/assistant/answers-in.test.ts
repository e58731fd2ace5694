import { expect, test } from "vitest";
import { answersIn } from "./answers-in.ts";

test("a list after a question offers its rows", () => {
  expect(answersIn("Which one shall I delete?\n1. Milk (today)\n2. **Oat** milk\nand 3 more")).toEqual([
    { kind: "choice", number: "1", text: "Milk (today)" },
    { kind: "choice", number: "2", text: "Oat milk" },
  ]);
});

test("a list that ends in a question offers its rows", () => {
  expect(answersIn("I found two:\n\n1) Milk\n2) Eggs\n\nWhich one?")).toHaveLength(2);
});

test("a list of tasks asks nothing", () => {
  expect(answersIn("You have 2 tasks:\n1. Milk\n2. Eggs")).toEqual([]);
});

test.each([
  "Shall I add “milk” to your tasks?",
  "I added it. Should I remind you?",
  "کیا میں “دودھ” شامل کر دوں؟",
])("%s takes yes or no", (question) => {
  expect(answersIn(question)).toEqual([{ kind: "yes" }, { kind: "no" }]);
});

test.each(["What should I add?", "Do you mean milk or eggs?", "Done.", "", "Shall I? Tell me which one."])(
  "%s has no answers to tap",
  (text) => expect(answersIn(text)).toEqual([]),
);
