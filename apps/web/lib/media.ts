"use client";
import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 64rem)";

/** True where the three columns stand side by side. The server assumes they do; layout itself is left to CSS. */
export const useWide = () =>
  useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(WIDE).matches,
    () => true,
  );

export const isWide = () => window.matchMedia(WIDE).matches;
