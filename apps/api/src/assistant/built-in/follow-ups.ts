/**
 * What a message means after what was said and done before it: “and butter”, “the rest to Monday”, “not yet”. It is put
 * into words that say all of it, and the interpreter reads those; what the conversation doesn't tell is asked.
 */
import type { Intention } from "@todo/language";
import type { FollowUps } from "../../words/follow-ups.ts";
import { followUps } from "../../words/languages.ts";
import type { SaidTask } from "../../words/words.ts";
import { again } from "./again.ts";
import { allBut } from "./all-but.ts";
import { withoutAside } from "./asides.ts";
import { amongThese, asTarget } from "./choice.ts";
import { type PastTurn, tasksIn } from "./conversation.ts";
import { correction, ofAllAdded, placeInList, whither } from "./corrections.ts";
import { isAdd } from "./doubts.ts";
import {
  askedAbout,
  below,
  cannot,
  intended,
  missing,
  notBroughtForward,
  once,
  overview,
  several,
  stop,
  swap,
} from "./everyday.ts";
import type { Focus } from "./focus.ts";
import { further } from "./further.ts";
import type { Pointed } from "./intentions.ts";
import { sameText, withWords } from "./match.ts";
import { dayAlone, theRest, withoutPointer } from "./pointers.ts";

export interface Thread {
  earlier: PastTurn[];
  focus: Focus | undefined;
  lists: string[];
  /** What the interpreter makes of a message. */
  read(said: string): Intention[];
  /** The same after what was said before it. */
  understand(said: string): Intention[];
}

/** In characters. Whoever leans on what was said before says little. */
const LONGEST = 200;

export function understand(said: string, before: Omit<Thread, "understand">): Intention[] {
  const thread: Thread = { ...before, understand: (words) => understand(words, before) };
  const plain = thread.read(said);
  if (said.length > LONGEST) return plain;
  const readings = [
    withoutAside,
    overview,
    below,
    swap,
    several,
    shown,
    steps,
    takenBack,
    askedOfDay,
    dayAlone,
    correction,
    ofAllAdded,
    whither,
    allBut,
    further,
    again,
    placeInList,
    theRest,
    intended,
    cannot,
    missing,
    once,
    stop,
    notBroughtForward,
    askedAbout,
  ];
  for (const reading of readings)
    for (const ways of followUps) {
      const meant = reading(said, plain, ways, thread);
      if (meant) return meant.flatMap((one) => withoutPointer(said, one));
    }
  return plain.flatMap((one) => withoutPointer(said, one));
}

/** “show me the task”, once a single one was spoken of. */
function shown(
  said: string,
  _: Intention[],
  { show, show_all, leave }: FollowUps,
  { focus }: Thread,
): Intention[] | undefined {
  if (leave.test(said.trim())) return [{ operation: "no", confidence: 1, spans: {} }];
  const isOne = focus && (!focus.shown || focus.tasks.length === 1);
  if (isOne && show.test(said.trim())) return [listing({ pronoun: "last" })];
  return focus && show_all.test(said.trim()) ? [listing({ pronoun: "last_all" })] : undefined;
}

function steps(said: string, _: Intention[], ways: FollowUps): Intention[] | undefined {
  const title = ways.steps.exec(said.trim())?.groups?.title;
  return title === undefined ? undefined : [listing({ text: title, steps: true })];
}

/** “no it isn't”, right after something was completed; “not the butter”, right after that was added or completed. */
function takenBack(
  said: string,
  plain: Intention[],
  { not_so, not_this }: FollowUps,
  { earlier, focus, read }: Thread,
): Intention[] | undefined {
  const isAll = not_so.test(said.trim());
  const title = isAll ? undefined : not_this.exec(said.trim())?.groups?.title;
  if (!isAll && title === undefined) return undefined;
  const calls = earlier.at(-1)?.calls ?? [];
  const tasksOf = (tools: RegExp) => calls.filter(({ tool }) => tools.test(tool)).flatMap(tasksIn);
  const named = (tasks: SaidTask[]) => {
    if (title === undefined) return tasks;
    const places = read(asTarget(title)).flatMap((one) =>
      one.operation === "delete" && !one.target.text ? amongThese(one.target, focus?.listed ?? tasks) : [],
    );
    const ids = new Set(places.map(({ id }) => id));
    return ids.size > 0 ? tasks.filter(({ id }) => ids.has(id)) : withWords(title, tasks);
  };
  const completed: Pointed = { these: named(tasksOf(/^complete_tasks?$/)) };
  if (completed.these?.length) return [{ operation: "reopen", target: completed, confidence: 1, spans: {} }];
  const added: Pointed = { these: isAll ? [] : named(tasksOf(/^add_tasks?$/)) };
  if (added.these?.length) return [{ operation: "delete", target: added, confidence: 1, spans: {} }];
  // Whatever else isn't meant, it is nothing to add.
  const isNew = plain.every((one) => isAdd(one) && one.tasks.every(({ title }) => sameText(title, said)));
  return isNew ? [{ operation: "reject", reason: "unclear", confidence: 1, spans: {} }] : undefined;
}

/** “and Monday?”, right after the tasks of a day were read out, asks for those of that day, and moves nothing. */
function askedOfDay(
  said: string,
  plain: Intention[],
  ways: FollowUps,
  { earlier, read }: Thread,
): Intention[] | undefined {
  const before = daysAskedFor(earlier.at(-1));
  const groups = before && ways.further.exec(said.trim())?.groups;
  if (!before || !groups?.day || (groups.lead === undefined && !/[?؟]\s*$/u.test(said))) return undefined;
  if (!plain.every(({ operation }) => ["reschedule", "add", "list", "reject"].includes(operation)))
    return undefined;
  const [asked, ...more] = read(ways.ask(groups.day));
  if (asked?.operation !== "list" || more.length > 0) return undefined;
  const { due, ...rest } = asked.filter;
  return due && Object.keys(rest).length === 0 ? [listing({ ...before, due })] : undefined;
}

/** What else the list of the turn was filtered by; nothing when it wasn't one of days. */
function daysAskedFor(turn: PastTurn | undefined): Pointed | undefined {
  const call = turn?.calls.find(({ id, tool }) => tool === "list_tasks" && id.startsWith("show_"));
  if (!call || !["due_on", "due_before", "due_after"].some((field) => field in call.input)) return undefined;
  const { list, label, search } = call.input;
  return {
    ...(typeof list === "string" && { list }),
    ...(typeof label === "string" && { label }),
    ...(typeof search === "string" && { text: search }),
  };
}

const listing = (filter: Pointed): Intention => ({ operation: "list", filter, confidence: 1, spans: {} });
