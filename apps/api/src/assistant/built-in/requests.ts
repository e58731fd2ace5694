/** One request of a message: which calls it takes, and what is said when they were made. */
import type { OperationName } from "@todo/contract";
import type { Intention, TaskWords } from "@todo/language";
import type { Moment } from "../../words/dates.ts";
import type { SaidTask, Words } from "../../words/words.ts";
import { adding, toInput } from "./adding.ts";
import { tasksIn } from "./conversation.ts";
import { dayOf } from "./day.ts";
import { doTo } from "./deeds.ts";
import type { Desk } from "./desk.ts";
import { type Add, LIKELY } from "./doubts.ts";
import { listFiltered, listFilters } from "./filtered.ts";
import {
  filterInput,
  findTasks,
  gathered,
  listCalled,
  toFilter,
  troubleIn,
  withinTime,
} from "./find-tasks.ts";
import { atNumbers, type Focus, inOrder } from "./focus.ts";
import { isTargeted, type Pointed, type Targeted, type Wish } from "./intentions.ts";
import { emptyTrash, listTrash, tellDone, tellHistory } from "./looking-back.ts";
import { sameText, searchOf } from "./match.ts";
import { showOverview } from "./overview.ts";
import { listReminders } from "./reminders.ts";
import { listSteps } from "./steps.ts";
import { swapDates } from "./swap.ts";

export interface Said {
  say: string;
  /** The answer is a choice among these, to do this to. */
  question?: Question;
}

export interface Question {
  wish: Targeted;
  candidates: SaidTask[];
}

export interface Request {
  desk: Desk;
  focus: Focus | undefined;
  words: Words;
  moment: Moment;
  /** Something waits for a yes that only the card can give. */
  isWaiting: boolean;
  /** A question was asked just before. */
  wasAsked: boolean;
}

/** Throws NotYet while calls are outstanding. */
export function carryOut(wish: Wish, request: Request): Said {
  return isTargeted(wish) ? toTasks(wish, request) : { say: others(wish, request) };
}

function toTasks(wish: Targeted, request: Request): Said {
  const { desk, words, moment } = request;
  const [{ swapped, under, or_new } = {}] = wish.targets;
  if (swapped) return { say: swapDates(swapped, request) };
  if (under && !wish.parent) {
    const parents: Targeted = { operation: "add_subtasks", targets: [under] };
    const { tasks, say } = findTasks(under, PARENT, { ...request, wish: parents });
    const [parent, ...others] = tasks;
    if (!parent || others.length > 0) return { say: say ?? words.nothingSpokenOf() };
    return toTasks({ ...wish, parent }, request);
  }
  const works = wish.targets.map((target, place) => () => findTasks(target, place, { ...request, wish }));
  const { tasks, say: doubts, candidates } = gathered(desk.all(works));
  const isGone = tasks.length === 0 && !candidates;
  if (isGone && or_new && wish.parent) {
    const adding: Targeted = { operation: "add_subtasks", targets: [], tasks: or_new };
    return { say: doTo([wish.parent], adding, desk, words, moment) };
  }
  if (isGone && or_new) return { say: add(or_new, request) };
  const list = isGone && wish.operation === "delete" ? listMeant(wish.targets, desk) : undefined;
  if (list !== undefined) return { say: words.isList(list) };
  if (isGone && wish.operation === "restore") return broughtBack(wish, request) ?? { say: doubts ?? "" };
  if (isGone && wish.or_list !== undefined) {
    const { or_list: list, tasks: added = [] } = wish;
    return {
      say: add(
        added.map((task) => ({ ...task, list })),
        request,
      ),
    };
  }
  const done = tasks.length > 0 ? doTo(tasks, wish, desk, words, moment) : "";
  const say = [done, doubts].filter(Boolean).join(" ");
  return candidates ? { say, question: { wish, candidates } } : { say };
}

/** The place of what the others go below, among the references of a request. */
const PARENT = 500;

