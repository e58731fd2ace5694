"use client";
/** Reads the quick-add line while it is written. What understands words is fetched when they are first needed. */
import { useQuery } from "@tanstack/react-query";
import type { QuickAdd, quickAdd, Span } from "@todo/language";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import { carried, saysMore } from "./quick-add-words.ts";
import { useViewpoint } from "./use-viewpoint.ts";

type Reader = typeof quickAdd;

let fetched: Promise<Reader> | undefined;

/** Nothing when it couldn't be fetched; the next try may find it. */
async function fetchReader(): Promise<Reader | undefined> {
  fetched ??= import("@todo/language/quick-add/quick-add").then((module) => module.quickAdd);
  try {
    return await fetched;
  } catch {
    fetched = undefined;
    return undefined;
  }
}

interface Line {
  text: string;
  /** Words that the person wants to keep as words. */
  rejected: Span[];
}

const blank: Line = { text: "", rejected: [] };

export function useQuickAddWords() {
  const [line, setLine] = useState(blank);
  const [reader, setReader] = useState<Reader>();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const { now, zone, locale } = useViewpoint();

  const read = (by: Reader): QuickAdd | undefined => {
    const context = { lists: lists.map(({ name }) => name), labels: labels.map(({ name }) => name) };
    const found = by(line.text, {
      now,
      time_zone: zone,
      locale,
      recurrence: true,
      context,
      ignore: line.rejected,
    });
    return saysMore(found) ? found : undefined;
  };

  return {
    line,
    /** Absent until the reader is there, and while the line holds no title. */
    understood: reader && line.text.trim() ? read(reader) : undefined,
    write: (text: string) =>
      setLine((before) => ({ text, rejected: carried(before.rejected, before.text, text) })),
    reject: (spans: Span[]) => setLine(({ text, rejected }) => ({ text, rejected: [...rejected, ...spans] })),
    clear: () => setLine(blank),
    /** Gives back what couldn't be added, unless something else was written meanwhile. */
    restore: (former: Line) => setLine((current) => (current.text ? current : former)),
    prepare: async () => {
      const by = await fetchReader();
      setReader(() => by);
    },
    /** What the line says, however fast it was sent off. */
    async readNow(): Promise<QuickAdd | undefined> {
      const by = reader ?? (await fetchReader());
      return by && read(by);
    },
  };
}
