"use client";
/** Asks, when several lines are pasted into a field, whether each is a task. The question is fetched only then. */
import { type ClipboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { PastedLine, PasteSheet } from "./paste-sheet.tsx";
import type { NewTask } from "./task-changes.ts";

/** Whether there may be several lines; what asks looks closer. */
const BROKEN = /\S\s*[\n\r\u2028\u2029]\s*\S/u;

interface Pasted {
  lines: PastedLine[];
  /** Puts the text into the field after all. */
  keep: (rest?: string) => void;
  Question: typeof PasteSheet;
}

/** `keep` gets the text with the place of the cursor, as offsets, from before the question. */
export function usePastedLines(
  implied: Omit<NewTask, "title">,
  keep: (text: string, from: number, to: number) => void,
): { onPaste: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void; question: ReactNode } {
  const [pasted, setPasted] = useState<Pasted>();
  // More may be written before the question has come: the text goes into what is there then.
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });

  const ask = async (text: string, keep: Pasted["keep"]) => {
    const { linesIn, PasteSheet: Question } = await import("./paste-sheet.tsx");
    const lines = linesIn(text);
    if (lines.length > 0) setPasted({ lines, keep, Question });
    else keep();
  };

  return {
    onPaste(event) {
      const text = event.clipboardData.getData("text/plain");
      if (!BROKEN.test(text)) return;
      event.preventDefault();
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      const from = selectionStart ?? value.length;
      const keepHere = (rest = text) => latest.current(rest, from, selectionEnd ?? from);
      ask(text, keepHere).catch(() => keepHere());
    },
    question: pasted && (
      <pasted.Question
        lines={pasted.lines}
        implied={implied}
        onKeep={pasted.keep}
        onClose={() => setPasted(undefined)}
      />
    ),
  };
}
