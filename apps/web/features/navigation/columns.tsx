"use client";
/** Which of the outer columns stand open on a wide screen, and how wide the assistant's is. Remembered by this browser. */
import { createContext, type ReactNode, startTransition, useContext, useRef, useState } from "react";
import { assistantWidths, type Preferences, savePreference, widthOf } from "../../lib/preferences.ts";

type Column = "navigation" | "assistant";
type State = Pick<Preferences, Column>;

interface Columns extends State {
  toggle: (column: Column) => void;
  open: (column: Column) => void;
  /** CSS pixels; nothing is the usual width. */
  assistantWidth: number | undefined;
  /** While it is dragged. */
  resize: (width: number) => void;
  /** To stay; nothing gives the usual width back. */
  settle: (width: number | undefined) => void;
  /** From the width that it was given last, which may not be shown yet. */
  widen: (by: number) => void;
}

const nothing = () => {};

const ColumnsContext = createContext<Columns>({
  navigation: "open",
  assistant: "open",
  toggle: nothing,
  open: nothing,
  assistantWidth: undefined,
  resize: nothing,
  settle: nothing,
  widen: nothing,
});

interface ColumnsProviderProps {
  initial: State & Pick<Preferences, "assistantWidth">;
  children: ReactNode;
}

export function ColumnsProvider({ initial, children }: ColumnsProviderProps) {
  const [state, setState] = useState<State>(initial);
  const [assistantWidth, setAssistantWidth] = useState(widthOf(initial.assistantWidth));
  const given = useRef(assistantWidth);
  // In transitions: what stands in the columns may not have come alive yet.
  const put = (column: Column, value: State[Column]) => {
    savePreference(column, value);
    startTransition(() => setState((current) => ({ ...current, [column]: value })));
  };
  const show = (width: number | undefined) => {
    given.current =
      width === undefined
        ? undefined
        : Math.round(Math.min(assistantWidths.most, Math.max(assistantWidths.least, width)));
    startTransition(() => setAssistantWidth(given.current));
  };
  const settle = (width: number | undefined) => {
    show(width);
    savePreference("assistantWidth", given.current === undefined ? "" : String(given.current));
  };

  return (
    <ColumnsContext
      value={{
        ...state,
        toggle: (column) => put(column, state[column] === "open" ? "closed" : "open"),
        open: (column) => put(column, "open"),
        assistantWidth,
        resize: show,
        settle,
        widen: (by) => settle((given.current ?? assistantWidths.usual) + by),
      }}
    >
      {children}
    </ColumnsContext>
  );
}

export const useColumns = () => useContext(ColumnsContext);
