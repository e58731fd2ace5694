/** `todo skip 3` or `todo skip water plants`: this time not, on to the next date. */
import { defineCommand } from "citty";
import { UsageError } from "../failures.ts";
import { showAnswer } from "../output/answer.ts";
import { openSession } from "../session.ts";
import { referenceIn, taskCalled } from "./done.ts";

export const skipCommand = defineCommand({
  meta: { name: "skip", description: "Leave out one time of a recurring task: todo skip 3 · todo skip gym" },
  args: {
    TASK: { type: "positional", required: false, description: "Its number, or words of its title" },
    json: { type: "boolean", description: "Print the API's answer as JSON" },
  },
  async run({ args }) {
    const [first, ...more] = args._;
    if (first === undefined) throw new UsageError("Say which task: `todo skip 3` or `todo skip gym`.");
    const { client } = await openSession();
    const reference = more.length === 0 ? referenceIn(first) : undefined;
    const task_id = reference ?? (await taskCalled(client, args._.join(" "), "skip"));
    // The one that is next now: sent a second time after a lost answer, it doesn't skip one more.
    const { occurrence } = await client.get_task({ task_id });
    const skipping = { task_id, ...(occurrence !== null && { occurrence }) };
    showAnswer("skip_occurrence", await client.skip_occurrence(skipping), args);
  },
});
