/**
 * Somebody who talks to the assistant: adds, completes and deletes by sentences,
 * answers what it asks, tries again what failed. The same things are said to the
 * built-in model and to a vendor's, each in the words that it understands.
 */
import { randomUUID } from "node:crypto";
import type { Caller } from "./caller.ts";
import { type Follower, follow, type Start } from "./follow.ts";
import { type Ledger, type SeenRun, stateOf, type TaskState, type Turn } from "./ledger.ts";
import type { Random } from "./random.ts";

export interface TalkerOptions {
  caller: Caller;
  ledger: Ledger;
  random: Random;
  newTitle: () => string;
  model: "built-in" | "vendor";
}

export interface Talker {
  /** Says one thing and sees it through to its end. */
  talk(): Promise<void>;
}

interface Saying {
  text: string;
  adds: string[];
  changes: Turn["changes"];
}

const RESTLESSNESS = 0.35;
const MOST_TRIES = 8;
const TURNS_PER_CONVERSATION = 12;

export function createTalker({ caller, ledger, random, newTitle, model }: TalkerOptions): Talker {
  const { client, surely } = caller;
  const follower: Follower = { caller, ledger, random, restlessness: RESTLESSNESS };
  let conversation_id: string | undefined;
  let said = 0;

  /** A task for the talk to be about, made by hand. */
  const makeTask = async (): Promise<TaskState> => {
    const title = newTitle();
    const answer = await surely((options) => client.add_task({ title }, options));
    const { undo, ...state } = stateOf(answer) as TaskState & { undo: string };
    ledger.tasks.set(state.id, state);
    ledger.groups.push({ id: undo, operation: "add_task", tasks: [state.id], undoes: null });
    return state;
  };

  const makeTasks = async (count: number) => {
    const tasks: TaskState[] = [];
    for (let n = 0; n < count; n++) tasks.push(await makeTask());
    return tasks;
  };

  const think = async (): Promise<Saying> => {
    const dice = random.next();
    if (dice < 0.4) {
      // The built-in model reads one request a sentence.
      const adds = Array.from({ length: model === "vendor" ? random.whole(1, 3) : 1 }, newTitle);
      const text =
        model === "vendor" ? adds.map((title) => `add: ${title}`).join("\n") : `Add task "${adds[0]}"`;
      return { text, adds, changes: [] };
    }
    if (dice < 0.6) {
      const [task] = await makeTasks(1);
      const text = model === "vendor" ? `complete: ${task!.id}` : `Complete task ${task!.number}`;
      return { text, adds: [], changes: [{ task: task!.id, field: "completed_at" }] };
    }
    if (dice < 0.8) {
      const [task] = await makeTasks(1);
      const text = model === "vendor" ? `delete: ${task!.id}` : `Delete task ${task!.number}`;
      return { text, adds: [], changes: [{ task: task!.id, field: "deleted_at" }] };
    }
    const tasks = await makeTasks(5);
    const numbers = tasks.map(({ number }) => number);
    const text =
      model === "vendor"
        ? `complete all: ${tasks.map(({ id }) => id).join(" ")}`
        : `Complete tasks ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
    return { text, adds: [], changes: tasks.map(({ id }) => ({ task: id, field: "completed_at" })) };
  };

  /** Answers the approvals that wait, and gives how the run then rests. */
  const decide = async (turn: Turn, seen: SeenRun, rest: Awaited<ReturnType<typeof follow>>) => {
    if (rest.type !== "finished") return rest;
    let last: typeof rest = rest;
    for (const approval of rest.answer.approvals.filter(({ status }) => status === "pending")) {
      const approved = random.chance(0.7);
      const start = begin(`/api/approvals/${approval.id}`, { decision: approved ? "approve" : "reject" });
      if (!approved) turn.refused.push(...approval.targets.map(({ id }) => id));
      last = (await follow(follower, start, seen)) as typeof rest;
    }
    return last;
  };

  return {
    async talk() {
      const { text, adds, changes } = await think();
      if (said % TURNS_PER_CONVERSATION === 0) conversation_id = undefined;
      said += 1;
      const turn: Turn = { text, conversation_id: "", runs: [], adds, changes, refused: [] };
      ledger.turns.push(turn);

      let start = begin("/api/chat", { message: text, ...(conversation_id && { conversation_id }) });
      for (let tries = 1; ; tries += 1) {
        const seen: SeenRun = { run_id: "", events: [] };
        turn.runs.push(seen);
        const rest = await decide(turn, seen, await follow(follower, start, seen));
        const started = seen.events[0]?.event;
        if (started?.type === "run_started") conversation_id = turn.conversation_id = started.conversation_id;
        if (rest.type === "finished") return;
        if (tries === MOST_TRIES) throw new Error(`“${text}” failed ${tries} times: ${JSON.stringify(rest)}`);
        start = begin(`/api/runs/${seen.run_id}/retry`, {});
      }
    },
  };
}

const begin = (path: string, body: object): Start => ({ path, body, key: randomUUID() });
