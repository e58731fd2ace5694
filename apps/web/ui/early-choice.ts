/**
 * What a person ticks or chooses before a control has come alive stands in it,
 * and React doesn't know: the control is told once it lives.
 */
import { type RefObject, useEffect, useRef } from "react";

/** For a checkbox or a radio button. */
export function useEarlyTick(checked: boolean): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it matters once, when the control has come alive.
  useEffect(() => {
    const { current } = input;
    if (!current || current.checked === checked) return;
    // Of radio buttons the one that was chosen tells it, and the one before loses its mark by that.
    if (current.type === "radio" && !current.checked) return;
    current.checked = checked;
    current.click();
  }, []);
  return input;
}

/** For a select. */
export function useEarlyChoice(value: unknown): RefObject<HTMLSelectElement | null> {
  const select = useRef<HTMLSelectElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => {
    const { current } = select;
    const isOffered = [...(current?.options ?? [])].some((option) => option.value === value);
    if (isOffered && current?.value !== value) current?.dispatchEvent(new Event("change", { bubbles: true }));
  }, []);
  return select;
}
