/** How the answer of each operation looks to a person. An operation that isn't here is printed field by field. */
import type { OperationName, OutputOf, Task } from "@todo/contract";
import type { Calendar } from "./due.ts";
import { reminderTable } from "./reminders.ts";
import {
  approvalLines,
  auditTable,
  connectionTable,
  conversationLines,
  feedTable,
  filterTable,
  historyTable,
  keyTable,
  namedTable,
  sessionTable,
  undoneLines,
} from "./resources.ts";
import { taskDetails, taskLine, taskTable } from "./tasks.ts";
import { harmless, paint } from "./terminal.ts";

type Forms = { [Name in OperationName]?: (answer: OutputOf<Name>, calendar: Calendar) => string[] };

const done = (word: string) => paint("green", word);
const task = (word: string) => (answer: Task, calendar: Calendar) => [
  `${done(word)} ${taskLine(answer, calendar)}`,
];
const tasks =
  (word: string) =>
  ({ tasks }: { tasks: Task[] }, calendar: Calendar) =>
    tasks.flatMap((one) => task(word)(one, calendar));
const nextLines = (next: Task[], calendar: Calendar, word = "Next") =>
  next.flatMap((one) => task(word)(one, calendar));
const named = (word: string) => (answer: { name: string }) => [`${done(word)} ${harmless(answer.name)}`];
const titled = (word: string) => (answer: { title: string }) => [`${done(word)} ${harmless(answer.title)}`];
const pageOf = (lines: string[], nothing: string, cursor: string | null = null) => [
  ...(lines.length > 1 ? lines : [nothing]),
  ...(cursor ? [paint("dim", `More: add --cursor ${cursor}`)] : []),
];

export const forms: Forms = {
  add_task: task("Added"),
  add_tasks: tasks("Added"),
  get_task: taskDetails,
  list_tasks: ({ tasks, next_cursor }, calendar) =>
    pageOf(taskTable(tasks, calendar), "No tasks here.", next_cursor),
  update_task: task("Changed"),
  complete_task: ({ next, ...answer }, calendar) => [
    ...task("Completed")(answer, calendar),
    ...nextLines(next ? [next] : [], calendar),
  ],
  complete_tasks: ({ next, ...answer }, calendar) => [
    ...tasks("Completed")(answer, calendar),
    ...nextLines(next, calendar),
  ],
  skip_occurrence: (answer, calendar) =>
    answer.skipped === null
      ? [`${harmless(answer.title)} has moved on already.`, ...nextLines([answer], calendar)]
      : nextLines([answer], calendar, "Skipped, next"),
  snooze_reminder: task("Snoozed"),
  list_reminders: ({ reminders, next_cursor }, calendar) =>
    pageOf(reminderTable(reminders, calendar), "No reminders to come.", next_cursor),
  reopen_task: task("Reopened"),
  delete_task: task("Deleted"),
  delete_tasks: tasks("Deleted"),
  restore_task: task("Restored"),
  reschedule_tasks: tasks("Moved"),
  update_tasks: tasks("Changed"),
  restore_tasks: tasks("Restored"),
  purge_tasks: ({ purged, remaining }) => [
    `${done("Deleted for good:")} ${purged}. Left in the trash: ${remaining}.`,
  ],

  add_list: named("Made the list"),
  list_lists: ({ lists }) => pageOf(namedTable(lists), "No lists yet."),
  rename_list: named("Renamed the list to"),
  reorder_list: named("Moved the list"),
  archive_list: named("Archived the list"),
  unarchive_list: named("Brought back the list"),
  delete_list: named("Deleted the list"),

  list_labels: ({ labels }) => pageOf(namedTable(labels), "No labels yet."),
  rename_label: named("Renamed the label to"),
  delete_label: named("Deleted the label"),

  add_filter: named("Saved the filter"),
  list_filters: ({ filters }) => pageOf(filterTable(filters), "No saved filters yet."),
  update_filter: named("Changed the filter"),
  reorder_filter: named("Moved the filter"),
  delete_filter: named("Deleted the filter"),

  list_conversations: ({ conversations, next_cursor }) =>
    pageOf(
      ["", ...conversations.map(({ id, title }) => `${paint("dim", id)}  ${harmless(title)}`)],
      "No conversations yet.",
      next_cursor,
    ).filter((line) => line !== ""),
  get_conversation: conversationLines,
  rename_conversation: titled("Renamed the conversation to"),
  delete_conversation: titled("Deleted the conversation"),

  undo: undoneLines("Took back"),
  redo: undoneLines("Did again"),
  history: (answer) => pageOf(historyTable(answer), "Nothing was changed yet.", answer.next_cursor),
  list_approvals: ({ approvals }) =>
    approvals.length === 0 ? ["Nothing waits for a yes."] : approvals.flatMap(approvalLines),

  create_api_key: ({ name, key, scopes }) => [
    `${done("Created")} ${harmless(name)} (${scopes.join(", ")}). Copy it now: it is shown this once.`,
    key,
  ],
  list_api_keys: ({ keys }) => pageOf(keyTable(keys), "No API keys."),
  revoke_api_key: ({ id }) => [`${done("Revoked")} ${id}`],

  import_calendar: tasks("Imported"),
  create_feed: ({ name, url }) => [
    `${done("Created")} ${harmless(name)}. Copy the address now: it is shown this once, and whoever has it can read the tasks.`,
    url,
  ],
  list_feeds: ({ feeds }) => pageOf(feedTable(feeds), "No calendar feeds."),
  revoke_feed: ({ id }) => [`${done("Revoked")} ${id}`],

  list_sessions: ({ sessions }) => sessionTable(sessions),
  revoke_session: ({ id }) => [`${done("Signed out")} ${id}`],
  revoke_other_sessions: ({ revoked }) => [`${done("Signed out")} ${revoked} elsewhere`],
  list_connections: ({ connections }) => pageOf(connectionTable(connections), "No connected apps."),
  revoke_connection: ({ id }) => [`${done("Disconnected")} ${id}`],
  list_audit_events: ({ events, next_cursor }) =>
    pageOf(auditTable(events), "Nothing happened yet.", next_cursor),
};
