"use client";
import { isWide } from "../../lib/media.ts";
/** What the palette can do to the page itself: its columns, its theme, its density. */
import { applyDensity, applyTheme } from "../../lib/preferences.ts";
import { useColumns } from "../navigation/columns.tsx";
import { useGo } from "../navigation/use-place.ts";
import { useCommand } from "./use-command.ts";

export function ShellCommands() {
  const columns = useColumns();
  const go = useGo();
  useCommand("navigation", () => isWide() && columns.toggle("navigation"));
  useCommand("assistantColumn", () => {
    if (isWide()) columns.toggle("assistant");
    else go.toPane("assistant");
  });
  useCommand("theme", () => applyTheme(isDark() ? "light" : "dark"));
  useCommand("density", () =>
    applyDensity(document.documentElement.dataset.density === "compact" ? "comfortable" : "compact"),
  );
  return null;
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}
