/** A day, and perhaps a time, that the person is asked for: by a row, or for all selected tasks. */
import { createStore } from "../../lib/external-store.ts";

export interface ChosenDue {
  due_on: string;
  /** null takes the time off; left out: it stays as it is. */
  due_time?: string | null;
}

export interface DayQuestion {
  title: string;
  /** What is shown at first. */
  day: string;
  time: string;
  /** Said below the time. */
  hint?: string;
  choose: (due: ChosenDue) => void;
  /** The task that gets the focus back. */
  about?: string;
}

export const dayQuestion = createStore<DayQuestion | undefined>(undefined);
