/** Whether the keyboard has a ⌘. Only in the browser. */
export const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
