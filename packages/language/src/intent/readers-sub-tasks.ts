/** Requests that put tasks below another one: what follows is read like what follows "add". */
import type { TaskWords } from "../meaning.ts";
import { spanOf } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import { piecesOf } from "./pieces.ts";
import type { Heard, Reader } from "./readers.ts";
import { isExplicit, readReference } from "./reference.ts";
import { readListValue } from "./values.ts";

const addSubtasks: Reader = ({ reading, slots, confidence }) => {
  const { target, body } = slots;
  const added = body && readAdd(reading, body, confidence);
  if (!target || added?.operation !== "add") return undefined;
  const parent = readReference(reading, target);
  if (!parent.text && !parent.numbers && !parent.pronoun) return undefined;
  const spans = { target: spanOf(reading, target), ...added.spans };
  return [
    { operation: "add_subtasks", target: parent, tasks: added.tasks.map(withoutList), confidence, spans },
  ];
};

/** A sub-task is on the list of the task above it. */
const withoutList = ({ list: _, ...task }: TaskWords): TaskWords => task;

/** "add milk under groceries": a list, if it is there; else perhaps a task, perhaps the name that most give such a list. */
const addBelow: Reader = (heard) => {
  const { reading, slots } = heard;
  // "put it under work" moves what is there.
  if (slots.body && isExplicit(readReference(reading, slots.body))) return undefined;
  const list = slots.target && readListValue(reading, slots.target);
  if (list && reading.context.lists?.includes(list.list)) return undefined;
  const read = addSubtasks(heard);
  return list?.sure
    ? read?.map((each) => (each.operation === "add_subtasks" ? { ...each, or_list: list.list } : each))
    : read;
};

/** "break packing into passport and socks", but not "split the bill into three": each piece is a part, whatever it begins with. */
const splitTask: Reader = (heard: Heard) => {
  const { body } = heard.slots;
  const pieces = body ? piecesOf(heard.reading, body) : [];
  const read = pieces.map((piece) => addSubtasks({ ...heard, slots: { ...heard.slots, body: piece } }));
  if (read.length < 2 || read.some((one) => one?.length !== 1)) return undefined;
  const [first] = read[0]!;
  const tasks = read.flat().flatMap((one) => (one?.operation === "add_subtasks" ? one.tasks : []));
  return first?.operation === "add_subtasks" ? [{ ...first, tasks }] : undefined;
};

export const subTasks: Record<string, Reader> = {
  add_subtasks: addSubtasks,
  add_below: addBelow,
  split_task: splitTask,
};
