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
import { addSeveral, type Line } from "./add-several.ts";
import { withImplied } from "./implied-by.ts";
import type { Call } from "./in-calls.ts";
import { fitted, type PastedLine } from "./pasted-lines.ts";
import { fieldsOf, readLine } from "./quick-add-words.ts";
import type { NewTask } from "./task-changes.ts";
import { useTaskChanges } from "./use-task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

export { linesIn, type PastedLine } from "./pasted-lines.ts";

interface PasteSheetProps {
  lines: PastedLine[];
  /** What the view gives to a task that is added there. */
  implied: Omit<NewTask, "title">;
  /** The text goes where it was pasted; with `text`, that instead of all of it. */
  onKeep: (text?: string) => void;
  onClose: () => void;
}

export function PasteSheet({ lines, implied, onKeep, onClose }: PasteSheetProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const { now, zone, locale } = useViewpoint();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const [left, setLeft] = useState<ReadonlySet<number>>(
    () => new Set(lines.flatMap(({ isTask }, place) => (isTask ? [] : [place]))),
  );
  const [added, setAdded] = useState<ReadonlySet<number>>(new Set());
  const [unsure, setUnsure] = useState<Call<Line>>();
  const [busy, setBusy] = useState(false);
  const changes = useTaskChanges();
  const isUnsure = (place: number) => unsure?.items.some((item) => item.place === place) ?? false;
  const open = lines
    .map(({ text }, place) => ({ line: text, place }))
    .filter(({ place }) => !added.has(place));
  const chosen = open.filter(({ place }) => !left.has(place));

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
    const fresh = chosen.filter(({ place }) => !isUnsure(place));
    const wanted = fresh.map(({ line, place }) => ({ place, task: read(line) }));
    const { places, unsure: next } = await addSeveral({ queries, changes, t }, wanted, unsure);
    if (places.length === chosen.length) return onClose();
    setAdded(new Set([...added, ...places]));
    setUnsure(next);
    setBusy(false);
  };

  return (
    <Sheet title={t("paste.title")} open onClose={onClose}>
      <p className="text-ink-2">{t("paste.lead", { count: open.length })}</p>
      <ul aria-label={t("paste.lines")} className="scroller my-3 max-h-[45vh]">
        {open.map(({ line, place }) => (
          <li key={place}>
            <Tick
              checked={!left.has(place)}
              // What may be in by now goes once more as it was.
              disabled={busy || isUnsure(place)}
              onChange={(wanted) => toggle(place, wanted)}
            >
              <bdi>{line}</bdi>
            </Tick>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          disabled={busy}
          onClick={() => {
            onKeep(added.size > 0 ? open.map(({ line }) => line).join("\n") : undefined);
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
