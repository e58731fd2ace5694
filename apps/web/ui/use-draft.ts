"use client";
/**
 * Text being edited in place. While the person is at it, news from elsewhere
 * doesn't touch what they typed; leaving the field saves it, Escape gives it up.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

interface DraftOptions {
  value: string;
  /** Not called for what is unchanged. */
  onSave: (text: string) => void;
  /** Whether the text may be saved; what may not is given up on leaving. */
  accepts?: (text: string) => boolean;
}

export function useDraft({ value, onSave, accepts = () => true }: DraftOptions) {
  const [draft, setDraft] = useState<string>();
  const saved = useRef(onSave);
  const pending = useRef<string>(undefined);

  useEffect(() => {
    saved.current = onSave;
    pending.current = draft !== undefined && draft !== value && accepts(draft) ? draft : undefined;
  });

  // Closing the panel while typing is leaving the field, too.
  useEffect(
    () => () => {
      if (pending.current !== undefined) saved.current(pending.current);
    },
    [],
  );

  return {
    value: draft ?? value,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: () => {
      if (draft !== undefined && draft !== value && accepts(draft)) onSave(draft);
      setDraft(undefined);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== "Escape" || draft === undefined || draft === value) return;
      event.preventDefault();
      event.stopPropagation();
      setDraft(undefined);
    },
  };
}
