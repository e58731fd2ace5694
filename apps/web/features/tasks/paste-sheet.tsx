"use client";
/** Several lines were pasted: a task each? What each line says of days and lists is heard, as in the line for new tasks. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { Tick } from "../../ui/tick.tsx";
import { addSeveral } from "./add-several.ts";
import { withImplied } from "./implied-by.ts";
import { fitted } from "./pasted-lines.ts";
import { fieldsOf, readLine } from "./quick-add-words.ts";
import type { NewTask } from "./task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

export { linesIn } from "./pasted-lines.ts";

interface PasteSheetProps {
  lines: string[];
  /** What the view gives to a task that is added there. */
  implied: Omit<NewTask, "title">;
  /** The text goes where it was pasted. */
  onKeep: () => void;
  onClose: () => void;
}

export function PasteSheet({ lines, implied, onKeep, onClose }: PasteSheetProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const { now, zone, locale } = useViewpoint();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const chosen = lines.filter((_, index) => !left.has(index));

  const toggle = (index: number, wanted: boolean) =>
    setLeft((current) => {
      const next = new Set(current);
      if (wanted) next.delete(index);
      else next.add(index);
      return next;
    });

  const read = (line: string): NewTask => {
    const context = { lists: lists.map(({ name }) => name), labels: labels.map(({ name }) => name) };
    const found = readLine(line, { now, time_zone: zone, locale, context });
    return fitted(withImplied(found ? fieldsOf(found) : { title: line }, implied));
  };

  const add = async () => {
    setBusy(true);
    if (await addSeveral(queries, t, chosen.map(read))) onClose();
    else setBusy(false);
  };

  return (
    <Sheet title={t("paste.title")} open onClose={onClose}>
      <p className="text-ink-2">{t("paste.lead", { count: lines.length })}</p>
      <ul aria-label={t("paste.lines")} className="scroller my-3 max-h-[45vh]">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines stay as they are, and two may be the same.
          <li key={index}>
            <Tick checked={!left.has(index)} disabled={busy} onChange={(wanted) => toggle(index, wanted)}>
              <bdi>{line}</bdi>
            </Tick>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          disabled={busy}
          onClick={() => {
            onKeep();
            onClose();
          }}
        >
          {t("paste.keep")}
        </Button>
        <Button kind="primary" disabled={busy || chosen.length === 0} onClick={() => void add()}>
          {t("paste.add", { count: chosen.length })}
        </Button>
      </div>
    </Sheet>
  );
}
