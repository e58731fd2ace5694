/** What a call would do, in words, for whoever must say yes. */
import { isOnlyMoved } from "@todo/contract";
import { type Moment, sayDue } from "../dates.ts";
import { capital, plural } from "./names.ts";

type Input = Record<string, unknown>;

const NAMED = 10;

export function proposal(tool: string, input: Input, titles: string[], moment: Moment): string {
  const things = thingsOf(tool, titles);
  const text = (field: string) => (typeof input[field] === "string" ? (input[field] as string) : undefined);
  const due = sayDue({ due_on: text("due_on") ?? null, due_time: text("due_time") ?? null }, moment);
  const when = due || (text("due_time") ?? "");
  switch (tool) {
    case "delete_list":
      return `Delete the list ${things} and the tasks in it`;
    case "delete_label":
      return `Delete the label ${things}`;
    case "delete_filter":
      return `Delete the filter ${things}`;
    case "delete_conversation":
      return `Delete the conversation ${things}`;
    case "complete_task":
    case "complete_tasks": {
      const named = Array.isArray(input.task_ids) ? new Set(input.task_ids).size : 1;
      const along = titles.length - named;
      const completed = `Complete ${thingsOf(tool, titles.slice(0, named))}`;
      return along > 0
        ? `${completed}, and take ${plural(along, "sub-task")} along to the next one`
        : completed;
    }
    case "skip_occurrence":
      return `Skip ${titles[0] ?? "it"} this time${titles.length > 1 ? `, with ${plural(titles.length - 1, "sub-task")}` : ""}`;
    case "reschedule_tasks":
      return input.clear ? `Remove the date from ${things}` : `Move ${toward(when, things)}`;
    case "update_tasks":
      return alike(input, things);
    case "update_task":
      return when && isOnlyMoved(input) ? `Move ${toward(when, things)}` : `Change ${things}`;
    default:
      return `${verbs[tool] ?? `${capital(tool.replaceAll("_", " "))}:`} ${things}`;
  }
}

const toward = (aim: string, things: string, word = "to") =>
  things.includes(": ") ? things.replace(": ", ` ${word} ${aim}: `) : `${things} ${word} ${aim}`;

/** What all of them would be given, where that is a single thing. */
function alike({ task_ids: _, ...given }: Input, things: string): string {
  const [[field, value] = [], ...more] = Object.entries(given);
  if (more.length > 0) return `Change ${things}`;
  if (field === "priority") return `Set the priority of ${toward(String(value), things)}`;
  if (field === "list") return `Move ${toward(value === "inbox" ? "the Inbox" : String(value), things)}`;
  if (field === "add_labels" && Array.isArray(value))
    return `Label ${toward(value.join(", "), things, "with")}`;
  return `Change ${things}`;
}

function thingsOf(tool: string, titles: string[]): string {
  if (titles.length === 0) return tool.endsWith("s") ? "tasks" : "it";
  if (titles.length === 1) return titles[0]!;
  const more = titles.length > NAMED ? ` and ${titles.length - NAMED} more` : "";
  return `${plural(titles.length, "task")}: ${titles.slice(0, NAMED).join(", ")}${more}`;
}

const verbs: Record<string, string> = {
  reopen_task: "Reopen",
  delete_task: "Delete",
  delete_tasks: "Delete",
  restore_task: "Restore",
  restore_tasks: "Restore",
  rename_list: "Rename the list",
  archive_list: "Archive the list",
};

export function waiting(proposals: string[]): string {
  const [one] = proposals;
  if (proposals.length === 1) return `Waiting for your approval to ${lower(one!)}.`;
  return `Waiting for your approval to:\n${proposals.map((each) => `- ${lower(each)}`).join("\n")}`;
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
