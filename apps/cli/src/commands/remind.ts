/** `todo remind 3 an hour before`: when to be reminded of a task, in the person's own words. */
import { readReminders } from "@todo/language";
import { defineCommand } from "citty";
import { UsageError } from "../failures.ts";
import { showAnswer } from "../output/answer.ts";
import { openSession, zoneOf } from "../session.ts";
import { referenceIn } from "./done.ts";

const example = "`todo remind 3 an hour before`";

export const remindCommand = defineCommand({
  meta: {
    name: "remind",
    description:
      "Say when to remind you of a task: todo remind 3 an hour before and the evening before at 8\n\nTakes the place of the reminders it had; “no reminder” takes them away.",
  },
  args: {
    TASK: { type: "positional", required: false, description: "Its number" },
    WORDS: { type: "positional", required: false, description: "When; quotes are not needed" },
    json: { type: "boolean", description: "Print the API's answer as JSON" },
  },
  async run({ args }) {
    const [first = "", ...rest] = args._;
    const task_id = referenceIn(first);
    const words = rest.join(" ").trim();
    if (task_id === undefined || words === "") throw new UsageError(`Say which task, and when: ${example}.`);
    const { client } = await openSession();
    const timeZone = await zoneOf(client);
    const now = new Date();
    const reminders = readReminders(words, { now, time_zone: timeZone });
    if (!reminders)
      throw new UsageError(
        `I don't understand “${words}” as a time to remind you. Say it like “an hour before”, “the day before at 20:00” or “tomorrow at 9”.`,
      );
    const task = await client.update_task({
      task_id,
      ...(reminders.length > 0 ? { reminders } : { clear: ["reminders"] }),
    });
    showAnswer("update_task", task, { json: args.json, calendar: { now, timeZone } });
  },
});
