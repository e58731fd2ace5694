/** A look at all there is: the week, what comes first, which list holds the most. Nothing is changed by it. */
import { dateIn } from "../../words/dates.ts";
import type { SaidTask } from "../../words/words.ts";
import { tasksIn } from "./conversation.ts";
import { listCalled, troubleIn } from "./find-tasks.ts";
import type { Overview, Pointed } from "./intentions.ts";
import { searchOf, withWords } from "./match.ts";
import type { Request } from "./requests.ts";

export function showOverview(kind: Overview, { text = "" }: Pointed, request: Request): string {
  switch (kind) {
    case "day":
      return agenda(1, request);
    case "week":
      return agenda(7, request);
    case "first":
      return begin(request);
    case "about":
      return about(text, request);
    case "counts":
    case "fullest":
    case "emptiest":
      return lists(kind, request);
  }
}

/** In the order of days and hours; what is due before today stands for itself. */
function agenda(days: 1 | 7, { desk, words, moment }: Request): string {
  const today = dateIn(moment.time_zone, moment.now);
  const end = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const dated = desk.pages("find", { status: "pending", due_before: end, sort: "due" });
  const matter = desk.pages("find2", { status: "pending", priority: ["high", "urgent"], sort: "priority" });
  const trouble = troubleIn([...dated, ...matter], {}, words);
  if (trouble) return trouble;
  const found = dated.flatMap(tasksIn);
  const due = found.filter(({ due_on }) => due_on && due_on >= today);
  return words.agenda(
    {
      days,
      overdue: found.filter(({ due_on }) => due_on && due_on < today),
      due: [...Map.groupBy(due, ({ due_on }) => due_on ?? today)],
      undated: matter.flatMap(tasksIn).filter(({ due_on }) => !due_on),
    },
    moment,
  );
}

const TO_BEGIN_WITH = 5;

function begin({ desk, words, moment }: Request): string {
  const pages = desk.pages("show", { status: "pending", sort: "due" });
  const trouble = troubleIn(pages, {}, words);
  if (trouble) return trouble;
  const open = pages.flatMap(tasksIn);
  const today = dateIn(moment.time_zone, moment.now);
  const ranked = open
    .map((task, place) => ({ task, place, rank: rankOf(task, today) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ task }) => task);
  return words.begin(ranked.slice(0, TO_BEGIN_WITH), open.length, moment);
}

const levels: Record<string, number> = { urgent: 4, high: 3, medium: 2, low: 1 };

/** What is due by today or urgent comes before all else, there by priority; of one rank the order of dates decides. */
function rankOf({ due_on, priority = "none" }: SaidTask, today: string): number {
  const level = levels[priority] ?? 0;
  const isNow = level === 4 || (due_on !== undefined && due_on !== null && due_on <= today);
  return isNow ? -level : 10 - (level > 2 ? level : 0);
}

function lists(which: "counts" | "fullest" | "emptiest", { desk, words, moment }: Request): string {
  const [call] = desk.ask([{ name: "lists", tool: "list_lists", input: {} }]);
  const { lists: found } = call!.output as { lists?: { name: string; open_tasks: number }[] };
  if (!found) return words.told(call!, moment);
  if (which === "counts") return words.lists(found);
  const counts = found.map(({ open_tasks }) => open_tasks);
  const extreme = which === "fullest" ? Math.max(...counts) : Math.min(...counts);
  return words.extreme(
    found.filter(({ open_tasks }) => open_tasks === extreme),
    which,
  );
}

/** Open tasks with these words, else those in the list that is called so. */
function about(text: string, { desk, words, moment }: Request): string {
  const pages = desk.pages("show", { search: searchOf(text), status: "pending", sort: "due" });
  const named = withWords(text, pages.flatMap(tasksIn));
  if (named.length > 0) return words.tasks(named, { text, status: "pending" }, moment);
  const list = listCalled(text, desk);
  if (list === undefined) return words.notAboutTasks();
  const inList = desk.pages("list", { list, status: "pending", sort: "due" }).flatMap(tasksIn);
  return words.tasks(inList, { list, status: "pending" }, moment);
}
