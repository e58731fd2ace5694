/** From the words that point at tasks to the tasks, by looking them up. */
import type { DueFilter, Reference } from "@todo/language";
import { dateIn, type Moment } from "../../words/dates.ts";
import type { SaidFilter, SaidTask, Words } from "../../words/words.ts";
import { type PastCall, tasksIn } from "./conversation.ts";
import { timeInDay } from "./day.ts";
import type { Desk } from "./desk.ts";
import { duplicates } from "./duplicates.ts";
import { atNumbers, type Focus } from "./focus.ts";
import type { Pointed, Targeted } from "./intentions.ts";
import { closest, everyMatch, sameText, searchOf, withWords } from "./match.ts";
import { refOf } from "./task-calls.ts";

/** The tasks meant; and what there is to say where that isn't clear, perhaps with tasks to choose from. */
export interface Found {
  tasks: SaidTask[];
  say?: string;
  candidates?: SaidTask[];
}

export interface Finding {
  wish: Targeted;
  desk: Desk;
  focus: Focus | undefined;
  words: Words;
  moment: Moment;
}

/** `place` tells the references of one request apart. */
export function findTasks(reference: Pointed, place: number, finding: Finding): Found {
  const { focus, words } = finding;
  const { numbers, pronoun, ordinal, first, last, other, except, these } = reference;
  if (reference.but) return without(reference.but, reference, place, finding);
  if (these) return { tasks: these };
  if (reference.rest || other) return left(reference, finding);
  if (numbers) return { tasks: atNumbers(reference, focus) };
  if (ordinal !== undefined || first !== undefined || last !== undefined) {
    const shown = focus?.listed ?? focus?.tasks ?? [];
    const tasks = atPlaces(reference, shown);
    return tasks ? { tasks } : { tasks: [], say: words.noSuchPosition(shown.length) };
  }
  if (pronoun) return spokenOf(pronoun, finding);
  if (except) return { tasks: [], say: words.nothingSpokenOf() };
  if (Object.keys(reference).length === 0) return { tasks: [], say: words.nothingSpokenOf() };
  return lookUp(reference, place, finding);
}

/** All of them but some; nothing while it isn't clear which those are. */
function without(but: Reference[], { but: _, ...all }: Pointed, place: number, finding: Finding): Found {
  const [found, ...kept] = finding.desk.all(
    [all, ...but].map((one, index) => () => findTasks(one, (place + 1) * 1000 + index, finding)),
  );
  const unclear = kept.find(({ tasks, say }) => tasks.length === 0 || say);
  if (!found || unclear) return { tasks: [], say: unclear?.say ?? finding.words.nothingSpokenOf() };
  const stay = new Set(kept.flatMap(({ tasks }) => tasks.map(refOf)));
  return { ...found, tasks: found.tasks.filter((task) => !stay.has(refOf(task))) };
}

/** Of a group, those that are open and that nothing was done to since; “the other one” when there is one alone. */
function left({ other }: Pointed, { wish, focus, words }: Finding): Found {
  const isOver = wish.operation === "reopen" || wish.operation === "restore";
  const tasks = focus?.rest?.filter(({ status }) => isOver || status !== "completed") ?? [];
  const isClear = tasks.length > 0 && (!other || tasks.length === 1);
  return isClear ? { tasks } : { tasks: [], say: words.nothingSpokenOf() };
}

/** Nothing when so many weren't shown. */
function atPlaces({ ordinal, first, last }: Reference, shown: SaidTask[]): SaidTask[] | undefined {
  const count = first ?? last ?? Math.abs(ordinal ?? 1);
  if (count > shown.length) return undefined;
  if (first !== undefined) return shown.slice(0, first);
  if (last !== undefined) return shown.slice(-last);
  return shown.slice(ordinal! > 0 ? count - 1 : shown.length - count).slice(0, 1);
}

