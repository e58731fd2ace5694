/**
 * A person with one of everything, and for each operation an input that works
 * on those things: what tests over the list of operations are made of.
 */
import type { InputOf, OperationName } from "@todo/contract";
import { sql } from "../db/sql.ts";
import type { Person, World } from "./world.ts";

export interface Things {
  task: string;
  otherTask: string;
  completed: string;
  deleted: string;
  recurring: string;
  list: string;
  otherList: string;
  label: string;
  filter: string;
  otherFilter: string;
  conversation: string;
  /** The group of a change that stands, and of an undo that stands. */
  change: string;
  undone: string;
  key: string;
  /** A client that was let in. */
  connection: string;
  /** Another session of the person's. */
  session: string;
  feed: string;
  /** A webhook that leads nowhere. */
  channel: string;
}

export async function giveThings(world: World, person: Person): Promise<Things> {
  const task = await person.add_task({
    title: "Water the plants",
    list: "Home",
    labels: ["green"],
    due_on: "2026-03-01",
    reminders: [{ minutes_before: 30 }, { at: "2099-03-01T09:00:00.000Z" }],
  });
  const otherTask = await person.add_task({ title: "Buy soil", parent: task.id, labels: ["green"] });
  const completed = await person.add_task({ title: "Buy a pot", list: "Home" });
  await person.complete_task({ task_id: completed.id });
  const deleted = await person.add_task({ title: "Buy a cactus" });
  await person.delete_task({ task_id: deleted.id });
  const recurring = await person.add_task({
    title: "Feed the cactus",
    recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO" },
  });
  const otherList = await person.add_list({ name: "Work" });
  const filter = await person.add_filter({ name: "Plants", query: "@green & #Home" });
  const otherFilter = await person.add_filter({ name: "Soon", query: "due this week" });
  const undone = await person.add_task({ title: "A mistake" });
  const undo = await person.undo({ undo: undone.undo });
  const change = await person.update_task({ task_id: otherTask.id, priority: "high" });
  const key = await person.create_api_key({ name: "a key" });
  const [label] = (await person.list_labels()).labels;
  const conversation = crypto.randomUUID();
  await world.database.rows(
    sql`insert into conversations (space_id, id, user_id, title, created_at, updated_at)
        values (${person.id}, ${conversation}, ${person.id}, 'Hello', now(), now())`,
  );
  const [connection] = await world.database.rows<{ id: string }>(
    sql`with client as (insert into "oauthClient" ("clientId", name, "redirectUris") values (${crypto.randomUUID()}, 'A client', '[]')
          returning "clientId")
        insert into "oauthConsent" ("clientId", "userId", scopes, "createdAt", "updatedAt")
        select "clientId", ${person.id}, '["read"]', now(), now() from client returning id`,
  );
  const [session] = await world.database.rows<{ id: string }>(
    sql`insert into "session" ("userId", token, "expiresAt", "updatedAt")
        values (${person.id}, ${crypto.randomUUID()}, now() + interval '1 day', now()) returning id`,
  );
  const channel = await person.add_channel({ kind: "webhook", url: "https://localhost:9/hook" });
  return {
    task: task.id,
    otherTask: otherTask.id,
    completed: completed.id,
    deleted: deleted.id,
    recurring: recurring.id,
    list: task.list!.id,
    otherList: otherList.id,
    label: label!.id,
    filter: filter.id,
    otherFilter: otherFilter.id,
    conversation,
    change: change.undo,
    undone: undo.undo,
    key: key.id,
    connection: connection!.id,
    session: session!.id,
    feed: (await person.create_feed({ kind: "tasks" })).id,
    channel: channel.id,
  };
}

const calendarFile = [
  "BEGIN:VCALENDAR",
  "BEGIN:VTODO",
  "UID:repot@example.com",
  "SUMMARY:Repot",
  "DUE;VALUE=DATE:20260401",
  "CATEGORIES:green,new",
  "END:VTODO",
  "END:VCALENDAR",
].join("\r\n");

