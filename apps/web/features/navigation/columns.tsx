"use client";
/** Which of the outer columns stand open on a wide screen, and how wide the assistant's is. Remembered by this browser. */
import { createContext, type ReactNode, useContext, useState } from "react";
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
});

interface ColumnsProviderProps {
  initial: State & Pick<Preferences, "assistantWidth">;
  children: ReactNode;
}

export function ColumnsProvider({ initial, children }: ColumnsProviderProps) {
  const [state, setState] = useState<State>(initial);
  const [assistantWidth, setAssistantWidth] = useState(widthOf(initial.assistantWidth));
  const put = (column: Column, value: State[Column]) => {
    savePreference(column, value);
    setState((current) => ({ ...current, [column]: value }));
  };
  const within = (width: number) =>
    Math.round(Math.min(assistantWidths.most, Math.max(assistantWidths.least, width)));

  return (
    <ColumnsContext
      value={{
        ...state,
        toggle: (column) => put(column, state[column] === "open" ? "closed" : "open"),
        open: (column) => put(column, "open"),
        assistantWidth,
        resize: (width) => setAssistantWidth(within(width)),
        settle: (width) => {
          const wanted = width === undefined ? undefined : within(width);
          setAssistantWidth(wanted);
          savePreference("assistantWidth", wanted === undefined ? "" : String(wanted));
        },
      }}
    >
      {children}
    </ColumnsContext>
  );
}

export const useColumns = () => useContext(ColumnsContext);
