"use client";
/** Back on Android closes what lies over the page, as Escape does, and leaves the page where it is. Not every browser tells of it. */
import { useEffect, useRef } from "react";

declare global {
  interface Window {
    CloseWatcher?: new () => EventTarget & { destroy: () => void };
  }
}

export function useCloseRequest(open: boolean, onClose: () => void) {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (!open || !window.CloseWatcher) return;
    const watcher = new window.CloseWatcher();
    watcher.addEventListener("close", () => close.current());
    return () => watcher.destroy();
  }, [open]);
}
