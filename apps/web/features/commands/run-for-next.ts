import type { Given } from "../tasks/given.ts";
import type { CommandId } from "./commands.ts";
import { handlersOf, PATIENCE_MS, runCommand } from "./registry.ts";

/** For an order that is somebody else's, who isn't there yet: given again once another comes first, if it is `meant` by then. */
export function runForNext(id: CommandId, given: Given | undefined, meant: () => boolean) {
  const first = () => handlersOf.get().get(id)?.[0];
  const known = first();
  const stop = handlersOf.subscribe(() => {
    if (first() === known) return;
    stop();
    if (meant()) runCommand(id, given);
  });
  setTimeout(stop, PATIENCE_MS);
}