function spokenOf(pronoun: "last" | "last_all", { wish, focus, words, moment }: Finding): Found {
  const last = focus?.tasks.at(-1);
  if (!focus || !last) return { tasks: [], say: words.nothingSpokenOf() };
  if (pronoun === "last_all") return { tasks: stillOpen(focus.tasks, wish) };
  if (!focus.shown || focus.tasks.length === 1) return { tasks: [last] };
  return { tasks: [], say: words.whichOne(wish.operation, focus.tasks, moment), candidates: focus.tasks };
}

/** Of a list that was read out, what is done already stays as it is. */
function stillOpen(tasks: SaidTask[], { operation }: Targeted): SaidTask[] {
  const open = tasks.filter(({ status }) => status !== "completed");
  return open.length > 0 && (operation === "reschedule" || operation === "snooze") ? open : tasks;
}

function lookUp(reference: Pointed, place: number, finding: Finding): Found {
  const { wish, desk, words, moment } = finding;
  const { or_text, ...alone } = reference;
  const { text, every = false } = alone;
  const input = { ...filterInput(reference), ...(wish.operation === "restore" && { trash: true }) };
  const name = place === 0 ? "find" : `find${place + 1}`;
  const pages = desk.pages(name, { ...input, ...(text && { search: searchOf(text) }) });
  const trouble = troubleIn(pages, reference, words);
  if (trouble) return { tasks: [], say: trouble };

  const parts = enumerated(reference);
  if (parts && pages.flatMap(tasksIn).length === 0) return together(parts, place, finding);

  const filter = toFilter(reference);
  const alike = withinTime(pages.flatMap(tasksIn), reference, moment);
  const isNamed = text !== undefined && withWords(text, alike).length > 0;
  const twice = text === undefined || isNamed ? undefined : duplicates(text, place, finding);
  if (twice) return twice;
  const all = fitting(alike, reference, wish);
  const found = meant(all, reference, wish.operation);
  // “I bought eggs”: rather the eggs than what else there is to buy.
  const isOther = or_text !== undefined && text !== undefined && withWords(text, found).length === 0;
  if (isOther) return lookUp({ ...alone, text: or_text }, (place + 1) * 10_000, finding);
  if (found.length === 0) {
    const others = text ? closest(text, all) : all;
    if (others.length > 0 && wish.operation === "complete")
      return { tasks: [], say: words.alreadyDone(titles(others)) };
    if (others.length > 0 && wish.operation === "reopen")
      return { tasks: [], say: words.notDone(titles(others)) };
    if (every) return { tasks: [], say: words.noTasks(filter, moment) };
    return { tasks: [], say: wish.tentative ? nothingSuch(finding) : words.noTask(text, wish.operation) };
  }
  if (every || found.length === 1) return { tasks: found };
  return { tasks: [], say: words.whichOne(wish.operation, found, moment), candidates: found };
}

/** Where nobody asked for anything, what the search forgives isn't enough; where something may be new, nor is a part of a name. */
function fitting(
  tasks: SaidTask[],
  { text, recurring, exactly }: Pointed,
  { tentative }: Targeted,
): SaidTask[] {
  if (text === undefined) return tasks;
  if (exactly) return tasks.filter(({ title }) => sameText(title, text));
  const named = tentative ? withWords(text, tasks) : tasks;
  return recurring ? named.filter(({ recurrence }) => recurrence) : named;
}

/** “sink fixed” says something of a task; “skip this song” is said to somebody else. */
const nothingSuch = ({ wish, words }: Finding) =>
  wish.operation === "complete" || wish.operation === "reschedule" ? words.noneFits() : words.notAboutTasks();

/** “milk, eggs and bread”, when no task is called that. */
function enumerated(reference: Reference): Reference[] | undefined {
  const parts = reference.text?.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i).filter(Boolean) ?? [];
  return parts.length > 1 ? parts.map((text) => ({ ...reference, text })) : undefined;
}

function together(parts: Reference[], place: number, finding: Finding): Found {
  const works = parts.map((part, index) => () => lookUp(part, (place + 1) * 100 + index, finding));
  return gathered(finding.desk.all(works));
}

