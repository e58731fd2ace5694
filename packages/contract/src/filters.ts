/** Searches that a person keeps, in the filter language. Names are unique per space, whatever their case. */
import { z } from "zod";
import { Id, Instant, line, NameOrId, Undo, Version } from "./fields.ts";
import { limits } from "./limits.ts";
import { operation } from "./operation.ts";

export const FilterQuery = line(limits.filter).describe(
  "In the filter language: `due before friday & (@home | p1) & !recurring`. Conditions: @label, #list, p1–p4, due/created/completed [before|after|by|since] a day in words or YYYY-MM-DD, overdue, open, recurring, subtask, has/no date|time|labels|reminders|subtasks, title: words, words to search for; with & | ! and brackets",
);

export const SavedFilter = z.object({
  id: Id,
  name: z.string(),
  query: z.string().describe("What `list_tasks` takes as `filter`"),
  problem: z.string().nullable().describe("Why it finds nothing now, such as a label that is gone"),
  position: z.string(),
  deleted_at: Instant.nullable(),
  created_at: Instant,
  updated_at: Instant,
  version: z.int(),
});
export type SavedFilter = z.infer<typeof SavedFilter>;

const ChangedFilter = SavedFilter.extend({ undo: Undo });
const OneFilter = z.strictObject({ filter_id: NameOrId, version: Version.optional() });

export const filters = {
  add_filter: operation({
    summary: "Save a filter",
    effect: "write",
    input: z.strictObject({ name: line(limits.filterName), query: FilterQuery }),
    output: ChangedFilter,
  }),
  list_filters: operation({
    summary: "Show the saved filters",
    description: "To see the tasks of one, give its `query` to `list_tasks` as `filter`.",
    effect: "read",
    input: z.strictObject({}),
    output: z.object({ filters: z.array(SavedFilter) }),
  }),
  update_filter: operation({
    summary: "Change a saved filter",
    effect: "write",
    input: OneFilter.extend({ name: line(limits.filterName).optional(), query: FilterQuery.optional() }),
    output: ChangedFilter,
  }),
  reorder_filter: operation({
    summary: "Move a saved filter among the others",
    description: "Give one of `after` and `before`; with neither it goes to the end.",
    effect: "write",
    input: OneFilter.extend({ after: NameOrId.optional(), before: NameOrId.optional() }),
    output: ChangedFilter,
  }),
  delete_filter: operation({
    summary: "Delete a saved filter",
    description: "The tasks that it finds stay.",
    effect: "destroy",
    input: OneFilter,
    output: ChangedFilter,
  }),
};
