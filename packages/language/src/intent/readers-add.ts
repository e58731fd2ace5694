/** Requests that make tasks. */
import type { TaskWords } from "../meaning.ts";
import { readTaskWords } from "../quick-add/task-words.ts";
import type { Range } from "../text/pattern.ts";
import { type Reading, wordsOf } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import { startsWithVerb } from "./items.ts";
import type { Heard, Reader } from "./readers.ts";
import { couldBeName, readListValue, readPriorityValue } from "./values.ts";

const add: Reader = (heard) => {
  const { reading, slots, confidence } = heard;
  const given = readChip(heard);
  if (!given) return undefined;
  if (slots.body && isTaskNumber(reading, slots.body)) return undefined;
  const intention = slots.body && readAdd(reading, slots.body, confidence, given);
  return intention && [intention];
};

/** What stands before "task" must be understood whole: "add a high priority task". */
function readChip({ reading, slots, values }: Heard): Partial<TaskWords> | undefined {
  const level = slots.chip
    ? readPriorityValue(reading, slots.chip)
    : reading.locale.requests.priorities[String(values.level)];
  if (level) return { priority: level };
  const { title, ...given } = slots.chip ? readTaskWords(reading, slots.chip).task : { title: "" };
  return title ? undefined : given;
}

/** "add task 3", "set task 2 due Friday": the number is that of a task, so nothing new is named. A colon or an article says otherwise. */
function isTaskNumber({ tokens, locale }: Reading, body: Range): boolean {
  const { task_nouns, numbers } = locale.references;
  const [verb, noun] = [tokens[body.from - 2], tokens[body.from - 1]];
  if (!noun || !task_nouns.has(noun.word) || /:/u.test(noun.after)) return false;
  const isNamed = verb && locale.references.determiners.has(verb.word);
  return !isNamed && numbers(tokens[body.from]!) !== undefined;
}

const addTo: Reader = ({ reading, slots, confidence }) => {
  if (!slots.list || !slots.body) return undefined;
  const said = readListValue(reading, slots.list);
  const generic = reading.locale.grammar.generic_lists.has(wordsOf(reading, slots.list).toLowerCase());
  const intention = readAdd(reading, slots.body, confidence, said && !generic ? { list: said.list } : {});
  return intention && [intention];
};

/** "groceries: milk and eggs", "add a task to home: fix the sink": only for a list that is there, or can be nothing else. */
const addToSure: Reader = (heard) => {
  const { list } = heard.slots;
  const said = list && couldBeName(heard.reading, list) ? readListValue(heard.reading, list) : undefined;
  return said?.sure ? addTo(heard) : undefined;
};

/** "add to groceries milk and eggs": where the name ends is known only of a list that exists. */
const addToKnown: Reader = ({ reading, slots, confidence }) => {
  const { body } = slots;
  if (!body) return undefined;
  for (let to = Math.min(body.to - 1, body.from + 4); to > body.from; to -= 1) {
    const said = readListValue(reading, { from: body.from, to });
    const intention =
      said?.sure && readAdd(reading, { from: to, to: body.to }, confidence, { list: said.list });
    if (intention) return [intention];
  }
  return undefined;
};

/** "task call mom", but "task 3" is one that exists. */
const addNoted: Reader = (heard) => {
  const { body } = heard.slots;
  const { tokens, locale } = heard.reading;
  return body && locale.references.numbers(tokens[body.from]!) === undefined ? add(heard) : undefined;
};

/** "put bread on my list", but "put out the trash" is a to-do itself. */
const addPlaced: Reader = (heard) => {
  const { reading, slots } = heard;
  // "put call mom on my list" names a task as one would that exists, "put bread on my list" doesn't.
  const named = slots.body !== undefined && startsWithVerb(reading, slots.body);
  const intention = slots.body && readAdd(reading, slots.body, heard.confidence, {}, named);
  if (intention?.operation !== "add") return undefined;
  const { list_nouns, task_topics } = reading.locale.grammar;
  const last = slots.body && reading.tokens[slots.body.to - 1]!.word;
  const placed = intention.tasks.some(({ list }) => list !== undefined);
  if (!placed && !(last && (list_nouns.has(last) || task_topics.has(last)))) return undefined;
  return [named ? { ...intention, unless_there: true } : intention];
};

export const additions: Record<string, Reader> = {
  add,
  add_to: addTo,
  add_to_sure: addToSure,
  add_to_known: addToKnown,
  add_noted: addNoted,
  add_placed: addPlaced,
};
