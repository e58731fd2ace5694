import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runEarlyInput } from "./early-input.ts";
import { usualKeys } from "./key-map.ts";
import { commandFor } from "./match-key.ts";
import { register } from "./registry.ts";

class Line {
  isContentEditable = false;
  matches = () => true;
}

const here = { pathname: "/today" };
const page: { activeElement: Line | null; execCommand: ReturnType<typeof vi.fn> } = {
  activeElement: null,
  execCommand: vi.fn(),
};
const done: string[] = [];
const closing: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  here.pathname = "/today";
  page.activeElement = null;
  page.execCommand.mockReset();
  done.length = 0;
  vi.stubGlobal("HTMLElement", Line);
  vi.stubGlobal("document", page);
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const press = (key: string, given: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  defaultPrevented: false,
  timeStamp: performance.now(),
  ...given,
});

/** The part of the page that answers the command comes alive. */
const comesAlive = (command: "next" | "palette" | "add" | "help", act: () => unknown = () => undefined) =>
  closing.push(
    register(command, () => {
      done.push(command);
      return act();
    }),
  );

/** What the script in the page has kept is taken over. */
function takenOver(...earlyInput: object[]) {
  const window = { earlyInput, location: here };
  vi.stubGlobal("window", window);
  closing.push(runEarlyInput((event) => commandFor(event, usualKeys)));
  return window;
}

test("a press is done at once where its part is alive, and no more are kept", () => {
  comesAlive("next");
  const { earlyInput } = takenOver(press("j"));
  expect(Array.isArray(earlyInput)).toBe(false);
  expect(done).toEqual(["next"]);
});

test("a press waits for its part, and the later ones with it", () => {
  comesAlive("next");
  takenOver(press("?"), press("j"));
  vi.advanceTimersByTime(100);
  expect(done).toEqual([]);
  comesAlive("help");
  vi.advanceTimersByTime(100);
  expect(done).toEqual(["help", "next"]);
});

test("a press that nothing answers in three seconds is forgotten, and holds nothing up", () => {
  comesAlive("next");
  const late = press("j", { timeStamp: performance.now() + 2_000 });
  takenOver(press("?"), late);
  vi.advanceTimersByTime(3_100);
  comesAlive("help");
  vi.advanceTimersByTime(3_000);
  expect(done).toEqual(["next"]);
});

test("on another page nothing is done any more", () => {
  takenOver(press("j"));
  here.pathname = "/upcoming";
  comesAlive("next");
  vi.advanceTimersByTime(100);
  expect(done).toEqual([]);
});

test("of what was kept from the browser only the palette's key is done", () => {
  comesAlive("next");
  comesAlive("palette");
  takenOver(press("j", { defaultPrevented: true }), press("k", { ctrlKey: true, defaultPrevented: true }));
  expect(done).toEqual(["palette"]);
});

test("letters behind a command that leads into a line are written there", () => {
  comesAlive("add", () => {
    page.activeElement = new Line();
  });
  comesAlive("next");
  takenOver(press("q"), press("j"), press("a", { ctrlKey: true }), press("Shift"), press("m"));
  expect(done).toEqual(["add"]);
  expect(page.execCommand.mock.calls).toEqual([["insertText", false, "jm"]]);
});

test("letters that were typed into a line are its own already", () => {
  page.activeElement = new Line();
  takenOver(press("1"), press("2"));
  expect(page.execCommand).not.toHaveBeenCalled();
});

test("once given up nothing waits any more", () => {
  vi.stubGlobal("window", { earlyInput: [press("j")], location: here });
  const giveUp = runEarlyInput((event) => commandFor(event, usualKeys));
  giveUp();
  comesAlive("next");
  vi.advanceTimersByTime(3_000);
  expect(done).toEqual([]);
});
