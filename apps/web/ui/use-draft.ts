"use client";
/**
 * Text being edited in place. While the person is at it, news from elsewhere
 * doesn't touch what they typed; leaving the field saves it, Escape gives it
 * up. What they saw when they began goes along, so that news can be noticed.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

interface DraftOptions<Source> {
  value: string;
  /** The thing that the text is part of, as it is shown now. */
  source: Source;
  /** Gets the thing as it was when the person began. Not called for what is unchanged. */
  onSave: (text: string, began: Source) => void;
  /** Whether the text may be saved; what may not is given up on leaving. */
  accepts?: (text: string) => boolean;
}

interface Draft<Source> {
  text: string;
  began: Source;
}

export function useDraft<Source>({ value, source, onSave, accepts = () => true }: DraftOptions<Source>) {
  const [draft, setDraft] = useState<Draft<Source>>();
  const saved = useRef(onSave);
  const pending = useRef<Draft<Source>>(undefined);
  const worthSaving = draft !== undefined && draft.text !== value && accepts(draft.text) ? draft : undefined;

  useEffect(() => {
    saved.current = onSave;
    pending.current = worthSaving;
  });

  // Closing the panel while typing is leaving the field, too.
  useEffect(
    () => () => {
      if (pending.current) saved.current(pending.current.text, pending.current.began);
    },
    [],
  );

  return {
    value: draft?.text ?? value,
    onChange: ({ target }: { target: { value: string } }) =>
      setDraft((before) => ({ text: target.value, began: before?.began ?? source })),
    onBlur: () => {
      if (worthSaving) onSave(worthSaving.text, worthSaving.began);
      setDraft(undefined);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== "Escape" || draft === undefined || draft.text === value) return;
      event.preventDefault();
      event.stopPropagation();
      setDraft(undefined);
    },
  };
}
