"use client";
/** What keys and palette can do wherever one is: searching, to the page's columns, its theme and its density, and signing out. */
import { isWide } from "../../lib/media.ts";
import { applyDensity, applyTheme } from "../../lib/preferences.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { signOutHere } from "../account/sign-out.ts";
import { useColumns } from "../navigation/columns.tsx";
import { useGo } from "../navigation/use-place.ts";
import { useCommand } from "./use-command.ts";

export function ShellCommands() {
  const t = useMessages();
  const columns = useColumns();
  const go = useGo();
  useCommand("search", () => {
    const field = document.querySelector<HTMLInputElement>("[data-search]");
    if (field) field.focus();
    else go.toView({ kind: "search" });
  });
  useCommand("navigation", () => isWide() && columns.toggle("navigation"));
  useCommand("assistantColumn", () => {
    if (isWide()) columns.toggle("assistant");
    else go.toPane("assistant");
  });
  useCommand("theme", () => applyTheme(isDark() ? "light" : "dark"));
  useCommand("density", () =>
    applyDensity(document.documentElement.dataset.density === "compact" ? "comfortable" : "compact"),
  );
  useCommand("signOut", () => void signOutHere(t));
  return null;
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}
