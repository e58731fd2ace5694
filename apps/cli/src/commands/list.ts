/** `todo list`: pending tasks as a table. `list_tasks` with the options that people use. */
import type { InputOf } from "@todo/contract";
import { sortKeys } from "@todo/contract/tasks";
import { speaksOfCompletion } from "@todo/language/filter/filter";
import { parseFilter } from "@todo/language/filter/parse";
import { defineCommand } from "citty";
import { dueFilter } from "../due-filter.ts";
import { UsageError } from "../failures.ts";
import { showAnswer } from "../output/answer.ts";
import type { Calendar } from "../output/due.ts";
import { openSession, zoneOf } from "../session.ts";

export const listCommand = defineCommand({
  meta: { name: "list", description: "Show your tasks" },
  args: {
    SEARCH: { type: "positional", required: false, description: "Words to search for, as with --search" },
    all: { type: "boolean", alias: "a", description: "Completed tasks too" },
    due: {
      type: "string",
      description: "today, tomorrow, this week, overdue, before friday, 2026-12-01 …",
      valueHint: "when",
    },
    list: { type: "string", description: "Only this list; `inbox` for tasks in none", valueHint: "name" },
    label: { type: "string", description: "Only this label", valueHint: "name" },
    filter: {
      type: "string",
      description: "Only what fits: 'due before friday & (@home | p1)'",
      valueHint: "filter",
    },
    search: { type: "string", description: "Words in title or description", valueHint: "words" },
    sort: {
      type: "enum",
      options: [...sortKeys],
      description: `Order: ${sortKeys.join(", ")}`,
      valueHint: "key",
    },
    limit: { type: "string", description: "How many at most (50)", valueHint: "number" },
    json: { type: "boolean", description: "Print the API's answer as JSON" },
  },
  async run({ args }) {
    const limit = args.limit === undefined ? undefined : Number(args.limit);
    if (limit !== undefined && !Number.isInteger(limit))
      throw new UsageError(`--limit takes a whole number, and “${args.limit}” is none.`);
    const { client } = await openSession();
    const calendar = { now: new Date(), timeZone: await zoneOf(client) };
    const search = args.search ?? args._.join(" ");
    const input: InputOf<"list_tasks"> = {
      ...(args.all || asksForCompletion(args.filter, calendar) ? {} : { status: "pending" }),
      ...(args.due !== undefined && { sort: "due", ...dueFilter(args.due, calendar) }),
      ...(args.list !== undefined && { list: args.list }),
      ...(args.label !== undefined && { label: args.label }),
      ...(args.filter !== undefined && { filter: args.filter }),
      ...(search !== "" && { search }),
      ...(args.sort !== undefined && { sort: args.sort }),
      ...(limit !== undefined && { limit }),
    };
    showAnswer("list_tasks", await client.list_tasks(input), { json: args.json, calendar });
  },
});

/** One that can't be read is left to the server to explain. */
function asksForCompletion(filter: string | undefined, { now, timeZone }: Calendar): boolean {
  const parsed = filter !== undefined && parseFilter(filter, { now, time_zone: timeZone });
  return parsed && "filter" in parsed && speaksOfCompletion(parsed.filter);
}
