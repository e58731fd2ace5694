/** `todo add buy milk tomorrow 5pm +groceries p1`: one task in the person's own words and shorthand. */
import type { Client, InputOf } from "@todo/contract";
import { type QuickAdd, quickAdd } from "@todo/language";
import { defineCommand } from "citty";
import { UsageError } from "../failures.ts";
import { showAnswer } from "../output/answer.ts";
import { openSession, zoneOf } from "../session.ts";

export const addCommand = defineCommand({
  meta: {
    name: "add",
    description:
      "Add a task in your own words: todo add buy milk tomorrow 5pm +groceries @shop p1\n\n+list, @label, p1 (urgent) to p4 (none), and dates, times, how it comes back and when to remind you as you would say them: todo add water plants every tuesday at 9, remind me an hour before",
  },
  args: {
    WORDS: { type: "positional", required: false, description: "What there is to do; quotes are not needed" },
    plain: { type: "boolean", description: "Take every word into the title" },
    json: { type: "boolean", description: "Print the API's answer as JSON" },
  },
  async run({ args }) {
    const words = args._.join(" ").trim();
    if (words === "") throw new UsageError("Say what there is to do: `todo add buy milk tomorrow`.");
    const { client } = await openSession();
    const [timeZone, context] = await Promise.all([zoneOf(client), namesOf(client)]);
    const now = new Date();
    const input = args.plain
      ? { title: words }
      : inputFrom(quickAdd(words, { now, time_zone: timeZone, context }).task);
    if (input.title === "")
      throw new UsageError(`“${words}” says when or where, and not what. Add a title, or use --plain.`);
    const task = await client.add_task(input);
    showAnswer("add_task", task, { json: args.json, calendar: { now, timeZone } });
  },
});

/** The names that plain words may refer to ("to groceries"); without them only +groceries is understood. */
async function namesOf(client: Client) {
  const [lists, labels] = await Promise.allSettled([client.list_lists({}), client.list_labels({})]);
  return {
    lists: lists.status === "fulfilled" ? lists.value.lists.map(({ name }) => name) : [],
    labels: labels.status === "fulfilled" ? labels.value.labels.map(({ name }) => name) : [],
  };
}

export function inputFrom({ when, due_time, ...words }: QuickAdd["task"]): InputOf<"add_task"> {
  const time = when?.due_time ?? due_time;
  return { ...words, ...(when && { due_on: when.due_on }), ...(when && time && { due_time: time }) };
}
