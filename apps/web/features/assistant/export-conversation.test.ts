import type { Message } from "@todo/contract/conversations";
import { expect, test } from "vitest";
import { english } from "../../messages/testing.ts";
import { conversationAsMarkdown, fileNameOf } from "./export-conversation.ts";

const manner = { t: english, locale: "en-GB", zone: "Europe/Berlin" };
const message = (given: Partial<Message>): Message => ({
  id: "1",
  role: "user",
  text: "",
  run_id: null,
  status: "complete",
  tool_calls: [],
  approvals: [],
  created_at: "2026-01-05T09:00:00.000Z",
  ...given,
});

test("it says who said what and when, and what was done", () => {
  const messages = [
    message({ text: "add milk\n# and eggs" }),
    message({
      role: "assistant",
      text: "Added **milk**.",
      tool_calls: [
        {
          id: "c1",
          tool: "add_list",
          input: {},
          output: { id: "l1", name: "Groceries", undo: "g1" },
          status: "succeeded",
        },
        { id: "c2", tool: "add_task", input: {}, output: { detail: "Too long." }, status: "failed" },
      ],
    }),
  ];

  expect(conversationAsMarkdown({ title: "Milk\nand more", messages }, manner)).toBe(
    [
      "# Milk and more",
      "## You, 5 Jan 2026, 10:00",
      "> add milk\n> # and eggs",
      "## Assistant, 5 Jan 2026, 10:00",
      "Added **milk**.",
      "- Made: Groceries\n- Not done (Added): Too long.\n",
    ].join("\n\n"),
  );
});

test.each([
  ["Milk / eggs?", "Milk-eggs.md"],
  ["دودھ اور انڈے", "دودھ-اور-انڈے.md"],
  ["../..", "conversation.md"],
])("%s is kept as %s", (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});
