/**
 * Loads a module that brings the Agents SDK with it, at the first chat: it
 * costs time and memory that a server without chat needn't pay. The SDK
 * listens to the process's signals for the sake of its tracing, and ends the
 * process on them; how the process ends is the server's own affair.
 */
const SIGNALS = ["SIGINT", "SIGTERM", "unhandledRejection", "beforeExit"];

export async function withoutListeners<Module>(load: () => Promise<Module>): Promise<Module> {
  const before = SIGNALS.map((signal) => process.listeners(signal as NodeJS.Signals));
  const loaded = await load();
  for (const [index, signal] of SIGNALS.entries()) {
    for (const listener of process.listeners(signal as NodeJS.Signals)) {
      if (!before[index]!.includes(listener)) process.removeListener(signal, listener);
    }
  }
  return loaded;
}
