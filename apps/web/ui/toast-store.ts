/** Short confirmations with a way back. Anything may raise one; `toasts.tsx` shows them. */
import { createStore } from "../lib/external-store.ts";

export interface Toast {
  id: number;
  text: string;
  /** What went wrong is announced at once and stays until dismissed. */
  trouble: boolean;
  action?: { label: string; run: () => void };
}

export const toasts = createStore<readonly Toast[]>([]);
let lastId = 0;

export function showToast(toast: Omit<Toast, "id" | "trouble">) {
  push({ ...toast, trouble: false, id: ++lastId });
}

export function showTrouble(text: string, action?: Toast["action"]) {
  push({ text, trouble: true, id: ++lastId, ...(action && { action }) });
}

export function dismissToast(id: number) {
  toasts.set((current) => current.filter((toast) => toast.id !== id));
}

/** For those who listen: what others see for themselves. */
export const announced = createStore<{ id: number; text: string } | undefined>(undefined);

export const announce = (text: string) => announced.set({ id: ++lastId, text });

/** One of a kind at a time: the latest change is the one that can be taken back, and the latest trouble counts. */
const push = (toast: Toast) =>
  toasts.set((current) => [...current.filter(({ trouble }) => trouble !== toast.trouble), toast]);
