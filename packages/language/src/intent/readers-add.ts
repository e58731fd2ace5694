/** Requests that make tasks. */
import { readTaskWords } from "../quick-add/task-words.ts";
import { wordsOf } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import type { Reader } from "./readers.ts";
import { readListValue } from "./values.ts";

const add: Reader = ({ reading, slots, confidence }) => {
  const chip = slots.chip ? readTaskWords(reading, slots.chip) : undefined;
  // What stands before "task" must be understood whole: "add a high priority task".
  if (chip?.task.title) return undefined;
  const { title: _, ...given } = chip?.task ?? { title: "" };
  const intention = slots.body && readAdd(reading, slots.body, confidence, given);
  return intention && [intention];
};

const addTo: Reader = ({ reading, slots, confidence }) => {
  if (!slots.list || !slots.body) return undefined;
  const said = readListValue(reading, slots.list);
  const generic = reading.locale.grammar.generic_lists.has(wordsOf(reading, slots.list).toLowerCase());
  const intention = readAdd(reading, slots.body, confidence, said && !generic ? { list: said.list } : {});
  return intention && [intention];
};

/** "put bread on my list", but "put out the trash" is a to-do itself. */
const addPlaced: Reader = (heard) => {
  const { reading, slots } = heard;
  const intentions = add(heard);
  const { list_nouns, task_topics } = reading.locale.grammar;
  const last = slots.body && reading.tokens[slots.body.to - 1]!.word;
  const placed = intentions?.some(
    (each) => each.operation === "add" && each.tasks.some(({ list }) => list !== undefined),
  );
  return placed || (last && (list_nouns.has(last) || task_topics.has(last))) ? intentions : undefined;
};

export const additions: Record<string, Reader> = { add, add_to: addTo, add_placed: addPlaced };
