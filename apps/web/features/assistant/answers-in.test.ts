import { expect, test } from "vitest";
import { answersIn, besidesAnswers } from "./answers-in.ts";

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

test("rows that can be tapped aren't said once more", () => {
  expect(besidesAnswers("Which one shall I delete?\n1. Milk\n2. Eggs\nand 3 more")).toBe(
    "Which one shall I delete?\nand 3 more",
  );
});

test.each([
  "You have 2 tasks:\n1. Milk\n2. Eggs",
  `Which one?\n${Array.from({ length: 10 }, (_, n) => `${n + 1}. Milk`).join("\n")}`,
  "Shall I add it?",
])("%j is said whole", (text) => {
  expect(besidesAnswers(text)).toBe(text);
});
