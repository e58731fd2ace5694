/** Who answers which command just now. What the commands are called and which keys they have comes later: commands.ts. */
import { createStore } from "../../lib/external-store.ts";
import type { Given } from "../tasks/given.ts";
import type { CommandId } from "./commands.ts";

/** Gets the value that was chosen, if one was. Returns false when it had nothing to do, so that the key keeps its own meaning. */
export type Handler = (given?: Given) => unknown;

/** The latest to register comes first: what lies on top answers. */
export const handlersOf = createStore<ReadonlyMap<CommandId, readonly Handler[]>>(new Map());

export function register(id: CommandId, handler: Handler): () => void {
  handlersOf.set((current) => new Map(current).set(id, [handler, ...(current.get(id) ?? [])]));
  return () =>
    handlersOf.set((current) =>
      new Map(current).set(
        id,
        (current.get(id) ?? []).filter((one) => one !== handler),
      ),
    );
}

/** True when some handler took it. */
export function runCommand(id: CommandId, given?: Given): boolean {
  return (handlersOf.get().get(id) ?? []).some((handler) => handler(given) !== false);
}

/** Whether anything that is shown now would answer it. */
export const isAnswered = (id: CommandId): boolean => (handlersOf.get().get(id) ?? []).length > 0;

/** How long an order waits for the part of the page that answers it, ms. */
export const PATIENCE_MS = 3_000;

/** For what is touched before the part that answers it has come alive. */
export function runWhenAnswered(id: CommandId) {
  if (isAnswered(id)) return void runCommand(id);
  const stop = handlersOf.subscribe(() => {
    if (!isAnswered(id)) return;
    stop();
    runCommand(id);
  });
  setTimeout(stop, PATIENCE_MS);
}
