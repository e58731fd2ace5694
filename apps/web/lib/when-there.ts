/** For a part of the page that is still being fetched. */
const LONGEST_MS = 3_000;

/** Calls `found` with the first element that matches, now or as soon as there is one; never, when that takes long. */
export function whenThere(selector: string, found: (element: HTMLElement) => void) {
  const look = () => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element) found(element);
    return element !== null;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), LONGEST_MS);
}
