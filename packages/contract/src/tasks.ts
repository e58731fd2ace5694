/** What one can ask about tasks. Clearing a field is said in words (`clear`): no input is nullable. */
import { z } from "zod";
import {
  Id,
  Instant,
  LocalDate,
  LocalTime,
  line,
  NameOrId,
  TaskRef,
  TimeZone,
  text,
  Undo,
  Version,
} from "./fields.ts";
import { FilterQuery } from "./filters.ts";
import { limits } from "./limits.ts";
import { operation } from "./operation.ts";
import { reasons } from "./reasons.ts";
import { NewRecurrence, Occurrences, Recurrence } from "./recurrence.ts";
import { NewReminders, Reminder } from "./reminders.ts";

export const priorities = ["none", "low", "medium", "high", "urgent"] as const;
export const Priority = z.enum(priorities);
export type Priority = z.infer<typeof Priority>;

export const TaskStatus = z.enum(["pending", "completed"]);

export const Task = z.object({
  id: Id,
  number: z.int().describe("What people say: “task 3”"),
  title: z.string(),
  description: z.string(),
  status: TaskStatus,
  priority: Priority,
  labels: z.array(z.string()),
  list: z.object({ id: Id, name: z.string() }).nullable().describe("null is the Inbox"),
  parent: Id.nullable(),
  due_on: LocalDate.nullable(),
  due_time: LocalTime.nullable(),
  time_zone: z.string().nullable().describe("The zone of due_time; null without a time"),
  recurrence: Recurrence.nullable().describe("null: it doesn't come back"),
  series: Id.nullable().describe("The same for all occurrences of a recurring task"),
  occurrence: z
    .string()
    .nullable()
    .describe("Which occurrence it is: the date, or date and time, that the rule gave"),
  reminders: z.array(Reminder),
  position: z.string().describe("Orders the tasks of a list, by code point"),
  completed_at: Instant.nullable(),
  deleted_at: Instant.nullable(),
  created_at: Instant,
  updated_at: Instant,
  version: z.int(),
});
export type Task = z.infer<typeof Task>;

export const Failure = z.object({
  task_id: z.union([z.int(), z.string()]).optional(),
  index: z.int().optional().describe("Place in the request, from 0"),
  code: z.string(),
  reason: z.enum(reasons).optional(),
  message: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});
export type Failure = z.infer<typeof Failure>;

export const Progress = z.object({
  task_id: Id,
  completed: z.int(),
  total: z.int().describe("Its sub-tasks that aren't in the trash"),
});
export type Progress = z.infer<typeof Progress>;

const ChangedTask = Task.extend({ undo: Undo });
export const ChangedTasks = z.object({ tasks: z.array(Task), failures: z.array(Failure), undo: Undo });

const TaskFields = z.strictObject({
  title: line(limits.title),
  description: text(limits.description).optional(),
  priority: Priority.optional(),
  labels: z
    .array(line(limits.labelName))
    .max(limits.labelsOfTask)
    .optional()
    .describe("Names; a new name makes a new label"),
  list: NameOrId.optional().describe(
    "Name or id of the list; a new name makes a new list. Left out: the Inbox",
  ),
  parent: TaskRef.optional().describe("Makes this a sub-task of that task"),
  due_on: LocalDate.optional(),
  due_time: LocalTime.optional().describe("HH:MM in time_zone; needs due_on"),
  time_zone: TimeZone.optional().describe("Zone of due_time; left out: the person's own"),
  reminders: NewReminders.optional(),
  recurrence: NewRecurrence.optional(),
});

const OneTask = z.strictObject({ task_id: TaskRef });
const ChangeOneTask = OneTask.extend({ version: Version.optional() });
export const SomeTasks = z.strictObject({ task_ids: z.array(TaskRef).min(1).max(limits.changedAtOnce) });

export const sortKeys = ["position", "due", "priority", "created", "completed", "title"] as const;

