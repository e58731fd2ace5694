"use client";
/** Asks, when several lines are pasted into a field, whether each is a task. */
import dynamic from "next/dynamic";
import { type ClipboardEvent, type ReactNode, useState } from "react";
import { linesIn } from "./pasted-lines.ts";
import type { NewTask } from "./task-changes.ts";

const PasteSheet = dynamic(() => import("./paste-sheet.tsx").then((module) => module.PasteSheet), {
  loading: () => null,
});

interface Pasted {
  lines: string[];
  /** Puts the text into the field after all. */
  keep: () => void;
}

/** `keep` gets the text with the place of the cursor, as offsets, from before the question. */
export function usePastedLines(
  implied: Omit<NewTask, "title">,
  keep: (text: string, from: number, to: number) => void,
): { onPaste: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void; question: ReactNode } {
  const [pasted, setPasted] = useState<Pasted>();
  return {
    onPaste(event) {
      const text = event.clipboardData.getData("text/plain");
      const lines = linesIn(text);
      if (lines.length === 0) return;
      event.preventDefault();
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      const from = selectionStart ?? value.length;
      setPasted({ lines, keep: () => keep(text, from, selectionEnd ?? from) });
    },
    question: pasted && (
      <PasteSheet
        lines={pasted.lines}
        implied={implied}
        onKeep={pasted.keep}
        onClose={() => setPasted(undefined)}
      />
    ),
  };
}
