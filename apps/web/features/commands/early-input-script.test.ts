import { beforeEach, expect, test, vi } from "vitest";
import { earlyInputScript } from "./early-input-script.ts";

type Listener = (event: object) => void;

/** What the page hears, before React does. */
const heard = new Map<string, Listener>();
const page: { earlyInput: object[] } = { earlyInput: [] };
let timers: (() => void)[] = [];

beforeEach(() => {
  timers = [];
  const run = new Function("window", "addEventListener", "setTimeout", earlyInputScript);
  run(
    page,
    (kind: string, listener: Listener) => heard.set(kind, listener),
    (later: () => void) => timers.push(later),
  );
});

/** A button that React takes over as soon as it has an `onclick`. */
function press(onclick: Listener | null = null) {
  const own: Listener[] = [];
  const button = {
    onclick,
    addEventListener: (_kind: string, listener: Listener) => own.push(listener),
    closest: () => button,
  };
  const click = { target: button };
  heard.get("click")?.(click);
  return {
    click,
    comesAlive: () => Object.assign(button, { onclick: vi.fn() }),
    /** The click, unless React has stopped it on its way. */
    arrives() {
      for (const listener of own) listener(click);
    },
    passes() {
      for (const timer of timers) timer();
    },
  };
}

test("a click that arrives at a button nobody has taken over is kept, though that comes alive a moment later", () => {
  const { click, arrives, comesAlive, passes } = press();
  arrives();
  comesAlive();
  passes();
  expect(page.earlyInput).toEqual([click]);
});

test("a click that React stopped is kept, though the button comes alive a moment later", () => {
  const { click, comesAlive, passes } = press();
  comesAlive();
  passes();
  expect(page.earlyInput).toEqual([click]);
});

test("a click for which React took the button over is React's", () => {
  const { arrives, comesAlive, passes } = press();
  comesAlive();
  arrives();
  passes();
  expect(page.earlyInput).toEqual([]);
});

test("of a button that is alive nothing is kept", () => {
  const { arrives, passes } = press(() => undefined);
  arrives();
  passes();
  expect(page.earlyInput).toEqual([]);
});
