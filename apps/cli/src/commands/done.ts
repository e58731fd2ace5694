/** `todo done 3 4` or `todo done milk`: completes tasks by number or by words of the title. */
import type { Client, Task } from "@todo/contract";
import { AppError } from "@todo/contract/errors";
import { defineCommand } from "citty";
import { UsageError } from "../failures.ts";
import { showAnswer } from "../output/answer.ts";
import { harmless } from "../output/terminal.ts";
import { openSession } from "../session.ts";

/** A task's number or id among the words of a command. */
const reference = /^#?([1-9]\d{0,8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}),?$/i;

export const doneCommand = defineCommand({
  meta: { name: "done", description: "Complete tasks by number or words: todo done 3 4 · todo done milk" },
  args: {
    TASKS: { type: "positional", required: false, description: "Numbers, or words of one task's title" },
    json: { type: "boolean", description: "Print the API's answer as JSON" },
  },
  async run({ args }) {
    if (args._.length === 0) throw new UsageError("Say which task: `todo done 3` or `todo done milk`.");
    const { client } = await openSession();
    const references = args._.map(referenceIn);
    const ids = references.every((one) => one !== undefined)
      ? references
      : [await taskCalled(client, args._.join(" "))];

    if (ids.length === 1) showAnswer("complete_task", await client.complete_task({ task_id: ids[0]! }), args);
    else showAnswer("complete_tasks", await client.complete_tasks({ task_ids: ids }), args);
  },
});

/** "3", "#3" or "3," → 3; an id as it is; undefined for words. */
export function referenceIn(word: string): number | string | undefined {
  const written = reference.exec(word)?.[1];
  return written && /^\d+$/.test(written) ? Number(written) : written;
}

/** Throws `not_found`, or `conflict` with all the tasks that the words fit. */
export async function taskCalled(client: Client, words: string, command = "done"): Promise<string> {
  const { tasks } = await client.list_tasks({ status: "pending", search: words, limit: 20 });
  const matches = bestMatches(tasks, words);
  if (matches.length === 1) return matches[0]!.id;
  if (matches.length === 0)
    throw new AppError("not_found", `No pending task is called “${words}”.`, {
      params: { kind: "task", id: words },
    });
  const named = matches.map(({ number, title }) => `\n  ${number}  ${harmless(title)}`).join("");
  throw new AppError(
    "conflict",
    `“${words}” fits ${matches.length} tasks. Say the number: \`todo ${command} ${matches[0]!.number}\`.${named}`,
    {
      params: { tasks: matches.map(({ id, number, title }) => ({ id, number, title })) },
    },
  );
}

/** The server's search forgives typing errors; what has the very words in its title comes before a guess. */
export function bestMatches<Found extends Pick<Task, "title">>(tasks: Found[], words: string): Found[] {
  const wanted = words.toLowerCase();
  const exact = tasks.filter(({ title }) => title.toLowerCase() === wanted);
  if (exact.length > 0) return exact;
  const containing = tasks.filter(({ title }) => title.toLowerCase().includes(wanted));
  return containing.length > 0 ? containing : tasks;
}
