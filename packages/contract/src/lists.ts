/** Lists (projects) and labels. Both have names that are unique per space, whatever their case. */
import { z } from "zod";
import { Id, Instant, LocalDate, line, NameOrId, Undo, Version } from "./fields.ts";
import { limits } from "./limits.ts";
import { operation } from "./operation.ts";

export const List = z.object({
  id: Id,
  name: z.string(),
  position: z.string(),
  open_tasks: z.int().describe("Pending tasks in it"),
  archived_at: Instant.nullable(),
  deleted_at: Instant.nullable(),
  created_at: Instant,
  updated_at: Instant,
  version: z.int(),
});
export type List = z.infer<typeof List>;

const ChangedList = List.extend({ undo: Undo });
const OneList = z.strictObject({ list_id: NameOrId, version: Version.optional() });

export const lists = {
  add_list: operation({
    summary: "Make a list",
    effect: "write",
    input: z.strictObject({ name: line(limits.listName) }),
    output: ChangedList,
  }),
  list_lists: operation({
    summary: "Show the lists",
    description: "And how many tasks are open in the Inbox, and due today or overdue.",
    effect: "read",
    input: z.strictObject({ archived: z.boolean().optional().describe("true: the archived ones instead") }),
    output: z.object({
      lists: z.array(List),
      inbox: z.object({ open_tasks: z.int().describe("Pending tasks without a list") }),
      today: z.object({
        on: LocalDate.describe("The day that it is for the person"),
        open_tasks: z.int().describe("Pending tasks due on it or before"),
      }),
    }),
  }),
  rename_list: operation({
    summary: "Rename a list",
    effect: "write",
    input: OneList.extend({ name: line(limits.listName) }),
    output: ChangedList,
  }),
  reorder_list: operation({
    summary: "Move a list among the lists",
    description: "Give one of `after` and `before`; with neither it goes to the end.",
    effect: "write",
    input: OneList.extend({ after: NameOrId.optional(), before: NameOrId.optional() }),
    output: ChangedList,
  }),
  archive_list: operation({
    summary: "Archive a list",
    description: "It and its tasks stay, out of the way.",
    effect: "write",
    input: OneList,
    output: ChangedList,
  }),
  unarchive_list: operation({
    summary: "Bring an archived list back",
    effect: "write",
    input: OneList,
    output: ChangedList,
  }),
  delete_list: operation({
    summary: "Delete a list",
    description: "Its tasks go to the trash with it.",
    effect: "destroy",
    input: OneList,
    output: ChangedList,
  }),
};

export const Label = z.object({
  id: Id,
  name: z.string(),
  open_tasks: z.int().describe("Pending tasks that carry it"),
  deleted_at: Instant.nullable(),
  created_at: Instant,
  updated_at: Instant,
  version: z.int(),
});
export type Label = z.infer<typeof Label>;

const ChangedLabel = Label.extend({ undo: Undo });
const OneLabel = z.strictObject({ label_id: NameOrId, version: Version.optional() });

export const labels = {
  list_labels: operation({
    summary: "Show the labels",
    effect: "read",
    input: z.strictObject({}),
    output: z.object({ labels: z.array(Label) }),
  }),
  rename_label: operation({
    summary: "Rename a label",
    effect: "write",
    input: OneLabel.extend({ name: line(limits.labelName) }),
    output: ChangedLabel,
  }),
  delete_label: operation({
    summary: "Delete a label",
    description: "Takes it off every task that carries it.",
    effect: "destroy",
    input: OneLabel,
    output: ChangedLabel,
  }),
};
