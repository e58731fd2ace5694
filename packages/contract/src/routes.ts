/**
 * The table of contents: every operation's name and its REST route, below
 * `/api`. It stands apart from the schemas so that a browser can call the
 * server without downloading zod.
 */
export const routes = {
  add_task: "POST /tasks",
  add_tasks: "POST /tasks/batch",
  get_task: "GET /tasks/{task_id}",
  list_tasks: "GET /tasks",
  update_task: "PATCH /tasks/{task_id}",
  complete_task: "POST /tasks/{task_id}/complete",
  complete_tasks: "POST /tasks/complete",
  reopen_task: "POST /tasks/{task_id}/reopen",
  delete_task: "DELETE /tasks/{task_id}",
  delete_tasks: "POST /tasks/delete",
  restore_task: "POST /tasks/{task_id}/restore",
  reschedule_tasks: "POST /tasks/reschedule",
  skip_occurrence: "POST /tasks/{task_id}/skip",
  preview_recurrence: "GET /recurrence/preview",
  update_tasks: "POST /tasks/update",
  restore_tasks: "POST /tasks/restore",
  purge_tasks: "POST /tasks/purge",

  list_reminders: "GET /reminders",
  snooze_reminder: "POST /tasks/{task_id}/snooze",

  add_list: "POST /lists",
  list_lists: "GET /lists",
  rename_list: "PATCH /lists/{list_id}",
  reorder_list: "POST /lists/{list_id}/reorder",
  archive_list: "POST /lists/{list_id}/archive",
  unarchive_list: "POST /lists/{list_id}/unarchive",
  delete_list: "DELETE /lists/{list_id}",

  list_labels: "GET /labels",
  rename_label: "PATCH /labels/{label_id}",
  delete_label: "DELETE /labels/{label_id}",

  add_filter: "POST /filters",
  list_filters: "GET /filters",
  update_filter: "PATCH /filters/{filter_id}",
  reorder_filter: "POST /filters/{filter_id}/reorder",
  delete_filter: "DELETE /filters/{filter_id}",

  list_conversations: "GET /conversations",
  get_conversation: "GET /conversations/{conversation_id}",
  rename_conversation: "PATCH /conversations/{conversation_id}",
  delete_conversation: "DELETE /conversations/{conversation_id}",

  undo: "POST /undo",
  redo: "POST /redo",
  history: "GET /history",

  list_approvals: "GET /approvals",

  get_profile: "GET /profile",
  update_profile: "PATCH /profile",

  get_usage: "GET /usage",
  test_model: "POST /model/test",

  create_api_key: "POST /keys",
  list_api_keys: "GET /keys",
  revoke_api_key: "DELETE /keys/{key_id}",

  create_feed: "POST /feeds",
  list_feeds: "GET /feeds",
  revoke_feed: "DELETE /feeds/{feed_id}",
  import_calendar: "POST /calendars/import",

  list_sessions: "GET /sessions",
  revoke_session: "DELETE /sessions/{session_id}",
  revoke_other_sessions: "POST /sessions/revoke-others",

  list_connections: "GET /connections",
  revoke_connection: "DELETE /connections/{connection_id}",

  list_audit_events: "GET /audit",

  list_channels: "GET /channels",
  add_channel: "POST /channels",
  update_channel: "PATCH /channels/{channel_id}",
  test_channel: "POST /channels/{channel_id}/test",
  confirm_channel: "POST /channels/{channel_id}/confirm",
  remove_channel: "DELETE /channels/{channel_id}",
  list_deliveries: "GET /deliveries",
} as const;

export type OperationName = keyof typeof routes;
