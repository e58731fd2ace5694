"use client";
/** Reads the quick-add line while it is written. What understands words is fetched when they are first needed. */
import { useQuery } from "@tanstack/react-query";
import type { Span } from "@todo/language";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { labelsQuery, listsQuery } from "../../lib/queries.ts";
import type { Chip } from "./quick-add-words.ts";
import type { NewTask } from "./task-changes.ts";
import { useViewpoint } from "./use-viewpoint.ts";

type Reader = typeof import("./quick-add-words.ts");

let fetched: Promise<Reader> | undefined;

/** Nothing when it couldn't be fetched; the next try may find it. */
async function fetchReader(): Promise<Reader | undefined> {
  fetched ??= import("./quick-add-words.ts");
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

/** `written`: what stands in the line from the beginning. */
export function useQuickAddWords(written = "") {
  const [line, setLine] = useState({ ...blank, text: written });
  const [reader, setReader] = useState<Reader>();
  const { data: lists = [] } = useQuery(listsQuery(api));
  const { data: labels = [] } = useQuery(labelsQuery(api));
  const viewpoint = useViewpoint();

  const read = (by: Reader) =>
    by.readLine(line.text, {
      now: viewpoint.now,
      time_zone: viewpoint.zone,
      locale: viewpoint.locale,
      context: { lists: lists.map(({ name }) => name), labels: labels.map(({ name }) => name) },
      ignore: line.rejected,
    });
  const chips = (by: Reader): Chip[] => {
    const found = read(by);
    return found ? by.chipsOf(found, viewpoint, line.text) : [];
  };

  return {
    line,
    /** None until the reader is there, and while the line holds no title. */
    chips: reader && line.text.trim() ? chips(reader) : [],
    write: (text: string) =>
      setLine(({ text: before, rejected }) => ({
        text,
        rejected: reader ? reader.carried(rejected, before, text) : rejected,
      })),
    reject: (spans: Span[]) => setLine(({ text, rejected }) => ({ text, rejected: [...rejected, ...spans] })),
    clear: () => setLine(blank),
    /** Gives back what couldn't be added, unless something else was written meanwhile. */
    restore: (former: Line) => setLine((current) => (current.text ? current : former)),
    prepare: async () => setReader(await fetchReader()),
    /** The task that the line makes, however fast it was sent off; without a reader all of it is the title. */
    async readNow(): Promise<NewTask> {
      const by = reader ?? (await fetchReader());
      const found = by && read(by);
      return found ? by.fieldsOf(found) : { title: line.text.trim() };
    },
  };
}
