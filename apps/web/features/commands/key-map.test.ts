import { describe, expect, test } from "vitest";
import { commands } from "./commands.ts";
import { holderOf, isUsable, keysOf, readKeyMap, usualKeys, withKeys } from "./key-map.ts";
import { commandFor, commandInRow } from "./match-key.ts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", true>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test("no two commands have the same usual keys", () => {
  const used = commands.map(({ keys }) => keys).filter((keys) => keys !== "");
  expect(new Set(used).size).toBe(used.length);
});

describe("with single keys turned off", () => {
  const map = { ...usualKeys, single: false };

  test.each(commands.map(({ id, keys }) => [id, keys]))("%s needs a modifier, or Escape", (id) => {
    expect(keysOf(id, map)).toMatch(/^$|^mod\+|^Escape$/);
  });

  test("a letter does nothing, and ⌘ with one still does", () => {
    expect(commandFor(press("q"), map)).toBeUndefined();
    expect(commandFor(press("k", { metaKey: true }), map)).toBe("palette");
  });
});

test("in a row the arrows, Home and End lead on, whatever keys are chosen; with Shift or a modifier they keep their own meaning", () => {
  const keys = ["ArrowDown", "ArrowUp", "Home", "End"];
  expect(keys.map((key) => commandInRow(press(key)))).toEqual(["next", "previous", "first", "last"]);
  expect(keys.map((key) => commandFor(press(key), usualKeys))).toEqual(keys.map(() => undefined));
  expect(commandInRow(press("ArrowDown", { shiftKey: true }))).toBeUndefined();
  expect(commandInRow(press("ArrowDown", { ctrlKey: true }))).toBeUndefined();
  expect(commandInRow(press("ArrowDown", { altKey: true }))).toBeUndefined();
  expect(commandInRow(press("j"))).toBeUndefined();
});

test("a command with other keys answers them, and no longer the usual ones", () => {
  const map = withKeys(usualKeys, "add", "n");
  expect(commandFor(press("n"), map)).toBe("add");
  expect(commandFor(press("q"), map)).toBeUndefined();
});

test("keys that somebody chose are not taken by a command that has them usually", () => {
  const map = withKeys(usualKeys, "add", "#");
  expect(commandFor(press("#"), map)).toBe("add");
  expect(keysOf("delete", map)).toBe("");
});

test("the usual keys given back leave nothing to keep", () => {
  expect(withKeys(withKeys(usualKeys, "add", "n"), "add", "q")).toEqual(usualKeys);
});

test("keys know whose they are, also while single ones are off", () => {
  expect(holderOf("q", { single: false, own: {} })).toBe("add");
  expect(holderOf("", withKeys(usualKeys, "add", ""))).toBeUndefined();
});

test.each(["a", "?", "ش", "mod+b", "mod+shift+b"])("%s can stand for a command", (keys) => {
  expect(isUsable(keys)).toBe(true);
});

test.each(["Enter", " ", "ArrowUp", "mod+Enter", "F5", ""])("%j can't", (keys) => {
  expect(isUsable(keys)).toBe(false);
});

test("what was kept is read again", () => {
  const map = withKeys({ ...usualKeys, single: false }, "add", "n");
  expect(readKeyMap(JSON.stringify(map))).toEqual(map);
});

test.each([
  "",
  "nonsense",
  "null",
  "[]",
  '{"own":null}',
  '{"own":{"add":7,"toString":"x","search":"Enter"}}',
])("of %s the usual keys are what is left", (kept) => expect(readKeyMap(kept)).toEqual(usualKeys));
