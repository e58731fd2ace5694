/** What is shown while changes wait: the server's tasks, as these changes will have them. Pure. */
import type { Task } from "@todo/contract/tasks";
import type { TaskFilter } from "../../lib/queries.ts";
import { differences, type Queue, taskOf, type Waiting } from "./waiting.ts";

/** Of the changes that aren't refused; doing it twice does no harm. Nothing: the task has left. */
export function asWanted(task: Task, queue: Queue): Task | undefined {
  let shown: Task | undefined = task;
  for (const waiting of about(task.id, queue))
    shown = waiting.after ? { ...(shown ?? task), ...differences(waiting.before, waiting.after) } : undefined;
  return shown;
}

/** Those of the tasks that are known that belong to the filter, in its order. Undefined: only the server can tell. */
export function tasksHere(known: Iterable<Task>, queue: Queue, filter: TaskFilter): Task[] | undefined {
  if (filter.filter || filter.overdue !== undefined || filter.trash) return undefined;
  const tasks = new Map([...known].map((task) => [task.id, task]));
  for (const waiting of queue) {
    const task = taskOf(waiting);
    if (!waiting.refusal && !tasks.has(task.id)) tasks.set(task.id, task);
  }
  return [...tasks.values()]
    .flatMap((task) => asWanted(task, queue) ?? [])
    .filter((task) => belongs(task, filter))
    .sort(inOrder(filter));
}

interface Change {
  /** As a task of the page is now; nothing: it has left. */
  stays: (task: Task) => Task | undefined;
  comes: Task[];
}

/** What the waiting changes do to a view that shows `tasks`. All but `touched` stays as it is. */
export function changeOf(
  tasks: Task[],
  queue: Queue,
  filter: TaskFilter,
  known: Iterable<Task>,
  touched: ReadonlySet<string>,
): Change {
  const here = tasksHere(known, queue, filter);
  if (!here) return { stays: (task) => (touched.has(task.id) ? asWanted(task, queue) : task), comes: [] };
  const wanted = new Map(here.filter(({ id }) => touched.has(id)).map((task) => [task.id, task]));
  const shown = new Set(tasks.map(({ id }) => id));
  return {
    stays: (task) => (touched.has(task.id) ? wanted.get(task.id) : task),
    comes: [...wanted.values()].filter(({ id }) => !shown.has(id)),
  };
}

/** The tasks that a queue is about. */
export const touchedBy = (queue: Queue): Set<string> => new Set(queue.map((waiting) => taskOf(waiting).id));

const about = (id: string, queue: Queue): Waiting[] =>
  queue.filter((waiting) => !waiting.refusal && taskOf(waiting).id === id);

function belongs(task: Task, filter: TaskFilter): boolean {
  const { status = "all", priority, label, list, parent, due_on, due_before, due_after, search } = filter;
  const { due_on: day } = task;
  return (
    task.deleted_at === null &&
    (status === "all" || task.status === status) &&
    (!priority?.length || priority.includes(task.priority)) &&
    (!label || task.labels.some((name) => isSame(name, label))) &&
    (!list ||
      (list === "inbox" ? !task.list : task.list?.id === list || isSame(task.list?.name ?? "", list))) &&
    (parent === undefined || task.parent === parent) &&
    (!due_on || day === due_on) &&
    (!due_before || (day !== null && day < due_before)) &&
    (!due_after || (day !== null && day > due_after)) &&
    (!search || holds(task, search))
  );
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const holds = ({ title, description }: Task, search: string) => {
  const text = `${title} ${description}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

const ranks = ["none", "low", "medium", "high", "urgent"];

const fromTheTop = new Set<string>(["priority", "completed"]);

/** As the server orders them: what has no date comes last, and equals by their place. */
function inOrder({ sort = "position", order = fromTheTop.has(sort) ? "desc" : "asc" }: TaskFilter) {
  const keyOf: Record<typeof sort, (task: Task) => string> = {
    position: ({ position }) => position,
    due: ({ due_on, due_time }) => `${due_on ?? "~"} ${due_time ?? ""}`,
    priority: ({ priority }) => String(ranks.indexOf(priority)),
    created: ({ created_at }) => created_at,
    completed: ({ completed_at }) => completed_at ?? "~",
    title: ({ title }) => title.toLowerCase(),
  };
  const key = keyOf[sort];
  const sign = order === "desc" ? -1 : 1;
  return (a: Task, b: Task) => sign * (compare(key(a), key(b)) || compare(a.created_at, b.created_at));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
