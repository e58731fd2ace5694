/**
 * Keys pressed between the first paint and the moment the page comes alive:
 * early-keys-script.ts keeps them, and here they are taken over, so that nobody
 * has to press twice.
 */
import type { CommandId } from "./commands.ts";
import { isTyping } from "./is-typing.ts";
import { handlersOf, isAnswered, runCommand } from "./registry.ts";

declare global {
  interface Window {
    earlyKeys?: KeyboardEvent[];
  }
}

/** How long after the press a command still means the same, ms. */
const FRESH_MS = 3_000;

/**
 * Does what was asked for meanwhile, in its order. `commandOf` says which
 * command a press means; one whose part of the page isn't alive yet waits for
 * it, and the later ones with it. Once a command has led into a line to write
 * in, the letters behind it are written there. Returns a function that gives up.
 */
export function runEarlyKeys(commandOf: (event: KeyboardEvent) => CommandId | undefined): () => void {
  let kept = window.earlyKeys ?? [];
  delete window.earlyKeys;
  const { pathname } = window.location;

  const meantBy = (event: KeyboardEvent) => {
    const isFresh = performance.now() - event.timeStamp < FRESH_MS && window.location.pathname === pathname;
    const command = isFresh ? commandOf(event) : undefined;
    // The script itself has kept the palette's key from the browser; of others somebody has made something.
    return event.defaultPrevented && command !== "palette" ? undefined : command;
  };
  const proceed = () => {
    for (let [next] = kept; next; [next] = kept) {
      const command = meantBy(next);
      if (command && !isAnswered(command)) return;
      kept.shift();
      if (command && runCommand(command) && isTyping(document.activeElement)) {
        write(kept);
        kept = [];
      }
    }
    stop();
  };
  const stop = handlersOf.subscribe(proceed);
  proceed();
  return stop;
}

/** Into the line that has the focus, as if they had been typed there; nothing else tells React of it. */
function write(presses: KeyboardEvent[]) {
  const letters = presses.filter(
    ({ key, ctrlKey, metaKey }) => [...key].length === 1 && !ctrlKey && !metaKey,
  );
  if (letters.length > 0) document.execCommand("insertText", false, letters.map(({ key }) => key).join(""));
}
