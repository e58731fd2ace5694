/** Edits of recurring tasks that wait for the person to say which occurrences they mean. */
import type { Occurrences } from "@todo/contract/recurrence";
import type { Task } from "@todo/contract/tasks";
import { createStore } from "../../lib/external-store.ts";
import type { Edit } from "../tasks/task-edit.ts";

export interface WaitingEdit {
  task: Task;
  edit: Edit;
  choose: (occurrences: Occurrences) => void;
}

export const waitingEdits = createStore<readonly WaitingEdit[]>([]);

/** The first is asked about, the others wait behind it. */
export const askScope = (edit: WaitingEdit) => waitingEdits.set((waiting) => [...waiting, edit]);

export const settleScope = (edit: WaitingEdit) =>
  waitingEdits.set((waiting) => waiting.filter((one) => one !== edit));
