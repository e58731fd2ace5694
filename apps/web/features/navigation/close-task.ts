/** Closing the open task: back to where it was opened, so that the next Back leads on, and not to the same view once more. */
import { hereWith, opened, replace, returning } from "./use-place.ts";

export function closeTask() {
  const href = hereWith((query) => query.delete("task"));
  const steps = opened();
  // At once; the browser goes back a moment later.
  replace(href, 0);
  if (steps === 0) return;
  returning.now = true;
  window.addEventListener(
    "popstate",
    () => {
      returning.now = false;
      // The view may have been narrowed since.
      replace(href, 0);
    },
    { once: true },
  );
  window.history.go(-steps);
}