/** Each works once for the person whose things they are, and names them where it can name anything. */
export const examples: { [Name in OperationName]: (things: Things) => InputOf<Name> } = {
  add_task: ({ task, list }) => ({ title: "Repot", parent: task, list, labels: ["green", "new"] }),
  add_tasks: ({ list }) => ({
    tasks: [
      { title: "Repot", list },
      { title: "Prune", list: "Garden" },
    ],
  }),
  get_task: ({ task }) => ({ task_id: task }),
  list_tasks: ({ list }) => ({ list }),
  update_task: ({ task, otherList }) => ({
    task_id: task,
    title: "Water all plants",
    list: otherList,
    labels: ["red"],
    due_on: "2026-04-01",
    due_time: "08:00",
    time_zone: "Europe/Berlin",
    reminders: [{ days_before: 1, time: "20:00" }, { at: "2099-03-01T09:00:00.000Z" }],
  }),
  complete_task: ({ task }) => ({ task_id: task }),
  complete_tasks: ({ task, otherTask }) => ({ task_ids: [task, otherTask] }),
  reopen_task: ({ completed }) => ({ task_id: completed }),
  delete_task: ({ task }) => ({ task_id: task }),
  delete_tasks: ({ task, completed }) => ({ task_ids: [task, completed] }),
  restore_task: ({ deleted }) => ({ task_id: deleted }),
  update_tasks: ({ task, otherTask, otherList }) => ({
    task_ids: [task, otherTask],
    list: otherList,
    priority: "low",
    add_labels: ["red"],
    remove_labels: ["green"],
  }),
  restore_tasks: ({ deleted }) => ({ task_ids: [deleted] }),
  purge_tasks: ({ deleted }) => ({ task_ids: [deleted] }),
  reschedule_tasks: ({ task, otherTask }) => ({ task_ids: [task, otherTask], due_on: "2026-05-01" }),
  list_reminders: ({ task }) => ({ task_id: task }),
  snooze_reminder: ({ task }) => ({ task_id: task, minutes: 10 }),
  skip_occurrence: ({ recurring }) => ({ task_id: recurring }),
  preview_recurrence: ({ recurring }) => ({ task_id: recurring }),
  add_list: () => ({ name: "Garden" }),
  list_lists: () => ({}),
  rename_list: ({ list }) => ({ list_id: list, name: "House" }),
  reorder_list: ({ list, otherList }) => ({ list_id: list, after: otherList }),
  archive_list: ({ list }) => ({ list_id: list }),
  unarchive_list: ({ list }) => ({ list_id: list }),
  delete_list: ({ list }) => ({ list_id: list }),
  list_labels: () => ({}),
  rename_label: ({ label }) => ({ label_id: label, name: "plants" }),
  delete_label: ({ label }) => ({ label_id: label }),
  add_filter: () => ({ name: "Urgent", query: "p1 & !@green" }),
  list_filters: () => ({}),
  update_filter: ({ filter }) => ({ filter_id: filter, name: "Green", query: "@green" }),
  reorder_filter: ({ filter, otherFilter }) => ({ filter_id: filter, after: otherFilter }),
  delete_filter: ({ filter }) => ({ filter_id: filter }),
  list_conversations: () => ({}),
  get_conversation: ({ conversation }) => ({ conversation_id: conversation }),
  rename_conversation: ({ conversation }) => ({ conversation_id: conversation, title: "Plants" }),
  delete_conversation: ({ conversation }) => ({ conversation_id: conversation }),
  undo: ({ change }) => ({ undo: change }),
  redo: ({ undone }) => ({ undo: undone }),
  history: ({ task }) => ({ task_id: task }),
  list_approvals: () => ({}),
  get_profile: () => ({}),
  update_profile: () => ({
    time_zone: "Asia/Karachi",
    week_start: "sunday",
    travel: "follow",
    all_day_time: "08:00",
    default_reminders: [{ minutes_before: 10 }],
    quiet_hours: { from: "22:00", until: "07:00" },
    digest_at: "07:30",
  }),
  get_usage: () => ({}),
  test_model: () => ({}),
  create_api_key: () => ({ name: "another" }),
  list_api_keys: () => ({}),
  revoke_api_key: ({ key }) => ({ key_id: key }),
  create_feed: ({ list }) => ({ kind: "events", list }),
  list_feeds: () => ({}),
  revoke_feed: ({ feed }) => ({ feed_id: feed }),
  import_calendar: ({ list }) => ({ list, ics: calendarFile }),
  list_sessions: () => ({}),
  revoke_session: ({ session }) => ({ session_id: session }),
  revoke_other_sessions: () => ({}),
  list_connections: () => ({}),
  revoke_connection: ({ connection }) => ({ connection_id: connection }),
  list_audit_events: () => ({}),
  list_channels: () => ({}),
  add_channel: () => ({ kind: "webhook", url: "https://localhost:9/another", name: "A program" }),
  update_channel: ({ channel }) => ({ channel_id: channel, name: "The program", enabled: false }),
  test_channel: ({ channel }) => ({ channel_id: channel }),
  confirm_channel: ({ channel }) => ({ channel_id: channel }),
  remove_channel: ({ channel }) => ({ channel_id: channel }),
  list_deliveries: ({ task }) => ({ task_id: task }),
};

/** Everything a space holds, without what counts changes; for comparing before and after. */
export async function rowsOf({ database }: World, spaceId: string): Promise<Record<string, unknown[]>> {
  const tables = {
    tasks: sql`select id, number, title, description, priority, label_ids, list_id, parent_id, due_on, due_time, time_zone,
      position, completed_at, deleted_at, series_id, occurrence, recurrence, later, reminders, created_at from tasks where space_id = ${spaceId} order by id`,
    lists: sql`select id, name, position, archived_at, deleted_at, created_at from lists where space_id = ${spaceId} order by id`,
    labels: sql`select id, name, deleted_at, created_at from labels where space_id = ${spaceId} order by id`,
    filters: sql`select id, name, query, position, deleted_at, created_at from filters where space_id = ${spaceId} order by id`,
    conversations: sql`select id, title, deleted_at, created_at from conversations where space_id = ${spaceId} order by id`,
    channels: sql`select id, kind, name, address, secret, enabled, confirmed_at from channels where space_id = ${spaceId} order by id`,
    profiles: sql`select id, time_zone, time_zone_known, week_start, language, language_known, travel, all_day_time, default_reminders, quiet_from,
      quiet_until, digest_at from profiles where space_id = ${spaceId}`,
    notices: sql`select slot, id, due_at from notices where space_id = ${spaceId} and sent_at is null order by slot`,
  };
  const entries = Object.entries(tables).map(
    async ([name, statement]) => [name, await database.rows(statement)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
