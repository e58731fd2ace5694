/** Tells the other windows of this browser that an answer has begun, so that they read along. */
const NAME = "todo-runs";

/** Where the browser has no channels, other windows find out by looking. */
const open = () => (typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(NAME));

export function tellOtherWindows() {
  const channel = open();
  channel?.postMessage("begun");
  channel?.close();
}

/** Returns what ends it. */
export function listenToOtherWindows(heard: () => void): () => void {
  const channel = open();
  channel?.addEventListener("message", heard);
  return () => channel?.close();
}
