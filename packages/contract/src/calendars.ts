/** Tasks in other programs' calendars: addresses that they read (RFC 5545), and their files, read by us. */
import { z } from "zod";
import { Id, Instant, line, NameOrId, Undo } from "./fields.ts";
import { limits } from "./limits.ts";
import { operation } from "./operation.ts";
import { Failure, Task } from "./tasks.ts";

const feedKinds = ["events", "tasks"] as const;

export const Feed = z.object({
  id: Id,
  name: z.string(),
  list: z.object({ id: Id, name: z.string() }).nullable().describe("null: the tasks of all lists"),
  kind: z
    .enum(feedKinds)
    .describe("events: what is due, for any calendar (VEVENT); tasks: all, for programs with to-dos (VTODO)"),
  last_read_at: Instant.nullable().describe("To the hour"),
  created_at: Instant,
});
export type Feed = z.infer<typeof Feed>;

export const feeds = {
  create_feed: operation({
    summary: "Make a calendar feed",
    description: "The address is in this answer and nowhere else; whoever has it can read the tasks.",
    effect: "write",
    undoable: false,
    personal: true,
    answersSecret: true,
    input: z.strictObject({
      kind: z.enum(feedKinds),
      name: line(limits.listName).optional().describe("Left out: the list's name, or Todo"),
      list: NameOrId.optional().describe("Name or id of a list; left out: the tasks of all lists"),
    }),
    output: Feed.extend({
      url: z.string(),
      webcal_url: z.string().describe("The same, for programs that subscribe when it is opened"),
    }),
  }),
  list_feeds: operation({
    summary: "Show the calendar feeds",
    effect: "read",
    personal: true,
    input: z.strictObject({}),
    output: z.object({ feeds: z.array(Feed) }),
  }),
  revoke_feed: operation({
    summary: "Revoke a calendar feed",
    description: "Its address leads nowhere from then on.",
    effect: "destroy",
    undoable: false,
    personal: true,
    input: z.strictObject({ feed_id: Id }),
    output: z.object({ id: Id, revoked: z.literal(true) }),
  }),
};

export const calendars = {
  import_calendar: operation({
    summary: "Import an iCalendar file",
    description:
      "Makes a task of each to-do and event in the text of an .ics file. What was imported before is left as it is. `failures` names what wasn't added, and what of an added task (`task_id`) couldn't be kept.",
    effect: "write",
    input: z.strictObject({
      ics: z
        .string()
        .min(1)
        .max(limits.body)
        .refine((ics) => ics.isWellFormed() && !ics.includes("\0"), {
          error: "This is no text. Is it an iCalendar file in UTF-8?",
        })
        .describe("The file's text"),
      list: NameOrId.optional().describe(
        "Name or id of the list; a new name makes a new list. Left out: the Inbox",
      ),
    }),
    output: z.object({
      tasks: z.array(Task),
      failures: z.array(
        Failure.extend({ line: z.int().describe("Of the file, from 1: where the to-do or event begins") }),
      ),
      undo: Undo,
    }),
  }),
};
