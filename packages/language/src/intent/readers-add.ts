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

export const additions: Record<string, Reader> = { add, add_to: addTo };
