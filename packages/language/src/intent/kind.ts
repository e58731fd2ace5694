/** Of which kind a request is: one of the few that people and measurements tell apart. Small talk and yes and no are of none. */
import type { Intention } from "../meaning.ts";
import type { Class } from "./model/network.ts";

type Kind = Exclude<Class, "reject">;

export const classOf: Partial<Record<Intention["operation"], Kind>> = {
  add: "add",
  add_subtasks: "add",
  add_list: "add",
  list: "list",
  list_lists: "list",
  list_archived: "list",
  list_trash: "list",
  history: "list",
  ask_done: "list",
  list_labels: "list",
  list_filters: "list",
  list_filtered: "list",
  list_reminders: "list",
  complete: "complete",
  delete: "delete",
  delete_list: "delete",
  empty_trash: "delete",
  reopen: "update",
  restore: "update",
  reschedule: "update",
  update: "update",
  skip: "update",
  snooze: "update",
  rename_list: "update",
  archive_list: "update",
  unarchive_list: "update",
};

/** The same where a request doesn't say enough: "add a task" is one to add. */
export const kindOf = (intention: Intention): Kind | undefined =>
  intention.operation === "reject" ? intention.wanted : classOf[intention.operation];
