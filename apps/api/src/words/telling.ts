/** How what came of a call is told, in any language: who tells what, and what becomes of parts that failed. */
import type { Moment } from "./dates.ts";
import type { SaidCall, SaidTask, Words } from "./words.ts";

/** An operation's answer as far as sentences need it. */
interface Answer extends Partial<SaidTask> {
  name?: string;
  tasks?: SaidTask[];
  failures?: { message: string }[];
  detail?: string;
  operation?: string;
  changes?: { entity: string; name: string }[];
  left?: string[];
  /** Where recurring tasks were done: what is to be done of them now. */
  next?: SaidTask | SaidTask[] | null;
}

export interface Telling {
  tasks: SaidTask[];
  input: Record<string, unknown>;
  answer: Answer;
  moment: Moment;
  under?: string | undefined;
}

interface Teller {
  /** By the operation's name; what isn't in it is told nothing of. */
  tellers: Record<string, (telling: Telling) => string>;
  sentence: (words: string) => string;
  leftAlone: (titles: string[]) => string;
  /** When the answer doesn't say why. */
  failed: string;
}

export const toldBy =
  ({ tellers, sentence, leftAlone, failed: unknown }: Teller): Words["told"] =>
  ({ tool, input, output, status, under }: SaidCall, moment: Moment) => {
    const answer = (output ?? {}) as Answer;
    if (status === "rejected") return leftAlone(answer.left ?? []);
    if (status === "failed") return sentence(answer.detail ?? unknown);
    if (status !== "succeeded") return "";
    const tasks = answer.tasks ?? (answer.title === undefined ? [] : [answer as SaidTask]);
    const done =
      tasks.length > 0 || !answer.tasks
        ? (tellers[tool]?.({ tasks, input, answer, moment, under }) ?? "")
        : "";
    const failed = (answer.failures ?? []).map(({ message }) => sentence(message));
    const left = answer.left?.length ? leftAlone(answer.left) : "";
    return [done && sentence(done), ...failed, left].filter(Boolean).join(" ");
  };

/** The open occurrences of what was done. */
export const nextOf = ({ next }: Answer): SaidTask[] => [next ?? []].flat();

export const titles = (tasks: SaidTask[]) => tasks.map(({ title }) => title);

export const sameTitles = (tasks: SaidTask[]) =>
  new Set(titles(tasks).filter((title, index, all) => all.indexOf(title) !== index));

/** What an undo or redo touched, as the person thinks of it: the list of a list operation, the tasks of any other. */
export function namesOfChanges({ operation = "", changes = [] }: Answer): string[] {
  const tasks = changes.filter(({ entity }) => entity === (operation.endsWith("_list") ? "list" : "task"));
  return [...new Set((tasks.length > 0 ? tasks : changes).map(({ name }) => name))];
}
