import { expect, test } from "vitest";
import { besidesCards } from "./besides-cards.ts";

const waits = { status: "pending" as const, summary: "Delete 2 tasks: milk, eggs" };
const SENTENCE = "Waiting for your approval to delete 2 tasks: milk, eggs.";

test("what a card asks isn't said once more above it", () => {
  expect(besidesCards(SENTENCE, [waits])).toBe("");
});

test("what the model said before stays", () => {
  expect(besidesCards(`I found two.\n\n${SENTENCE}`, [waits])).toBe("I found two.");
});

test("words that say something else stay", () => {
  expect(besidesCards("Shall I delete them?", [waits])).toBe("Shall I delete them?");
});

test("once it is decided, everything that was said is shown", () => {
  expect(besidesCards(SENTENCE, [{ ...waits, status: "approved" }])).toBe(SENTENCE);
});
