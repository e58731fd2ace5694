"use client";
/**
 * Which items of a long list are in sight, and how much room the others take.
 * Items stand in the normal flow and may have any height: one that was never
 * seen counts as much as those that were do on average.
 */
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";

interface Sight {
  /** Of the items, in order. */
  keys: string[];
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>;
  /** What the items stand in; each carries its index as `data-index`. */
  list: RefObject<HTMLElement | null>;
}

interface Range {
  from: number;
  /** Not in it. */
  to: number;
}

const ROW_PX = 44;
/** Beyond both edges: there before one scrolls to it, and for keys that go to a neighbour. */
const MARGIN_PX = 800;
/** The server doesn't know how much fits; it paints as much as most screens show. */
const FIRST_RANGE: Range = { from: 0, to: 36 };

export function useRowsInSight({ keys, scroller, list }: Sight) {
  const [range, setRange] = useState(FIRST_RANGE);
  const [measured, remeasure] = useReducer((count: number) => count + 1, 0);
  const heights = useRef(new Map<string, number>());

  /** Where each item begins, and at last where the list ends. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: it counts anew what was measured.
  const starts = useMemo(() => startsOf(keys, heights.current), [keys, measured]);

  const latest = useRef({ keys, starts });
  const look = useCallback(() => {
    const [outer, inner] = [scroller.current, list.current];
    if (!outer || !inner) return;
    const { starts } = latest.current;
    const top = outer.getBoundingClientRect().top - inner.getBoundingClientRect().top;
    const from = indexAt(starts, top - MARGIN_PX);
    const last = indexAt(starts, top + outer.clientHeight + MARGIN_PX);
    // At the end there is room for more: else what comes above the last row would take it away for a moment, with its focus.
    const to = last + 1 + (last >= starts.length - 2 ? FIRST_RANGE.to : 0);
    // A few more than needed stay: what the server painted isn't taken away while the page comes alive.
    const fits = (current: Range) =>
      current.from <= from && current.to >= to && current.to - current.from <= to - from + FIRST_RANGE.to;
    setRange((current) => (fits(current) ? current : { from, to }));
  }, [scroller, list]);

  // Not after each render: where the browser holds the place by scrolling, another range could ask for the first one again, without end.
  useLayoutEffect(() => {
    latest.current = { keys, starts };
    look();
  }, [keys, starts, look]);
  useEffect(() => {
    const outer = scroller.current;
    if (!outer) return;
    const resized = new ResizeObserver(look);
    resized.observe(outer);
    outer.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      outer.removeEventListener("scroll", look);
    };
  }, [scroller, look]);

  const [observer] = useState(() =>
    typeof ResizeObserver === "undefined"
      ? undefined
      : new ResizeObserver((entries) => {
          let changed = false;
          for (const { target } of entries) {
            if (!(target instanceof HTMLElement) || !target.isConnected) continue;
            const key = latest.current.keys[Number(target.dataset.index)];
            const height = target.getBoundingClientRect().height;
            if (key === undefined || heights.current.get(key) === height) continue;
            heights.current.set(key, height);
            changed = true;
          }
          if (changed) remeasure();
        }),
  );
  useEffect(() => () => observer?.disconnect(), [observer]);
  /** The ref of every item. */
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      observer?.observe(element);
      return () => observer?.unobserve(element);
    },
    [observer],
  );

  const reveal = useCallback(
    (index: number) => {
      const [outer, inner] = [scroller.current, list.current];
      if (!outer || !inner) return;
      const { starts } = latest.current;
      const into = outer.getBoundingClientRect().top - inner.getBoundingClientRect().top;
      const [top, bottom] = [starts[index] ?? 0, starts[index + 1] ?? 0];
      if (top < into) outer.scrollBy(0, top - into);
      else if (bottom > into + outer.clientHeight) outer.scrollBy(0, bottom - into - outer.clientHeight);
    },
    [scroller, list],
  );

  const from = Math.min(range.from, Math.max(0, keys.length - 1));
  const to = Math.min(range.to, keys.length);
  return {
    from,
    to,
    /** Pixels that the items before and behind them take. */
    before: starts[from] ?? 0,
    behind: (starts.at(-1) ?? 0) - (starts[to] ?? 0),
    measure,
    reveal,
  };
}

function startsOf(keys: string[], heights: Map<string, number>): number[] {
  const known = [...heights.values()];
  const usual = known.length > 0 ? known.reduce((sum, height) => sum + height, 0) / known.length : ROW_PX;
  let at = 0;
  const starts = keys.map((key) => {
    const start = at;
    at += heights.get(key) ?? usual;
    return start;
  });
  return [...starts, at];
}

/** The item at a height, by halving. */
function indexAt(starts: number[], height: number): number {
  let [low, high] = [0, Math.max(0, starts.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
