/** Requests of every day that take more than one call, or a look at all there is: which they are, and what they are about. */
import type { Intention } from "@todo/language";
import type { FollowUps } from "../../words/follow-ups.ts";
import type { SaidTask } from "../../words/words.ts";
import { asTarget } from "./choice.ts";
import { type PastTurn, tasksIn } from "./conversation.ts";
import { isAdd } from "./doubts.ts";
import type { Thread } from "./follow-ups.ts";
import type { Pointed } from "./intentions.ts";
import { sameText } from "./match.ts";

type Update = Extract<Intention, { operation: "update" }>;

const changing = (target: Pointed, changes: Update["changes"] = {}): Update => ({
  operation: "update",
  target,
  changes,
  confidence: 1,
  spans: {},
});

const looking = (filter: Pointed): Intention => ({ operation: "list", filter, confidence: 1, spans: {} });

/** “plan my week”, “what should I do first?”, “which list has the most tasks?” */
export function overview(
  said: string,
  _: Intention[],
  ways: FollowUps,
  { read }: Thread,
): Intention[] | undefined {
  const words = said.trim();
  const day = ways.plan.exec(words)?.groups?.day;
  const [asked] = day === undefined ? [] : read(ways.ask(day));
  if (asked?.operation === "list" && asked.filter.due) return [asked];
  const kinds = ["week", "day", "first", "counts", "fullest", "emptiest"] as const;
  const kind = kinds.find((one) => ways[one].test(words));
  return kind && [looking({ overview: kind })];
}

/** “make flour a sub-task of cake”. What is put there and isn't a task yet is added. */
export function below(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  { lists, read }: Thread,
): Intention[] | undefined {
  for (const pattern of ways.below) {
    const { what, parent } = pattern.exec(said.trim())?.groups ?? {};
    if (what === undefined || parent === undefined) continue;
    const [under, ...others] = pointedIn(parent, read);
    const those = pointedIn(what, read);
    // “put it under work” is about a list.
    const isList = lists.some((list) => sameText(list, parent));
    if (!under || others.length > 0 || those.length === 0 || isList) continue;
    const [only] = plain;
    const instead = only?.operation === "add_subtasks" && plain.length === 1 ? only : undefined;
    return those.map((target) =>
      changing({ ...target, under, ...(instead && { or_new: instead.tasks, exactly: true }) }),
    );
  }
  return undefined;
}

export function swap(
  said: string,
  _: Intention[],
  ways: FollowUps,
  { read }: Thread,
): Intention[] | undefined {
  const { one, other } = ways.swap.exec(said.trim())?.groups ?? {};
  if (one === undefined || other === undefined) return undefined;
  const [first, second, ...more] = [...pointedIn(one, read), ...pointedIn(other, read)];
  if (!first || !second || more.length > 0) return undefined;
  const target: Pointed = { swapped: [first, second] };
  return [{ operation: "reschedule", target, confidence: 1, spans: {} }];
}

/** “stop the vitamins”: only of what comes back, and only where the words name nothing else. */
export function stop(said: string, plain: Intention[], ways: FollowUps): Intention[] | undefined {
  const text = ways.stop.exec(said.trim())?.groups?.title;
  if (text === undefined || plain.some(({ operation }) => operation !== "reject")) return undefined;
  const target: Pointed = { text, recurring: true };
  return [{ ...changing(target), clear: ["recurrence"], confidence: 0 }];
}

/** “no gym today” */
export function once(said: string, plain: Intention[], ways: FollowUps): Intention[] | undefined {
  const text = ways.once.exec(said.trim())?.groups?.title;
  return text === undefined || plain.some(({ operation }) => operation !== "reject")
    ? undefined
    : [{ operation: "skip", target: { text }, confidence: 0, spans: {} }];
}