/** “delete groceries”: a list may be meant, which is more than a task. */
function listMeant(targets: Pointed[], desk: Desk): string | undefined {
  const [{ text, every } = {}, ...more] = targets;
  const list = text && !every && more.length === 0 ? listCalled(text, desk) : undefined;
  return list !== undefined && text !== undefined && sameText(list, text) ? list : undefined;
}

/** “bring back call bank”: not in the trash, but done. Nothing where it isn't done either. */
function broughtBack(wish: Targeted, request: Request): Said | undefined {
  const { desk, words, moment } = request;
  const reopen: Targeted = { ...wish, operation: "reopen" };
  const works = wish.targets.map(
    (target, place) => () => findTasks(target, (place + 1) * 100_000, { ...request, wish: reopen }),
  );
  const { tasks, say, candidates } = gathered(desk.all(works));
  if (candidates) return { say: say ?? "", question: { wish: reopen, candidates } };
  return tasks.length > 0 ? { say: doTo(tasks, reopen, desk, words, moment) } : undefined;
}

type Simple = Exclude<Wish, Targeted>;

function others(wish: Simple, request: Request): string {
  const { desk, words, moment } = request;
  const make = (tool: OperationName, input: Record<string, unknown>) => {
    const [call] = desk.ask([{ name: "do", tool, input }]);
    return words.told(call!, moment);
  };
  switch (wish.operation) {
    case "add":
      return (mayBeThere(wish) && alreadyThere(wish.tasks, request)) || add(wish.tasks, request);
    case "list": {
      const filter: Pointed = wish.filter;
      if (filter.overview) return showOverview(filter.overview, filter, request);
      if (filter.steps) return listSteps(filter, request);
      return filter.numbers || filter.pronoun || filter.rest ? look(filter, request) : list(filter, request);
    }
    case "list_lists":
    case "list_labels": {
      const [call] = desk.ask([{ name: "show", tool: wish.operation, input: {} }]);
      const { lists, labels } = call!.output as Record<
        string,
        { name: string; open_tasks: number }[] | undefined
      >;
      return lists ? words.lists(lists) : labels ? words.labels(labels) : words.told(call!, moment);
    }
    case "list_archived": {
      const [call] = desk.ask([{ name: "show", tool: "list_lists", input: { archived: true } }]);
      const { lists } = call!.output as { lists?: { name: string; open_tasks: number }[] };
      return lists ? words.archived(lists) : words.told(call!, moment);
    }
    case "list_trash":
      return listTrash(request);
    case "empty_trash":
      return emptyTrash(request);
    case "history":
      return tellHistory(wish.days, request);
    case "ask_done":
      return tellDone(wish.text, request, { tentative: wish.confidence === 0 });
    case "list_filters":
      return listFilters(request);
    case "list_filtered":
      return listFiltered(wish.filter, request);
    case "list_reminders":
      return listReminders(wish.filter, request);
    case "add_list":
      return make("add_list", { name: wish.list });
    case "delete_list":
    case "archive_list":
    case "unarchive_list":
      return make(wish.operation, { list_id: wish.list });
    case "rename_list":
      return make("rename_list", { list_id: wish.list, name: wish.name });
    case "undo":
    case "redo":
      return make(wish.operation, {});
    case "yes":
      return request.isWaiting ? words.answerAbove() : words.nothingAsked();
    case "no":
      return request.isWaiting
        ? words.answerAbove()
        : request.wasAsked
          ? words.neverMind()
          : words.nothingAsked();
    case "greeting":
    case "thanks":
    case "farewell":
    case "help":
      return words[wish.operation]();
    case "reject":
      if (wish.wanted) return words.askFor[wish.wanted]();
      return wish.reason === "not_about_tasks" ? words.notAboutTasks() : words.unclear();
  }
}

function add(tasks: TaskWords[], { desk, words, moment }: Request): string {
  const calls = desk.ask(adding(tasks, moment).map((call, index) => ({ ...call, name: `do${index || ""}` })));
  return calls.length === 0 ? words.unclear() : calls.map((call) => words.told(call, moment)).join(" ");
}

