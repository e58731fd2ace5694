"use client";
/** Home and End: to the first and the last task of the list, which may be far out of sight. */
import { whenThere } from "../../lib/when-there.ts";
import { useCommand } from "../commands/use-command.ts";
import type { Item } from "./groups.ts";

interface Ends {
  items: Item[];
  /** Scrolls an item into sight. */
  reveal: (index: number) => void;
}

const isTask = ({ kind }: Item) => kind === "task";

export function useEnds({ items, reveal }: Ends) {
  const goTo = (index: number) => {
    if (index === -1) return false;
    reveal(index);
    whenThere(`[data-index="${index}"] [data-opens-task]`, (opener) => {
      opener.focus();
      opener.scrollIntoView({ block: "nearest" });
    });
    return true;
  };
  useCommand("first", () => goTo(items.findIndex(isTask)));
  useCommand("last", () => goTo(items.findLastIndex(isTask)));
}
