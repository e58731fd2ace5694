/** From a phrase that fits to what it means. A reader that finds no sense in the words gives nothing, and the next phrase is tried. */
import type { Intention } from "../meaning.ts";
import type { Match } from "../text/pattern.ts";
import type { Reading } from "../text/reading.ts";
import { additions } from "./readers-add.ts";
import { back } from "./readers-back.ts";
import { changes } from "./readers-change.ts";
import { fields } from "./readers-fields.ts";
import { filters } from "./readers-filter.ts";
import { findings } from "./readers-find.ts";
import { labels } from "./readers-label.ts";
import { lists } from "./readers-list.ts";
import { pointed } from "./readers-point.ts";
import { reminding } from "./readers-remind.ts";
import { subTasks } from "./readers-sub-tasks.ts";

export interface Heard {
  reading: Reading;
  slots: Match["slots"];
  values: Match["values"];
  /** How sure the phrase alone makes us. */
  confidence: number;
}

export type Reader = (heard: Heard) => Intention[] | undefined;

export const readers: Record<string, Reader> = {
  ...additions,
  ...findings,
  ...pointed,
  ...changes,
  ...fields,
  ...labels,
  ...lists,
  ...filters,
  ...reminding,
  ...back,
  ...subTasks,
};