/** “make that two”, right after something was added that has no time of day. */
export function several(
  said: string,
  _: Intention[],
  ways: FollowUps,
  { earlier }: Thread,
): Intention[] | undefined {
  const { pointer = "", count } = ways.several.exec(said.trim())?.groups ?? {};
  const task = count === undefined ? undefined : addedIn(earlier.at(-1));
  if (!task || count === undefined || task.due_time) return undefined;
  const title = ways.counted(task.title, count);
  // “make it two” may be the hour, unless the task was counted.
  const isCounted = !title?.startsWith(task.title);
  const isHour = !isCounted && (task.due_on || pointer.toLowerCase() === "it");
  return title && !isHour ? [changing({ these: [task] }, { title })] : undefined;
}

function addedIn(turn: PastTurn | undefined): SaidTask | undefined {
  const [call, ...more] = turn?.calls ?? [];
  return call?.tool === "add_task" && more.length === 0 ? tasksIn(call)[0] : undefined;
}

/** “push everything to Friday”: what is due later than that stays. */
export function notBroughtForward(
  said: string,
  plain: Intention[],
  ways: FollowUps,
): Intention[] | undefined {
  const [only, ...more] = plain;
  if (!ways.later.test(said.trim()) || only?.operation !== "reschedule" || more.length > 0) return undefined;
  const isAll = only.target.every === true && Object.keys(only.target).length === 1;
  if (!isAll || !only.when) return undefined;
  return [{ ...only, target: { every: true, due: { before: only.when.due_on } } }];
}

/** “I'll do the report tomorrow”: the task that is there, if there is one; else it is noted. */
export function intended(
  said: string,
  _: Intention[],
  ways: FollowUps,
  { read }: Thread,
): Intention[] | undefined {
  const gives = ways.gives.test(said.trim());
  const deed = gives
    ? said
    : ways.intends.map((way) => way.exec(said.trim())?.groups?.deed).find((one) => one !== undefined);
  const [only, ...more] = deed === undefined ? [] : read(deed);
  if (!only || !isAdd(only) || more.length > 0) return undefined;
  const [task, ...others] = only.tasks;
  if (!task || others.length > 0 || !(task.when ?? task.recurrence)) return undefined;
  const { title, ...changes } = task;
  const text = title.replace(gives ? ways.gives : ways.doing, "");
  const target: Pointed = { text, or_new: only.tasks, ...(gives && { exactly: true }) };
  return [{ ...changing(target, changes), confidence: 0 }];
}

/** “I won't make the gym tonight”: it is asked when else. */
export function cannot(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  { read }: Thread,
): Intention[] | undefined {
  const title = ways.cannot.exec(said.trim())?.groups?.title;
  const isElse = plain.some((one) => one.operation !== "reject" && !isAdd(one));
  const [pointed, ...more] = title === undefined || isElse ? [] : pointedIn(title, read);
  if (!pointed?.text || more.length > 0) return undefined;
  return [{ operation: "reschedule", target: { text: pointed.text }, confidence: 0, spans: {} }];
}

/** “we're out of milk”: perhaps some is to be got. */
export function missing(said: string, _: Intention[], ways: FollowUps): Intention[] | undefined {
  const title = ways.missing.exec(said.trim())?.groups?.title;
  return title === undefined
    ? undefined
    : [{ operation: "add", tasks: [{ title }], confidence: 0, spans: {} }];
}

/** In words: whoever says more asks somebody else. */
const LONGEST_TOPIC = 3;

/** “where's the milk?”, “what do I still need for Rome?”: a question that nothing else was made of may be about what is there. */
export function askedAbout(said: string, plain: Intention[], ways: FollowUps): Intention[] | undefined {
  const isElse = plain.some((one) => one.operation !== "reject" || one.wanted !== undefined || one.perhaps);
  if (isElse || !ways.question.test(said.trim())) return undefined;
  const words = said.match(/[\p{L}\p{N}]+/gu) ?? [];
  const topic = words.filter((word) => !ways.noise.has(word.toLowerCase()));
  if (topic.length === 0 || topic.length > LONGEST_TOPIC) return undefined;
  return [looking({ text: topic.join(" "), overview: "about" })];
}

const pointedIn = (what: string, read: Thread["read"]) =>
  read(asTarget(what)).flatMap((one) => (one.operation === "delete" ? [one.target] : []));
