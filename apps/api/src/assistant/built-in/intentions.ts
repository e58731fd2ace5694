/** What the interpreter understood, with enumerations put together: “milk, eggs and bread are done” is one request for three. */
import { isDeepStrictEqual } from "node:util";
import type { Intention, Reference, TaskWords } from "@todo/language";
import type { Deed, SaidTask } from "../../words/words.ts";
import { sameText } from "./match.ts";

type Of<Operation extends Intention["operation"]> = Extract<Intention, { operation: Operation }>;

/** What the conversation tells of a reference besides its words; an intention's target or filter may be one. */
export interface Pointed extends Reference {
  /** Those of the group spoken of last that nothing was done to since. */
  rest?: true;
  these?: SaidTask[];
  /** Without those of them. */
  but?: Reference[];
  /** The sub-tasks of what is meant. */
  steps?: true;
  /** Goes below that one. */
  under?: Reference;
  /** Called so, and not only with these words in its title. */
  exactly?: true;
  /** Added where no task of that name is open. */
  or_new?: TaskWords[];
  /** These two change their dates. */
  swapped?: [Reference, Reference];
  /** Only what comes back. */
  recurring?: true;
  /** A look at all there is, by what is wanted of it. */
  overview?: Overview;
}

export type Overview = "week" | "day" | "first" | "counts" | "fullest" | "emptiest" | "about";

/** A request about tasks that exist. */
export type Targeted = Omit<Of<Deed>, "target" | "confidence" | "spans"> & {
  operation: Deed;
  /** Hardly a request, unless there is such a task. */
  tentative?: true;
  targets: Pointed[];
  when?: Of<"reschedule">["when"];
  due_time?: string;
  shift?: Of<"reschedule">["shift"];
  remove_labels?: Of<"update">["remove_labels"];
  clear?: Of<"reschedule">["clear"] | Of<"update">["clear"];
  changes?: Of<"update">["changes"];
  tasks?: Of<"add_subtasks">["tasks"];
  or_list?: string;
  /** The task that these go below. */
  parent?: SaidTask;
  minutes?: number;
  until?: string;
};

export type Wish = Exclude<Intention, { operation: Deed }> | Targeted;

export const isTargeted = (wish: Wish): wish is Targeted => "targets" in wish;

export function joined(intentions: Intention[]): Wish[] {
  const wishes: Wish[] = [];
  for (const intention of intentions) {
    if (!("target" in intention)) {
      wishes.push(intention);
      continue;
    }
    const { target, confidence, spans: _, ...rest } = intention;
    const deed = { ...rest, ...(confidence === 0 && { tentative: true as const }) };
    const last = wishes.at(-1);
    if (last && isTargeted(last) && sameDeed(last, deed)) last.targets.push(target);
    else wishes.push({ ...deed, targets: [target] } as Targeted);
  }
  return wishes;
}

/** “remind me an hour before the dentist”: what has no date can only be a task that is there. */
export function ofTaskThere(intention: Intention): Intention {
  if (intention.operation !== "add" || !intention.unless_there) return intention;
  const [task, ...more] = intention.tasks;
  if (!task?.reminders || task.when || more.length > 0) return intention;
  const { title: text, ...changes } = task;
  const { confidence, spans } = intention;
  return { operation: "update", target: { text }, changes, confidence, spans };
}

/** “my grocery list” is the list Groceries, where there is one. */
export function withKnownList(intention: Intention, lists: string[]): Intention {
  const known = <Words extends { list?: string }>(words: Words): Words => {
    const same = words.list === undefined ? [] : lists.filter((list) => sameText(list, words.list!));
    const [only] = same;
    return only !== undefined && same.length === 1 ? { ...words, list: only } : words;
  };
  if (intention.operation === "add") return { ...intention, tasks: intention.tasks.map(known) };
  if (intention.operation === "list") return { ...intention, filter: known(intention.filter) };
  if (intention.operation === "update")
    return { ...intention, target: known(intention.target), changes: known(intention.changes) };
  return "target" in intention ? { ...intention, target: known(intention.target) } : intention;
}

const sameDeed = ({ targets: _, ...last }: Targeted, deed: object) =>
  !("changes" in deed) && isDeepStrictEqual(last, deed);
