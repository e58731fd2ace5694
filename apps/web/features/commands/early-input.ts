/**
 * Keys pressed and buttons clicked between the first paint and the moment the
 * page comes alive: early-input-script.ts keeps them, and here they are taken
 * over, so that nobody has to do it twice.
 */
import type { CommandId } from "./commands.ts";
import { isTyping } from "./is-typing.ts";
import { isAnswered, runCommand } from "./registry.ts";

declare global {
  interface Window {
    /** A list, until somebody takes it over who does without the keys. */
    earlyInput?: (KeyboardEvent | MouseEvent)[] | { push: (click: MouseEvent) => void };
  }
}

/** How long after it was done a press or a click still means the same, ms. */
const FRESH_MS = 3_000;
/** How often we look whether what it waits for has come alive, ms. */
const LOOK_MS = 50;

/**
 * Does what was asked for meanwhile, in its order. `commandOf` says which
 * command a press means; one whose part of the page isn't alive yet waits for
 * it, as a click does, and the later ones with it. Once a command has led into
 * a line to write in, the letters behind it are written there. From then on
 * clicks alone are kept. Returns a function that gives up.
 */
export function runEarlyInput(commandOf: (event: KeyboardEvent) => CommandId | undefined): () => void {
  let kept = Array.isArray(window.earlyInput) ? window.earlyInput : [];
  let timer: ReturnType<typeof setInterval> | undefined;
  let { pathname } = window.location;

  const isFresh = ({ timeStamp }: Event) =>
    performance.now() - timeStamp < FRESH_MS && window.location.pathname === pathname;
  const press = (event: KeyboardEvent): Outcome => {
    const command = commandOf(event);
    // The script itself has kept the palette's key from the browser; of others somebody has made something.
    if (!command || (event.defaultPrevented && command !== "palette")) return "nothing";
    if (!isAnswered(command)) return "waits";
    return runCommand(command) ? "done" : "nothing";
  };
  const redo = (event: KeyboardEvent | MouseEvent): Outcome => {
    if (!isFresh(event)) return "nothing";
    return "key" in event ? press(event) : click(event);
  };
  const proceed = () => {
    for (let [next] = kept; next; [next] = kept) {
      const outcome = redo(next);
      if (outcome === "waits") return;
      kept.shift();
      if (outcome === "done" && isTyping(document.activeElement)) {
        write(kept);
        kept = [];
      }
    }
    rest();
  };
  const look = () => {
    timer ??= setInterval(proceed, LOOK_MS);
    proceed();
  };
  const rest = () => {
    clearInterval(timer);
    timer = undefined;
  };

  window.earlyInput = {
    push(click: MouseEvent) {
      if (kept.length === 0) pathname = window.location.pathname;
      kept.push(click);
      look();
    },
  };
  look();
  return () => {
    rest();
    delete window.earlyInput;
  };
}

type Outcome = "waits" | "nothing" | "done";

/** The page's own element is still there when React takes it over, and then it has an `onclick`. */
function click(event: MouseEvent): Outcome {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button?.isConnected) return "nothing";
  if (!button.onclick) return "waits";
  button.dispatchEvent(new MouseEvent("click", event));
  return "done";
}

/** Into the line that has the focus, as if they had been typed there; nothing else tells React of it. */
function write(events: (KeyboardEvent | MouseEvent)[]) {
  const letters = events.flatMap((event) =>
    "key" in event && [...event.key].length === 1 && !event.ctrlKey && !event.metaKey ? [event.key] : [],
  );
  if (letters.length > 0) document.execCommand("insertText", false, letters.join(""));
}
