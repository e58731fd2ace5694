/** What one can do to several tasks alike, and with the trash for good. */
import { z } from "zod";
import { line, NameOrId } from "./fields.ts";
import { limits } from "./limits.ts";
import { operation } from "./operation.ts";
import { ChangedTasks, Failure, Priority, SomeTasks } from "./tasks.ts";

const Labels = z.array(line(limits.labelName)).min(1).max(limits.labelsOfTask);

export const several = {
  update_tasks: operation({
    summary: "Change several tasks alike",
    description:
      "Gives all of them the same list or priority, adds labels or takes labels off. What isn't said stays as each task has it.",
    effect: "write",
    input: SomeTasks.extend({
      priority: Priority.optional(),
      list: NameOrId.optional().describe(
        "Name or id of the list; a new name makes a new list. `inbox`: in no list",
      ),
      add_labels: Labels.optional().describe("Names; a new name makes a new label"),
      remove_labels: Labels.optional().describe("Names; one that a task doesn't have is passed over"),
    }),
    output: ChangedTasks,
  }),
  restore_tasks: operation({
    summary: "Restore several tasks from the trash",
    effect: "write",
    input: SomeTasks,
    output: ChangedTasks,
  }),
  purge_tasks: operation({
    summary: "Delete tasks in the trash for good",
    description:
      "Nothing brings them back: the history forgets what they said. Sub-tasks that lie in the trash go with them. `all: true` empties the trash, up to 1000 tasks a call; `remaining` says how many are left.",
    effect: "destroy",
    input: z.strictObject({
      task_ids: SomeTasks.shape.task_ids.optional(),
      all: z.boolean().optional(),
    }),
    output: z.object({ purged: z.int(), remaining: z.int(), failures: z.array(Failure) }),
    undoable: false,
    personal: true,
  }),
};