/** “email Sarah tomorrow”: nobody said that it is new. */
const mayBeThere = ({ unless_there, tasks, confidence }: Add) =>
  unless_there === true || (confidence <= LIKELY && tasks.some(({ when }) => when));

/** “put call mom in Home”: the task of that title goes there; nothing when there is none. */
function alreadyThere([task, ...more]: TaskWords[], { desk, words, moment }: Request): string | undefined {
  if (!task || more.length > 0) return undefined;
  const found = desk
    .pages("find", { search: searchOf(task.title), status: "pending" })
    .flatMap(tasksIn)
    .filter(({ title }) => sameText(title, task.title));
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const { title: _, ...fields } = toInput(task, moment);
  if (isAlready(only, fields)) return words.alreadyThere(only.title);
  const [call] = desk.ask([{ name: "do", tool: "update_task", input: { task_id: only.number, ...fields } }]);
  return words.told(call!, moment);
}

const isAlready = ({ list }: SaidTask, { list: wanted, ...more }: Record<string, unknown>) =>
  Object.keys(more).length === 0 &&
  (wanted === undefined || String(wanted).toLowerCase() === (list?.name ?? "inbox").toLowerCase());

/** As it would be added, for whoever is asked whether it shall be. */
export const offered =
  (moment: Moment) =>
  ({ title, list, when, due_time, recurrence }: TaskWords): SaidTask => ({
    title,
    ...(list !== undefined && { list: { name: list } }),
    ...(when ?? (due_time && { due_on: dayOf(due_time, moment), due_time })),
    ...(recurrence && { recurrence }),
  });

/** “when is it due”: these very tasks, as they are now. */
function look(filter: Pointed, { desk, focus, words, moment }: Request): string {
  const isAll = focus?.shown === true || filter.pronoun === "last_all";
  const spokenOf = filter.rest ? focus?.rest : focus?.tasks.slice(isAll ? 0 : -1);
  const meant = filter.numbers ? atNumbers(filter, focus) : (spokenOf ?? []);
  const refs = meant.map(({ id, number }) => number ?? id);
  if (refs.length === 0) return words.nothingSpokenOf();
  const read = desk.ask(
    refs.map((task_id, index) => ({ name: `show${index || ""}`, tool: "get_task", input: { task_id } })),
  );
  const found = read.flatMap(tasksIn);
  const missing = read.filter(({ status }) => status === "failed").map((call) => words.told(call, moment));
  const [only, ...more] = found;
  const note = more.length === 0 ? only?.description : undefined;
  return [found.length > 0 ? words.tasks(found, {}, moment) : "", note, ...missing]
    .filter(Boolean)
    .join("\n");
}

function list(
  filter: Extract<Intention, { operation: "list" }>["filter"],
  { desk, words, moment }: Request,
): string {
  const { text, due, sort = due && "due" } = filter;
  const looksAhead = due !== undefined && filter.status === undefined;
  const wanted = looksAhead ? { ...filter, status: "pending" as const } : filter;
  const pages = desk.pages("show", {
    ...filterInput(wanted),
    ...(text && { search: searchOf(text) }),
    ...(sort && { sort }),
  });
  const trouble = troubleIn(pages, filter, words);
  if (trouble) return trouble;
  const found = inOrder(withinTime(pages.flatMap(tasksIn), filter, moment));
  const known = found.length === 0 && text && !filter.list ? listCalled(text, desk) : undefined;
  if (known) {
    const { text: _, ...rest } = wanted;
    const inList = { ...rest, list: known };
    const tasks = desk.pages("list", { ...filterInput(inList), ...(sort && { sort }) }).flatMap(tasksIn);
    return words.tasks(inOrder(withinTime(tasks, filter, moment)), toFilter(inList), moment);
  }
  return words.tasks(found, toFilter(wanted), moment);
}
