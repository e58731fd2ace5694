/**
 * Keys pressed between the first paint and the moment the page comes alive:
 * early-keys-script.ts keeps them, and here they are taken over, so that nobody
 * has to press twice.
 */
import { type CommandId, handlersOf, isAnswered, runCommand } from "./commands.ts";

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
 * it, and the later ones with it. Returns a function that gives up.
 */
export function runEarlyKeys(commandOf: (event: KeyboardEvent) => CommandId | undefined): () => void {
  const kept = window.earlyKeys ?? [];
  delete window.earlyKeys;

  const proceed = () => {
    while (kept[0]) {
      const isFresh = performance.now() - kept[0].timeStamp < FRESH_MS;
      const command = isFresh ? commandOf(kept[0]) : undefined;
      if (command && !isAnswered(command)) return;
      kept.shift();
      if (command) runCommand(command);
    }
    stop();
  };
  const stop = handlersOf.subscribe(proceed);
  proceed();
  return stop;
}
