/** The smallest store that React can watch: one immutable value, replaced as a whole. And what changes but once. */
import { useSyncExternalStore } from "react";

export interface Store<Value> {
  /** What the server painted with. */
  initial: Value;
  get: () => Value;
  set: (next: Value | ((current: Value) => Value)) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    initial,
    get: () => value,
    set: (next) => {
      const changed = typeof next === "function" ? (next as (current: Value) => Value)(value) : next;
      if (Object.is(changed, value)) return;
      value = changed;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useStore = <Value, Selected = Value>(
  store: Store<Value>,
  select: (value: Value) => Selected = (value) => value as unknown as Selected,
) =>
  useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    // A part that comes alive later than others is painted as the server did, and then as things are.
    () => select(store.initial),
  );

const never = () => () => {};

/** False while a part of the page is as the server painted it, and while it comes alive from there. */
export const useAlive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