export const gathered = (found: Found[]): Found => ({
  ...found.find(({ candidates }) => candidates),
  tasks: found.flatMap(({ tasks }) => tasks),
  say: found.flatMap(({ say = [] }) => say).join(" "),
});

/** What is asked for decides which ones come first: to complete, those that are pending. */
function meant(all: SaidTask[], { text, every, status }: Reference, deed: Targeted["operation"]): SaidTask[] {
  const pick = (tasks: SaidTask[]) =>
    text ? (every ? everyMatch(text, tasks) : closest(text, tasks)) : tasks;
  const pending = all.filter((task) => task.status !== "completed");
  const completed = all.filter((task) => task.status === "completed");
  if (deed === "complete") return pick(pending);
  if (deed === "reopen") return pick(completed);
  if (deed === "restore" || status || (every && deed === "delete")) return pick(all);
  return pending.length > 0 || every ? pick(pending) : pick(completed);
}

/** A filter of list_tasks, without the words. */
export function filterInput({ status, due, list, label, priority }: Reference): Record<string, unknown> {
  return {
    ...(status && { status }),
    ...(list && { list }),
    ...(label && { label }),
    ...(priority && { priority: [priority] }),
    ...(due?.on && { due_on: due.on }),
    ...(due?.before && { due_before: due.before }),
    ...(due?.after && { due_after: due.after }),
    ...(due?.overdue && { overdue: true }),
  };
}

export function toFilter(reference: Reference): SaidFilter {
  const { status, text, due, completed, part_of_day, list, label, priority } = reference;
  return {
    ...(status && { status }),
    ...(text && { text }),
    ...(due && { due }),
    ...(completed && { completed }),
    ...(part_of_day && { part_of_day }),
    ...(list && { list }),
    ...(label && { label }),
    ...(priority && { priority }),
  };
}

/** A list or label that isn't there, or anything else that went wrong while looking. */
export function troubleIn(pages: PastCall[], { list }: Reference, words: Words): string | undefined {
  const failed = pages.find(({ status }) => status !== "succeeded");
  if (!failed) return undefined;
  const { code, detail, params } = failed.output as {
    code?: string;
    detail?: string;
    params?: { kind?: string };
  };
  return code === "not_found" && params?.kind === "list" && list
    ? words.noList(list)
    : (detail ?? words.unclear());
}

/** What list_tasks has no filter for: the part of the day, and the day on which a task was done. */
export const withinTime = (tasks: SaidTask[], { part_of_day, completed }: Reference, moment: Moment) =>
  tasks.filter(
    (task) =>
      (!part_of_day || isWithinPart(task, part_of_day)) && (!completed || wasDone(task, completed, moment)),
  );

/** By the clock, or by the title: a “Morning meeting” without a time is one too. */
const isWithinPart = ({ due_time, title }: SaidTask, part: string) =>
  (due_time && timeInDay(due_time) === part) || title.toLowerCase().includes(part);

const wasDone = ({ completed_at }: SaidTask, days: DueFilter, moment: Moment) =>
  typeof completed_at === "string" && isWithin(completed_at, days, moment);

/** Whether an instant is on one of the person's days. */
export function isWithin(instant: string, { on, before, after }: DueFilter, { time_zone }: Moment): boolean {
  const day = dateIn(time_zone, new Date(instant));
  return (!on || day === on) && (!before || day < before) && (!after || day > after);
}

const titles = (tasks: SaidTask[]) => tasks.map(({ title }) => title);

/** “what's left for Rome?”: the one list with these words in its name. */
export function listCalled(text: string, desk: Desk): string | undefined {
  const [call] = desk.ask([{ name: "lists", tool: "list_lists", input: {} }]);
  const { lists = [] } = call!.output as { lists?: { name: string }[] };
  const [only, ...more] = withWords(
    text,
    lists.map(({ name }) => ({ title: name })),
  );
  return more.length === 0 ? only?.title : undefined;
}