export const tasks = {
  add_task: operation({
    summary: "Add a task",
    effect: "write",
    input: TaskFields,
    output: ChangedTask,
  }),
  add_tasks: operation({
    summary: "Add several tasks",
    description:
      "Adds up to 100 tasks at once; the answer lists those that could not be added under `failures`.",
    effect: "write",
    input: z.strictObject({ tasks: z.array(TaskFields).min(1).max(limits.addedAtOnce) }),
    output: ChangedTasks,
  }),
  get_task: operation({
    summary: "Get one task",
    effect: "read",
    input: OneTask,
    output: Task,
  }),
  list_tasks: operation({
    summary: "List or search tasks",
    description:
      "Without a filter: every task of every list, pending and completed, not the trash. Filters combine with and. Answers a page and the cursor of the next one.",
    effect: "read",
    input: z.strictObject({
      status: z.enum(["all", "pending", "completed"]).optional(),
      priority: z.array(Priority).max(5).optional().describe("Any of these"),
      label: NameOrId.optional(),
      list: NameOrId.optional().describe("Name or id; `inbox` for tasks in no list"),
      parent: TaskRef.optional().describe("Only sub-tasks of this task"),
      due_on: LocalDate.optional(),
      due_before: LocalDate.optional().describe("Due earlier than this day"),
      due_after: LocalDate.optional().describe("Due later than this day"),
      overdue: z.boolean().optional().describe("true: pending and past its due date or time"),
      search: line(limits.search)
        .optional()
        .describe("Words in title or description; forgives typing errors"),
      filter: FilterQuery.optional(),
      trash: z.boolean().optional().describe("true: the trash instead"),
      sort: z
        .enum(sortKeys)
        .optional()
        .describe(
          "Default: position. `completed` begins with what was done last; what is open counts as done latest of all",
        ),
      order: z.enum(["asc", "desc"]).optional(),
      progress: z.boolean().optional().describe("true: also count the sub-tasks of each task"),
      limit: z.int().min(1).max(limits.page).optional().describe("Default 50"),
      cursor: z.string().max(2000).optional().describe("`next_cursor` of the page before"),
    }),
    output: z.object({
      tasks: z.array(Task),
      next_cursor: z.string().nullable(),
      progress: z.array(Progress).optional().describe("Of the tasks that have sub-tasks; when asked for"),
    }),
  }),
  update_task: operation({
    summary: "Change a task",
    description: "Changes only the fields given. List a field under `clear` to empty it.",
    effect: "write",
    input: TaskFields.partial().extend({
      task_id: TaskRef,
      clear: z
        .array(
          z.enum([
            "description",
            "priority",
            "labels",
            "list",
            "parent",
            "due_on",
            "due_time",
            "reminders",
            "recurrence",
          ]),
        )
        .max(9)
        .optional()
        .describe(
          "Fields to empty; `list` moves to the Inbox, `due_on` also clears the time, `recurrence`: it doesn't come back",
        ),
      occurrences: Occurrences.optional(),
      after: TaskRef.optional().describe("Place it behind this task, in that task's list order"),
      before: TaskRef.optional().describe("Place it before this task"),
      version: Version.optional(),
    }),
    output: ChangedTask,
  }),
  complete_task: operation({
    summary: "Complete a task",
    description:
      "Completing a completed task changes nothing. Of a recurring task the next occurrence is made, and is told under `next`.",
    effect: "write",
    input: ChangeOneTask,
    output: ChangedTask.extend({ next: Task.nullable().describe("The open occurrence; null: none comes") }),
  }),
  complete_tasks: operation({
    summary: "Complete several tasks",
    description: "Of recurring tasks the next occurrences are made, and are told under `next`.",
    effect: "write",
    input: SomeTasks,
    output: ChangedTasks.extend({ next: z.array(Task) }),
  }),
  reopen_task: operation({
    summary: "Reopen a completed task",
    effect: "write",
    input: ChangeOneTask,
    output: ChangedTask,
  }),
  delete_task: operation({
    summary: "Delete a task",
    description: "Moves it and its sub-tasks to the trash, from which they can be restored for 30 days.",
    effect: "destroy",
    input: ChangeOneTask,
    output: ChangedTask,
  }),
  delete_tasks: operation({
    summary: "Delete several tasks",
    description: "Moves them and their sub-tasks to the trash.",
    effect: "destroy",
    input: SomeTasks,
    output: ChangedTasks,
  }),
  restore_task: operation({
    summary: "Restore a task from the trash",
    effect: "write",
    input: ChangeOneTask,
    output: ChangedTask,
  }),
  reschedule_tasks: operation({
    summary: "Move several tasks in time",
    description:
      "Gives the tasks a new date, a new time, or both. With a time alone each task keeps its day (today where it has none); with a date alone each keeps its time. `clear: true` removes date and time.",
    effect: "write",
    input: SomeTasks.extend({
      due_on: LocalDate.optional(),
      due_time: LocalTime.optional(),
      time_zone: TimeZone.optional(),
      clear: z.boolean().optional(),
      occurrences: Occurrences.optional(),
    }),
    output: ChangedTasks,
  }),
};
