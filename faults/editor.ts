/**
 * One hand that edits: one request after another, on tasks that nobody else
 * touches, so that after each acknowledged answer it is known to the field how
 * they must look. Many hands of one person write at the same time.
 */
import type { Task } from "@todo/contract";
import type { Caller } from "./caller.ts";
import { type Ledger, stateOf, type TaskState } from "./ledger.ts";
import type { Random } from "./random.ts";

/** One change and how its tasks looked around it; undefined: it wasn't there. */
interface Step {
  /** What takes it back: the change itself, its undo, or the redo of that. */
  group: string;
  /** The change itself: what an undo of it names, however often it was redone. */
  root: string;
  before: Map<string, TaskState | undefined>;
  after: Map<string, TaskState | undefined>;
}

type Answer = { undo: string | null } & (Task | { tasks: Task[]; failures: unknown[] });

export interface Editor {
  /** Makes one change, or takes one back; resolves when it is acknowledged. */
  edit(): Promise<void>;
}

const MOST_TASKS = 40;

export function createEditor(caller: Caller, ledger: Ledger, random: Random, newTitle: () => string): Editor {
  const { client, surely } = caller;
  const own = new Map<string, TaskState>();
  const done: Step[] = [];
  const undone: Step[] = [];

  const living = () => [...own.values()].filter(({ deleted_at }) => !deleted_at);
  const pending = () => living().filter(({ completed_at }) => !completed_at);
  const some = (from: TaskState[]) => {
    const first = random.whole(0, from.length - 1);
    return from.slice(first, first + random.whole(1, 4));
  };

  const put = (states: Map<string, TaskState | undefined>) => {
    for (const [id, state] of states) {
      if (state) {
        own.set(id, state);
        ledger.tasks.set(id, state);
      } else {
        own.delete(id);
        ledger.tasks.delete(id);
      }
    }
  };

  /** Notes what was acknowledged, and complains of an answer that isn't what was asked for. */
  const note = (operation: string, answer: Answer, expected: (task: TaskState) => Partial<TaskState>) => {
    const tasks = "tasks" in answer ? answer.tasks : [answer];
    const group = answer.undo ?? "";
    const step: Step = { group, root: group, before: new Map(), after: new Map() };
    for (const task of tasks) {
      const { undo, next, ...state } = stateOf(task) as TaskState & { undo?: string; next?: Task | null };
      const before = own.get(state.id);
      step.before.set(state.id, before);
      step.after.set(state.id, state);
      const wanted = { ...(before ?? state), ...expected(state) };
      if (!sameState(wanted, state)) {
        ledger.complaints.push(
          `${operation} answered ${JSON.stringify(state)}, wanted was ${JSON.stringify(wanted)}`,
        );
      }
    }
    if (!answer.undo)
      ledger.complaints.push(`${operation} of ${[...step.after.keys()]} answered no group to undo`);
    if ("failures" in answer && answer.failures.length > 0)
      ledger.complaints.push(`${operation} failed in part: ${JSON.stringify(answer.failures)}`);
    put(step.after);
    // A task of a batch that was so already leaves nothing in the journal, and nothing to undo.
    for (const [id, before] of step.before) {
      if (!before || !sameState(before, step.after.get(id)!)) continue;
      step.before.delete(id);
      step.after.delete(id);
    }
    ledger.groups.push({ id: step.group, operation, tasks: [...step.after.keys()], undoes: null });
    done.push(step);
    undone.length = 0;
  };

  const add = async () => {
    const titles = Array.from({ length: random.chance(0.3) ? random.whole(2, 5) : 1 }, newTitle);
    if (titles.length === 1) {
      const answer = await surely((options) => client.add_task({ title: titles[0]! }, options));
      return note("add_task", answer, () => ({ title: titles[0]! }));
    }
    const tasks = titles.map((title) => ({ title }));
    const answer = await surely((options) => client.add_tasks({ tasks }, options));
    const got = answer.tasks.map(({ title }) => title);
    if (got.join() !== titles.join())
      ledger.complaints.push(`add_tasks answered ${got}, asked was ${titles}`);
    note("add_tasks", answer, () => ({}));
  };

  const takeBack = async () => {
    const step = done.pop()!;
    const { undo } = await surely((options) => client.undo({ undo: step.group }, options));
    put(step.before);
    ledger.groups.push({ id: undo!, operation: "undo", tasks: [...step.before.keys()], undoes: step.root });
    undone.push({ ...step, group: undo! });
  };

  const doAgain = async () => {
    const step = undone.pop()!;
    const { undo } = await surely((options) => client.redo({ undo: step.group }, options));
    put(step.after);
    ledger.groups.push({ id: undo!, operation: "redo", tasks: [...step.after.keys()], undoes: step.group });
    done.push({ ...step, group: undo! });
  };

  const change = async (task: TaskState) => {
    const title = newTitle();
    const [input, result]: [object, Partial<TaskState>] = random.pick([
      [{ title }, { title }],
      [
        { priority: "high", description: title },
        { priority: "high", description: title },
      ],
      [{ due_on: "2027-03-01" }, { due_on: "2027-03-01" }],
      [
        { clear: ["due_on"], title },
        { due_on: null, due_time: null, time_zone: null, title },
      ],
    ]);
    // What would change nothing leaves nothing in the journal.
    if (sameState({ ...task, ...result }, task)) return;
    const answer = await surely((options) => client.update_task({ task_id: task.id, ...input }, options));
    note("update_task", answer, () => result);
  };

  const completeSome = async (tasks: TaskState[]) => {
    const task_ids = tasks.map(({ id }) => id);
    const answer = await surely((options) => client.complete_tasks({ task_ids }, options));
    note("complete_tasks", answer, ({ completed_at }) => ({ status: "completed", completed_at }));
  };

  const deleteSome = async (tasks: TaskState[]) => {
    const task_ids = tasks.map(({ id }) => id);
    const answer = await surely((options) => client.delete_tasks({ task_ids }, options));
    note("delete_tasks", answer, ({ deleted_at }) => ({ deleted_at }));
  };

  const reschedule = async (tasks: TaskState[]) => {
    const task_ids = tasks.map(({ id }) => id);
    const due_on = `2027-0${random.whole(4, 9)}-${random.whole(10, 28)}`;
    if (tasks.every((task) => task.due_on === due_on)) return;
    const answer = await surely((options) => client.reschedule_tasks({ task_ids, due_on }, options));
    note("reschedule_tasks", answer, () => ({ due_on }));
  };

  const one = async (task: TaskState) => {
    const key = { task_id: task.id };
    if (task.deleted_at) {
      const answer = await surely((options) => client.restore_task(key, options));
      return note("restore_task", answer, () => ({ deleted_at: null }));
    }
    if (task.completed_at) {
      const answer = await surely((options) => client.reopen_task(key, options));
      return note("reopen_task", answer, () => ({ status: "pending", completed_at: null }));
    }
    if (random.chance(0.4)) {
      const answer = await surely((options) => client.delete_task(key, options));
      return note("delete_task", answer, ({ deleted_at }) => ({ deleted_at }));
    }
    const answer = await surely((options) => client.complete_task(key, options));
    note("complete_task", answer, ({ completed_at }) => ({ status: "completed", completed_at }));
  };

  /** What one backend acknowledged, the other one shows; and nobody else's. */
  const look = async () => {
    const { tasks } = await surely((options) => client.list_tasks({ limit: 200 }, options));
    const foreign = tasks.find(({ title }) => !title.startsWith(`${ledger.person} `));
    if (foreign) ledger.complaints.push(`list_tasks showed “${foreign.title}” of somebody else`);
    const [known] = own.values();
    if (!known) return;
    const shown = stateOf(await surely((options) => client.get_task({ task_id: known.id }, options)));
    if (!sameState(shown, known))
      ledger.complaints.push(
        `get_task showed ${JSON.stringify(shown)}, acknowledged was ${JSON.stringify(known)}`,
      );
  };

  return {
    async edit() {
      if (random.chance(0.1)) return look();
      const dice = random.next();
      if (own.size === 0 || (dice < 0.25 && own.size < MOST_TASKS)) return add();
      if (dice < 0.4 && done.length > 0) return takeBack();
      if (dice < 0.5 && undone.length > 0) return doAgain();
      if (dice < 0.7 && living().length > 0) return change(random.pick(living()));
      if (dice < 0.76 && pending().length > 0) return completeSome(some(pending()));
      if (dice < 0.8 && living().length > 0) return deleteSome(some(living()));
      if (dice < 0.86 && living().length > 0) return reschedule(some(living()));
      return one(random.pick([...own.values()]));
    },
  };
}

const sameState = (one: object, other: object) =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (state: object) => Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1));
