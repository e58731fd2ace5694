import { expect, test } from "vitest";
import { english as t } from "../../messages/testing.ts";
import { titleOf } from "./title-of.ts";

const lists = [{ id: "0198-a", name: "Home" }];
const filters = [{ id: "0198-b", name: "Soon" }];

test.each([
  [{ kind: "inbox" }, "Inbox"],
  [{ kind: "list", id: "0198-a" }, "Home"],
  [{ kind: "filter", id: "0198-b" }, "Soon"],
  [{ kind: "label", name: "home" }, "home"],
] as const)("%o is called %s", (view, title) => {
  expect(titleOf(view, t, lists, filters)).toBe(title);
});

test("a list that isn't known yet is called one", () => {
  expect(titleOf({ kind: "list", id: "0198-a" }, t)).toBe("List");
});
