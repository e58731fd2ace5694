/**
 * Of all windows one shows a notice: the one that is looked at, or else the
 * first that is seen again. It holds a lock of the browser's while it does, so
 * that another takes over when it is closed.
 */

/** A window that is seen but not used leaves the one in use this much time to go first. */
const COURTESY_MS = 150;

/** Calls `show` when it is this window's turn; aborting gives the turn away. Where the browser has no locks each window shows it. */
export async function takeTurn(id: string, signal: AbortSignal, show: () => void): Promise<void> {
  await untilSeen(signal);
  if (!document.hasFocus()) await after(COURTESY_MS, signal);
  if (signal.aborted) return;
  // Only secure pages have locks, whatever the types say.
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return show();
  const held = () =>
    new Promise<void>((release) => {
      signal.addEventListener("abort", () => release());
      show();
    });
  await locks.request(`notice ${id}`, { signal }, held).catch(() => undefined);
}

function untilSeen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== "visible" && !signal.aborted) return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    signal.addEventListener("abort", look);
    look();
  });
}

function after(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
