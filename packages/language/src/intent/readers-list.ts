/** Requests about lists, and the small ones that need no words beyond themselves. */
import type { Intention } from "../meaning.ts";
import { knownAs } from "../quick-add/markers.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, spanOf, wordsOf } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import type { Reader } from "./readers.ts";
import { couldBeName } from "./values.ts";

type Plain =
  | "list_lists"
  | "list_archived"
  | "list_trash"
  | "empty_trash"
  | "list_labels"
  | "undo"
  | "redo"
  | "help"
  | "greeting"
  | "thanks"
  | "farewell"
  | "yes"
  | "no";

const plain =
  (operation: Plain): Reader =>
  ({ confidence }) => [{ operation, confidence, spans: {} }];

/** The name as it is known; nothing for "my list", which names none. */
function listName(reading: Reading, range: Range | undefined): string | undefined {
  if (!range) return undefined;
  const name = wordsOf(reading, range);
  const { determiners, task_nouns_plural } = reading.locale.references;
  const says = (word: string) => determiners.has(word) || task_nouns_plural.has(word);
  const words = reading.tokens.slice(range.from, range.to);
  if (words.every((token) => !token.quoted && says(token.word))) return undefined;
  return knownAs(name, reading.context.lists) ?? name;
}

const addList =
  ({ called = false } = {}): Reader =>
  ({ reading, slots, confidence }) => {
    if (!slots.name || !couldBeName(reading, slots.name, { called })) return undefined;
    const list = listName(reading, slots.name);
    return list === undefined
      ? undefined
      : [{ operation: "add_list", list, confidence, spans: { name: spanOf(reading, slots.name) } }];
  };

/** "a list for the party: balloons, cake": the tasks bring their list along. */
const addListWith: Reader = ({ reading, slots, confidence }) => {
  if (!slots.list || !slots.body || !couldBeName(reading, slots.list, { called: true })) return undefined;
  const list = listName(reading, slots.list);
  if (list === undefined) return undefined;
  // "make a to-do list: call mom" names none.
  const given = reading.locale.grammar.generic_lists.has(list.toLowerCase()) ? {} : { list };
  const added = readAdd(reading, slots.body, confidence, given);
  return added && [added];
};

/** "delete all tasks in the work list" deletes tasks; with `known` the list must be there. */
const toList =
  (operation: "delete_list" | "archive_list" | "unarchive_list", { known = false } = {}): Reader =>
  ({ reading, slots, confidence }) => {
    if (!slots.list || !couldBeName(reading, slots.list)) return undefined;
    const list = listName(reading, slots.list);
    return list === undefined || (known && !reading.context.lists?.includes(list))
      ? undefined
      : [{ operation, list, confidence, spans: { list: spanOf(reading, slots.list) } }];
  };

const renameList: Reader = ({ reading, slots, confidence }): Intention[] | undefined => {
  const list = listName(reading, slots.list);
  if (list === undefined || !slots.value || !slots.list) return undefined;
  const spans = { list: spanOf(reading, slots.list), name: spanOf(reading, slots.value) };
  return [{ operation: "rename_list", list, name: wordsOf(reading, slots.value), confidence, spans }];
};

const halfSaid: Reader = ({ confidence }) => [
  { operation: "reject", reason: "unclear", confidence, spans: {} },
];

export const lists: Record<string, Reader> = {
  half_said: halfSaid,
  list_lists: plain("list_lists"),
  list_archived: plain("list_archived"),
  list_trash: plain("list_trash"),
  empty_trash: plain("empty_trash"),
  list_labels: plain("list_labels"),
  add_list_with: addListWith,
  add_list_called: addList({ called: true }),
  add_list: addList(),
  delete_list: toList("delete_list"),
  archive_list: toList("archive_list"),
  archive_known: toList("archive_list", { known: true }),
  unarchive_list: toList("unarchive_list"),
  rename_list: renameList,
  undo: plain("undo"),
  redo: plain("redo"),
  help: plain("help"),
  greeting: plain("greeting"),
  thanks: plain("thanks"),
  farewell: plain("farewell"),
  yes: plain("yes"),
  no: plain("no"),
};
