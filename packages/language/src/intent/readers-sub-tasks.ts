/** Requests that put tasks below another one: what follows is read like what follows "add". */
import type { TaskWords } from "../meaning.ts";
import { spanOf } from "../text/reading.ts";
import { readAdd } from "./add.ts";
import type { Heard, Reader } from "./readers.ts";
import { readReference } from "./reference.ts";
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
  const list = slots.target && readListValue(reading, slots.target);
  if (list && reading.context.lists?.includes(list.list)) return undefined;
  const read = addSubtasks(heard);
  return list?.sure
    ? read?.map((each) => (each.operation === "add_subtasks" ? { ...each, or_list: list.list } : each))
    : read;
};

/** "break packing into passport and socks", but not "split the bill into three". */
const splitTask: Reader = (heard: Heard) => {
  const read = addSubtasks(heard);
  const [only] = read ?? [];
  return only?.operation === "add_subtasks" && only.tasks.length > 1 ? read : undefined;
};

export const subTasks: Record<string, Reader> = {
  add_subtasks: addSubtasks,
  add_below: addBelow,
  split_task: splitTask,
};
