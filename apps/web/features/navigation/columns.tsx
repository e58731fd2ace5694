"use client";
/** Which of the outer columns stand open on a wide screen. Remembered by this browser. */
import { createContext, type ReactNode, useContext, useState } from "react";
import { type Preferences, savePreference } from "../../lib/preferences.ts";

type Column = "navigation" | "assistant";
type State = Pick<Preferences, Column>;

interface Columns extends State {
  toggle: (column: Column) => void;
  open: (column: Column) => void;
}

const ColumnsContext = createContext<Columns>({
  navigation: "open",
  assistant: "open",
  toggle: () => {},
  open: () => {},
});

export function ColumnsProvider({ initial, children }: { initial: State; children: ReactNode }) {
  const [state, setState] = useState(initial);
  const put = (column: Column, value: State[Column]) => {
    savePreference(column, value);
    setState((current) => ({ ...current, [column]: value }));
  };

  return (
    <ColumnsContext
      value={{
        ...state,
        toggle: (column) => put(column, state[column] === "open" ? "closed" : "open"),
        open: (column) => put(column, "open"),
      }}
    >
      {children}
    </ColumnsContext>
  );
}

export const useColumns = () => useContext(ColumnsContext);
