/**
 * What floats over everything, dialogs too: touching it is no touch beside the
 * dialog, which stays open. It marks the card itself, which may be gone from
 * the page by the time a dialog hears of the touch.
 */
export const floating = { "data-floating": "" };

export const isFloating = (target: EventTarget | null) =>
  target instanceof Element && target.closest("[data-floating]") !== null;
