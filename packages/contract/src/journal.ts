/** Undo, redo and history: three views of the journal that every write leaves a row in. */
import { z } from "zod";
import { Delivery } from "./channels.ts";
import { Id, Instant, TaskRef, Undo } from "./fields.ts";
import { limits } from "./limits.ts";
import { operation } from "./operation.ts";

export const Change = z.object({
  entity: z.enum(["task", "list", "label", "filter", "conversation", "profile"]),
  id: Id,
  name: z.string().describe("Its title or name when the change was made"),
  before: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("Changed fields as they were; null: it was made"),
  after: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("Changed fields as they became; null: it was unmade"),
});
export type Change = z.infer<typeof Change>;

export const HistoryEntry = z.object({
  seq: z.int(),
  at: Instant,
  undo: Id.describe("Group: all the changes that one undo takes back"),
  undoes: Id.nullable().describe("The group that this one took back"),
  operation: z.string(),
  surface: z.string(),
  actor: Id.describe("Who"),
  conversation_id: Id.nullable(),
  run_id: Id.nullable(),
  sentence: z.string().nullable().describe("What the person said that led to it"),
  change: Change,
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const Undone = z.object({
  operation: z.string().describe("The operation that was taken back"),
  undid: Id.describe("Its group"),
  changes: z.array(Change),
  undo: Undo,
});

export const journal = {
  undo: operation({
    summary: "Take a change back",
    description:
      "Takes back the group given, or the latest one that isn't itself an undo or undone. Fails when that would overwrite a later change.",
    effect: "write",
    input: z.strictObject({
      undo: Id.optional().describe("The `undo` of a change's answer; left out: the latest change"),
    }),
    output: Undone,
  }),
  redo: operation({
    summary: "Do an undone change again",
    effect: "write",
    input: z.strictObject({
      undo: Id.optional().describe("The `undo` of an undo's answer; left out: the latest undo"),
    }),
    output: Undone,
  }),
  history: operation({
    summary: "Show what was changed, by whom",
    description:
      "Latest first. Of one task also what was sent of its reminders in the last 90 days: `entries` and `deliveries` are together at most `limit`, and belong in one order by `at`.",
    effect: "read",
    input: z.strictObject({
      task_id: TaskRef.optional(),
      undo: z
        .array(Id)
        .min(1)
        .max(limits.changedAtOnce)
        .optional()
        .describe("Only these groups, and what took them back or did them again"),
      limit: z.int().min(1).max(limits.page).optional().describe("Default 50"),
      cursor: z.string().max(150).optional(),
    }),
    output: z.object({
      entries: z.array(HistoryEntry),
      deliveries: z.array(Delivery).describe("Of the task asked for, else none. They can't be taken back"),
      next_cursor: z.string().nullable(),
    }),
  }),
};
